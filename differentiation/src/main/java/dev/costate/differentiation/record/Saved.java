package dev.costate.differentiation.record;

import dev.costate.program.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a line records before it overwrites it.
 *
 * @param values variables (or the element the line writes) whose value is recorded
 * @param shapes arrays of which only the shape is recorded
 */
record Saved(Set<Variable> values, Set<Variable> shapes) {
  static final Saved NOTHING = new Saved(Set.of(), Set.of());

  static Saved nothingYet() {
    return new Saved(new LinkedHashSet<>(), new LinkedHashSet<>());
  }

  static Saved value(Variable variable) {
    return new Saved(Set.of(variable), Set.of());
  }

  static Saved shape(Variable array) {
    return new Saved(Set.of(), Set.of(array));
  }

  List<Variable> valuesInReverse() {
    return List.copyOf(values).reversed();
  }

  List<Variable> shapesInReverse() {
    return List.copyOf(shapes).reversed();
  }
}
