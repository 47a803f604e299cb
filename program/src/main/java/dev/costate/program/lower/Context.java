package dev.costate.program.lower;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the walk over one function works with.
 *
 * @param function its name
 * @param damage whether lines of it are missing
 * @param gradients collects the gradients that any function takes
 */
record Context(
    String function,
    Signature signature,
    Map<String, Signature> signatures,
    Set<String> constants,
    Scope scope,
    Kinds kinds,
    List<GradientUse> gradients,
    Damage.State damage) {}
