package dev.costate.equilibrium.solver;

/**
 * The index of a solution: the sign of the determinant of F' over the variables inside their bounds
 * (Kojima 1980 for complementarity problems; Kehoe 1980 for production economies). Over all
 * solutions of a problem whose F points inwards at the border of a box, as that of a closed economy
 * does, and that are all regular, the indices sum to 1.
 */
public final class SolutionIndex {
  private SolutionIndex() {}

  /** 1 or -1; 0 where the derivative is singular or does not exist. */
  public static int of(ComplementarityProblem problem, double[] z) {
    var pattern = problem.pattern();
    var jacobian = new double[pattern.entries()];
    if (!problem.jacobian(z, jacobian)) {
      return 0;
    }
    for (int j = 0; j < z.length; j++) {
      for (int p = pattern.start(j); p < pattern.start(j + 1); p++) {
        int i = pattern.row(p);
        if (isAtBound(problem, z, i) || isAtBound(problem, z, j)) {
          jacobian[p] = i == j ? 1 : 0;
        }
      }
    }
    var lu = new SparseLu(pattern);
    return lu.factor(jacobian) ? lu.determinantSign() : 0;
  }

  private static boolean isAtBound(ComplementarityProblem problem, double[] z, int i) {
    return z[i] == problem.lower(i) || z[i] == problem.upper(i);
  }
}
