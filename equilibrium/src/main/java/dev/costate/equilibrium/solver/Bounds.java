package dev.costate.equilibrium.solver;

/** The bounds of a problem as arrays. */
@SuppressWarnings("ArrayRecordComponent")
record Bounds(double[] lower, double[] upper) {
  /** How far inside its bounds a start is moved, relative to the width or to 1. */
  private static final double MARGIN = 1e-2;

  static Bounds of(ComplementarityProblem problem) {
    int n = problem.size();
    var lower = new double[n];
    var upper = new double[n];
    for (int i = 0; i < n; i++) {
      lower[i] = problem.lower(i);
      upper[i] = problem.upper(i);
    }
    return new Bounds(lower, upper);
  }

  boolean hasLower(int i) {
    return lower[i] > Double.NEGATIVE_INFINITY;
  }

  boolean hasUpper(int i) {
    return upper[i] < Double.POSITIVE_INFINITY;
  }

  /**
   * The closest value well inside the bounds; a positive distance from a single bound is kept
   * however small.
   */
  double inside(int i, double z) {
    if (hasLower(i) && hasUpper(i)) {
      double width = upper[i] - lower[i];
      return Math.clamp(z, lower[i] + MARGIN * width, upper[i] - MARGIN * width);
    }
    if (hasLower(i)) {
      return z > lower[i] ? z : lower[i] + MARGIN;
    }
    if (hasUpper(i)) {
      return z < upper[i] ? z : upper[i] - MARGIN;
    }
    return z;
  }

  int count() {
    int count = 0;
    for (int i = 0; i < lower.length; i++) {
      count += (hasLower(i) ? 1 : 0) + (hasUpper(i) ? 1 : 0);
    }
    return count;
  }
}
