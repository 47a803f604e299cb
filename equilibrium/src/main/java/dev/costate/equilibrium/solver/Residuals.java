package dev.costate.equilibrium.solver;

/**
 * How far a point is from satisfying its conditions: at a bound only the wrong sign of F counts,
 * inside all of F, always relative to the scale of the condition. A variable counts as at its bound
 * only if it is exactly there, so a small number never passes for zero.
 */
public final class Residuals {
  private Residuals() {}

  /** The relative violation of one condition: 0 if it holds exactly. */
  public static double violation(
      ComplementarityProblem problem, int i, double z, double value, double scale) {
    boolean atLower = z == problem.lower(i);
    boolean atUpper = z == problem.upper(i);
    double wrong =
        atLower && atUpper
            ? 0
            : atLower ? Math.max(0, -value) : atUpper ? Math.max(0, value) : Math.abs(value);
    return wrong == 0 ? 0 : wrong / Math.max(scale, Double.MIN_NORMAL);
  }

  /** The largest relative violation; 0 where there are no conditions. */
  public static double largest(
      ComplementarityProblem problem, double[] z, double[] values, double[] scales) {
    if (z.length == 0) {
      return 0;
    }
    int worst = worst(problem, z, values, scales);
    return violation(problem, worst, z[worst], values[worst], scales[worst]);
  }

  /** The condition that is violated most, relative to its scale. */
  public static int worst(
      ComplementarityProblem problem, double[] z, double[] values, double[] scales) {
    int worst = 0;
    double largest = -1;
    for (int i = 0; i < z.length; i++) {
      double violation = violation(problem, i, z[i], values[i], scales[i]);
      if (!(violation <= largest)) {
        largest = violation;
        worst = i;
      }
    }
    return worst;
  }
}
