package dev.costate.cli.diagram;

import dev.costate.cli.derivative.Elements;
import dev.costate.program.run.Value;
import java.util.ArrayList;
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

  /**
   * A parameter, or a line executed once. A line that writes one element of an array is a step of
   * its own, whose value is that element.
   *
   * @param version how many times its variable has been assigned, this time included
   * @param code what the line computes, as text
   * @param path in which repetitions it stands, outermost first
   */
  record Step(
      String name,
      int version,
      Value value,
      String code,
      List<Arrow> arrows,
      List<Repetition> path) {
    Step {
      arrows = List.copyOf(arrows);
      path = List.copyOf(path);
    }

    boolean isNumber() {
      return value instanceof Value.Number;
    }

    /** How many numbers its value has. */
    int size() {
      return Elements.numbers(value).length;
    }
  }

  /** What an earlier step contributes to a step. */
  record Arrow(int from, String partial, Transfer transfer) {}

  /** What is repeated. */
  enum Form {
    ITERATION,
    /** A call of a recursion, by its depth. */
    LEVEL
  }

  /**
   * @param group which execution of a loop or recursion, counted in the trace
   * @param index which iteration or level
   */
  record Repetition(Form form, int group, int index) {}

  Trace {
    steps = List.copyOf(steps);
  }

  /**
   * The adjoint of every step: the derivative of the result with respect to it; a zero adjoint
   * times anything is 0.
   */
  List<double[]> adjoints() {
    var adjoints = new ArrayList<double[]>();
    for (int i = 0; i < steps.size(); i++) {
      adjoints.add(i == result ? new double[] {1} : new double[steps.get(i).size()]);
    }
    for (int i = steps.size() - 1; i >= 0; i--) {
      for (var arrow : steps.get(i).arrows()) {
        var to = adjoints.get(arrow.from());
        add(arrow.transfer().back(adjoints.get(i), to.length), to);
      }
    }
    return adjoints;
  }

  static void add(double[] share, double[] to) {
    for (int k = 0; k < to.length; k++) {
      to[k] += share[k];
    }
  }
}
