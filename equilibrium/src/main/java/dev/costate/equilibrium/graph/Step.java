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
}
