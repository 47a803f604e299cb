package dev.costate.differentiation;

import dev.costate.program.Variable;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is known of the adjoints at one point of the reverse code: those that have been given a
 * value (the others are 0 without a line that says so), and those that cannot be 0.
 */
final class AdjointState {
  private final Set<Variable> assigned;
  private final Set<Variable> nonZero;

  AdjointState() {
    this(Set.of(), Set.of());
  }

  private AdjointState(Collection<Variable> assigned, Collection<Variable> nonZero) {
    this.assigned = new LinkedHashSet<>(assigned);
    this.nonZero = new HashSet<>(nonZero);
  }

  AdjointState copy() {
    return new AdjointState(assigned, nonZero);
  }

  boolean isAssigned(Variable variable) {
    return assigned.contains(variable);
  }

  boolean isNonZero(Variable variable) {
    return nonZero.contains(variable);
  }

  Set<Variable> assigned() {
    return assigned;
  }

  void set(Variable variable, boolean isNonZero) {
    assigned.add(variable);
    if (isNonZero) {
      nonZero.add(variable);
    } else {
      nonZero.remove(variable);
    }
  }

  void clear(Variable variable) {
    assigned.remove(variable);
    nonZero.remove(variable);
  }

  /** Becomes the state after either of two branches. */
  void join(AdjointState then, AdjointState otherwise) {
    assigned.clear();
    assigned.addAll(then.assigned);
    assigned.addAll(otherwise.assigned);
    nonZero.clear();
    nonZero.addAll(then.nonZero);
    nonZero.retainAll(otherwise.nonZero);
  }

  /**
   * Becomes the state at the head of a loop: these are assigned, and nothing is known to be other
   * than 0.
   */
  void enterLoop(Collection<Variable> carried) {
    assigned.addAll(carried);
    nonZero.clear();
  }
}
