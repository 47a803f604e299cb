package dev.costate.differentiation.line;

import dev.costate.differentiation.activity.Analyses;
import dev.costate.differentiation.activity.Dependence;
import dev.costate.differentiation.code.Needs;
import dev.costate.program.Expression;
import dev.costate.program.Variable;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The derivatives of called functions, made when first asked for. */
public interface Callees {
  /**
   * A derivative of a callee and what it is with respect to.
   *
   * @param positions the positions of the callee's parameters whose partials it returns, in order
   * @param accumulated those of them whose adjoint so far is passed in, behind the seeds, and
   *     returned with what the call adds to it
   */
  record Part(String function, List<Integer> positions, List<Integer> accumulated) {
    public Part {
      positions = List.copyOf(positions);
      accumulated = List.copyOf(accumulated);
    }
  }

  /**
   * A function of the recursion that is being differentiated, in two parts.
   *
   * @param record runs forward and records: the record behind the arguments and behind the results
   * @param reverse runs backward: as a pullback, with the record behind the arguments and results
   */
  record Split(String record, Part reverse) {}

  /** The two parts of a callee that leads back to the function being differentiated. */
  Optional<Split> split(String callee);

  /** The positions of the arguments through which one result varies, counted from 0. */
  List<Integer> activeInResult(
      String callee, List<Expression> arguments, int result, Dependence dependence);

  /** The positions of the arguments through which any of the results varies, ascending. */
  default List<Integer> activeArguments(
      String callee, List<Expression> arguments, int results, Dependence dependence) {
    var active = new TreeSet<Integer>();
    for (int r = 0; r < results; r++) {
      active.addAll(activeInResult(callee, arguments, r, dependence));
    }
    return List.copyOf(active);
  }

  /** What the pullback with respect to some parameters reads, parameters among it. */
  Needs neededByPullback(String callee, List<Integer> active);

  /** The gradient with respect to some parameters. */
  Part gradient(String callee, List<Integer> active);

  /**
   * The pullback with respect to some parameters: one seed per result behind the parameters, then
   * the accumulated adjoints.
   */
  Part pullback(String callee, List<Integer> active);

  /**
   * The tangent with respect to all differentiated parameters: one tangent for each behind the
   * parameters.
   */
  Part tangent(String callee);

  Variable parameter(String callee, int position);

  /** The analyses to be used. */
  Analyses analyses();

  /** Whether every number that a function computes is finite where its arguments are. */
  boolean isFinite(String function);
}
