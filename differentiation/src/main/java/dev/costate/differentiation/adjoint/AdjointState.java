package dev.costate.differentiation.adjoint;

import dev.costate.differentiation.sets.SharingSet;
import dev.costate.program.Variable;
import java.util.List;

/**
 * What is known of the adjoints at one point of the reverse code: those that have been given a
 * value (the others are 0 without a line that says so), and those that cannot be 0.
 */
final class AdjointState {
  private final SharingSet<Variable> assigned;
  private final SharingSet<Variable> nonZero;

  AdjointState() {
    this(new SharingSet<>(), new SharingSet<>());
  }

  private AdjointState(SharingSet<Variable> assigned, SharingSet<Variable> nonZero) {
    this.assigned = assigned;
    this.nonZero = nonZero;
  }

  AdjointState copy() {
    return new AdjointState(assigned.copy(), nonZero.copy());
  }

  boolean isAssigned(Variable variable) {
    return assigned.contains(variable);
  }

  boolean isNonZero(Variable variable) {
    return nonZero.contains(variable);
  }

  /** The variables whose adjoints have a value. */
  SharingSet<Variable> assigned() {
    return assigned.copy();
  }

  /** Those of some variables, of a state that comes from this one, whose adjoints have no value. */
  List<Variable> unassigned(SharingSet<Variable> wanted) {
    return wanted.without(assigned);
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
    assigned.become(then.assigned);
    assigned.addAll(otherwise.assigned);
    nonZero.become(then.nonZero);
    nonZero.retainAll(otherwise.nonZero);
  }

  /**
   * Becomes the state at the head of a loop: these are assigned, and nothing is known to be other
   * than 0.
   */
  void enterLoop(SharingSet<Variable> carried) {
    assigned.addAll(carried);
    nonZero.clear();
  }
}
