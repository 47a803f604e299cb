package dev.costate.equilibrium.graph;

/** One step of a graph: a function from numbers to numbers with its partials. */
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
}
