package dev.costate.equilibrium.solver;

/**
 * The natural unit of a diagonal entry: the scale of the condition over the size of the variable.
 */
final class Proximal {
  /** Scales and sizes count as at least this fraction of typical ones. */
  private static final double SMALL = 1e-3;

  private final double[] sizes;
  private final double worth;

  /** Takes the typical sizes of the problem, and what two of them make together. */
  Proximal(ComplementarityProblem problem) {
    sizes = new double[problem.size()];
    double logs = 0;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = problem.size(i);
      logs += Math.log(sizes[i]);
    }
    worth = Math.exp(2 * logs / Math.max(1, sizes.length));
  }

  void units(double[] z, double[] scales, double[] units) {
    for (int i = 0; i < z.length; i++) {
      double scale = Math.max(scales[i], SMALL * SMALL * worth / sizes[i]);
      units[i] = scale / Math.max(Math.abs(z[i]), SMALL * sizes[i]);
    }
  }

  /** How large a free variable counts at least. */
  double floor(int i) {
    return SMALL * sizes[i];
  }
}
