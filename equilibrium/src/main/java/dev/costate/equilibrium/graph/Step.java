package dev.costate.equilibrium.graph;

import java.util.Arrays;

/**
 * One step of a graph: a function from numbers to numbers with its partials, and their tangents.
 */
public interface Step {
  /** How many numbers it takes. */
  int arguments();

  /** How many numbers it gives. */
  int results();

  /**
   * Computes the results.
   *
   * @return false outside its domain
   */
  boolean evaluate(double[] arguments, double[] into);

  /**
   * The partial of each result with respect to each argument, result by result.
   *
   * @return false where there are none
   */
  boolean partials(double[] arguments, double[] into);

  /**
   * Adds to the adjoint of each argument what the results pass back, given their adjoints.
   *
   * @return false where there are no partials
   */
  default boolean pullback(double[] arguments, double[] adjoints, double[] into) {
    var partials = new double[adjoints.length * arguments.length];
    if (!partials(arguments, partials)) {
      return false;
    }
    for (int r = 0; r < adjoints.length; r++) {
      for (int a = 0; adjoints[r] != 0 && a < arguments.length; a++) {
        into[a] += adjoints[r] * partials[r * arguments.length + a];
      }
    }
    return true;
  }

  /**
   * The tangent of each result, given those of the arguments.
   *
   * @return false where there are no partials
   */
  default boolean pushforward(double[] arguments, double[] tangents, double[] into) {
    var partials = new double[into.length * arguments.length];
    if (!partials(arguments, partials)) {
      return false;
    }
    for (int r = 0; r < into.length; r++) {
      into[r] = 0;
      for (int a = 0; a < arguments.length; a++) {
        // A part that does not move adds nothing, whatever its partial.
        into[r] += tangents[a] == 0 ? 0 : tangents[a] * partials[r * arguments.length + a];
      }
    }
    return true;
  }

  /**
   * Adds to each argument how what {@link #pullback} passes back to it moves as the arguments do,
   * with the adjoints held: the second partials of the sum of adjoint times result, times the
   * tangents.
   *
   * @return false where there are no second partials
   */
  boolean curvature(double[] arguments, double[] tangents, double[] adjoints, double[] into);

  /**
   * Adds to each argument the tangent of what {@link #pullback} passes back to it, given those of
   * the arguments and of the adjoints of the results. What does not move adds nothing, whatever its
   * partials.
   *
   * @return false where there are no second partials
   */
  default boolean pullbackTangent(
      double[] arguments,
      double[] tangents,
      double[] adjoints,
      double[] adjointTangents,
      double[] into) {
    return (isNothing(adjointTangents) || pullback(arguments, adjointTangents, into))
        && (isNothing(adjoints)
            || isNothing(tangents)
            || curvature(arguments, tangents, adjoints, into));
  }

  private static boolean isNothing(double[] numbers) {
    return Arrays.stream(numbers).allMatch(number -> number == 0);
  }
}
