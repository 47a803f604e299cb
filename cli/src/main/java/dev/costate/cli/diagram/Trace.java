package dev.costate.cli.diagram;

import java.util.List;

/**
 * What a function did at a point: its differentiated parameters, then a step for every executed
 * line that depends on them, in order.
 *
 * @param result the step whose value the function returned
 * @param constant the value returned if it does not depend on the parameters (then {@code result}
 *     is {@link #NONE})
 */
record Trace(String function, List<Step> steps, int parameters, int result, double constant) {
  static final int NONE = -1;

  /** A position that belongs to no loop. */
  static final Iteration ONCE = new Iteration(NONE, 0);

  /**
   * A parameter, or a line executed once.
   *
   * @param version how many times its variable has been assigned, this time included
   * @param code what the line computes, as text
   * @param iteration where in the outermost loop
   */
  record Step(
      String name,
      int version,
      double value,
      String code,
      List<Arrow> arrows,
      Iteration iteration) {
    Step {
      arrows = List.copyOf(arrows);
    }
  }

  /** The derivative of a step with respect to an earlier one. */
  record Arrow(int from, String partial, double slope) {}

  /**
   * @param loop which execution of an outermost loop, counted in the trace
   * @param index which iteration, from 0
   */
  record Iteration(int loop, int index) {}

  Trace {
    steps = List.copyOf(steps);
  }

  /**
   * The adjoint of every step: the derivative of the result with respect to it; a zero adjoint
   * times anything is 0.
   */
  double[] adjoints() {
    var adjoints = new double[steps.size()];
    if (result != NONE) {
      adjoints[result] = 1;
    }
    for (int i = steps.size() - 1; i >= 0; i--) {
      for (var arrow : steps.get(i).arrows()) {
        if (adjoints[i] != 0) {
          adjoints[arrow.from()] += adjoints[i] * arrow.slope();
        }
      }
    }
    return adjoints;
  }
}
