package dev.costate.equilibrium.solver;

/**
 * The linear system of a Newton step towards the central path, with v and w eliminated: (F' +
 * v/(z-l) + w/(u-z)) dz = right side.
 *
 * <p>A little is added to the diagonal (a proximal term: it selects among ties and makes free
 * variables harmless), more if the factors break down; and where an agent's own problem is not
 * concave, enough to point at its maxima.
 */
final class NewtonSystem {
  /** The proximal term of every step, relative to the unit of the entry. */
  private static final double PROXIMAL = 1e-13;

  private static final double PROXIMAL_GROWTH = 1e3;
  private static final double PROXIMAL_LIMIT = 1e-1;

  private final SparsePattern pattern;
  private final Bounds bounds;
  private final SparseLu lu;
  private final Concavity concavity;
  private final Proximal proximity;
  private final double[] jacobian;
  private final double[] matrix;
  private final double[] barrier;
  private final double[] magnitude;
  private final double[] right;

  NewtonSystem(ComplementarityProblem problem, Bounds bounds) {
    pattern = problem.pattern();
    proximity = new Proximal(problem);
    this.bounds = bounds;
    lu = new SparseLu(pattern);
    concavity = new Concavity(pattern, problem.plans());
    jacobian = new double[pattern.entries()];
    matrix = new double[pattern.entries()];
    barrier = new double[pattern.size()];
    magnitude = new double[pattern.size()];
    right = new double[pattern.size()];
  }

  /** Forms and factors the system at a point; false if that cannot be done. */
  boolean prepare(ComplementarityProblem problem, Iterate at) {
    if (!problem.jacobian(at.z, jacobian)) {
      return false;
    }
    for (int i = 0; i < barrier.length; i++) {
      barrier[i] =
          (bounds.hasLower(i) ? at.v[i] / (at.z[i] - bounds.lower()[i]) : 0)
              + (bounds.hasUpper(i) ? at.w[i] / (bounds.upper()[i] - at.z[i]) : 0);
    }
    proximity.units(at.z, at.scales, magnitude);
    for (double proximal = PROXIMAL; proximal <= PROXIMAL_LIMIT; proximal *= PROXIMAL_GROWTH) {
      System.arraycopy(jacobian, 0, matrix, 0, matrix.length);
      for (int i = 0; i < barrier.length; i++) {
        matrix[pattern.diagonal(i)] += barrier[i] + proximal * magnitude[i];
      }
      concavity.correct(matrix, barrier, at);
      if (lu.factor(matrix)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The step that takes F - v + w to 0 and the products to the targets; a target array holds the
   * wanted (z-l)v, then (u-z)w.
   */
  void solve(Iterate at, double[] lowerTargets, double[] upperTargets, Iterate.Direction d) {
    for (int i = 0; i < right.length; i++) {
      right[i] =
          -at.values[i]
              + (bounds.hasLower(i) ? lowerTargets[i] / (at.z[i] - bounds.lower()[i]) : 0)
              - (bounds.hasUpper(i) ? upperTargets[i] / (bounds.upper()[i] - at.z[i]) : 0);
    }
    lu.solve(right, d.z);
    for (int i = 0; i < right.length; i++) {
      if (bounds.hasLower(i)) {
        d.v[i] = (lowerTargets[i] - at.v[i] * d.z[i]) / (at.z[i] - bounds.lower()[i]) - at.v[i];
      }
      if (bounds.hasUpper(i)) {
        d.w[i] = (upperTargets[i] + at.w[i] * d.z[i]) / (bounds.upper()[i] - at.z[i]) - at.w[i];
      }
    }
  }

  /**
   * The simplified Newton correction at a trial point, with the matrix of this point: what is left
   * to do there.
   */
  void correct(
      Iterate at,
      Iterate trial,
      double[] lowerTargets,
      double[] upperTargets,
      Iterate.Direction d) {
    for (int i = 0; i < right.length; i++) {
      double sum = -trial.values[i] + trial.v[i] - trial.w[i];
      if (bounds.hasLower(i)) {
        double miss = (trial.z[i] - bounds.lower()[i]) * trial.v[i] - lowerTargets[i];
        sum -= miss / (at.z[i] - bounds.lower()[i]);
      }
      if (bounds.hasUpper(i)) {
        double miss = (bounds.upper()[i] - trial.z[i]) * trial.w[i] - upperTargets[i];
        sum += miss / (bounds.upper()[i] - at.z[i]);
      }
      right[i] = sum;
    }
    lu.solve(right, d.z);
    for (int i = 0; i < right.length; i++) {
      if (bounds.hasLower(i)) {
        double miss = (trial.z[i] - bounds.lower()[i]) * trial.v[i] - lowerTargets[i];
        d.v[i] = (-miss - at.v[i] * d.z[i]) / (at.z[i] - bounds.lower()[i]);
      }
      if (bounds.hasUpper(i)) {
        double miss = (bounds.upper()[i] - trial.z[i]) * trial.w[i] - upperTargets[i];
        d.w[i] = (-miss + at.w[i] * d.z[i]) / (bounds.upper()[i] - at.z[i]);
      }
    }
  }
}
