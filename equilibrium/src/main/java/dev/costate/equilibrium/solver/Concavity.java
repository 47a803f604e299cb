package dev.costate.equilibrium.solver;

import java.util.List;

/**
 * Keeps Newton steps away from the minima of an agent's own problem: its plan block, with its
 * multipliers eliminated, must be positive definite (the inertia condition of interior-point
 * methods; Wächter and Biegler 2006, section 3.1). Where it is not, the diagonal of the plan grows
 * in proportion to the barrier and the block itself until it is.
 */
final class Concavity {
  /** A pivot counts as negative below this fraction of its diagonal entry's magnitude. */
  private static final double ROUNDING = 1e-9;

  private static final double FIRST_SHIFT = 1e-3;
  private static final double SHIFT_GROWTH = 8;
  private static final int SHIFTS = 24;

  private final SparsePattern pattern;
  private final List<PlanBlock> plans;

  /** Positions in the pattern, or -1: plan by plan, plan by multiplier, multiplier by plan. */
  private final int[][] own;

  private final int[][] left;
  private final int[][] right;
  private final double[][] blocks;
  private final double[][] factors;

  Concavity(SparsePattern pattern, List<PlanBlock> plans) {
    this.pattern = pattern;
    this.plans = plans;
    int count = plans.size();
    own = new int[count][];
    left = new int[count][];
    right = new int[count][];
    blocks = new double[count][];
    factors = new double[count][];
    for (int b = 0; b < count; b++) {
      int[] plan = plans.get(b).plan();
      int[] multipliers = plans.get(b).multipliers();
      own[b] = positions(plan, plan);
      left[b] = positions(plan, multipliers);
      right[b] = positions(multipliers, plan);
      blocks[b] = new double[own[b].length];
      factors[b] = new double[own[b].length];
    }
  }

  private int[] positions(int[] rows, int[] columns) {
    var result = new int[rows.length * columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        result[i * columns.length + j] = pattern.position(rows[i], columns[j]);
      }
    }
    return result;
  }

  /** Raises diagonal entries of the matrix where needed. */
  void correct(double[] matrix, double[] barrier, Iterate at) {
    for (int b = 0; b < blocks.length; b++) {
      int[] plan = plans.get(b).plan();
      double[] block = blocks[b];
      condense(b, matrix);
      if (definite(block, factors[b], plan.length)) {
        continue;
      }
      double shift = FIRST_SHIFT;
      for (int k = 0; k < SHIFTS; k++, shift *= SHIFT_GROWTH) {
        System.arraycopy(block, 0, factors[b], 0, block.length);
        for (int i = 0; i < plan.length; i++) {
          factors[b][i * plan.length + i] += shift * unit(block, plan, i, barrier, at);
        }
        if (definite(factors[b], factors[b], plan.length)) {
          break;
        }
      }
      for (int i = 0; i < plan.length; i++) {
        matrix[pattern.diagonal(plan[i])] += shift * unit(block, plan, i, barrier, at);
      }
    }
  }

  /**
   * A natural curvature of one variable: its own, its barrier's, or its condition's scale over its
   * size.
   */
  private static double unit(double[] block, int[] plan, int i, double[] barrier, Iterate at) {
    int variable = plan[i];
    double size = Math.max(Math.abs(at.z[variable]), Double.MIN_NORMAL);
    return Math.max(
        Math.max(Math.abs(block[i * plan.length + i]), barrier[variable]),
        at.scales[variable] / size);
  }

  /**
   * The plan's block with its multipliers eliminated: A - B C^-1 D with C the (diagonal) multiplier
   * block.
   */
  private void condense(int agent, double[] matrix) {
    double[] block = blocks[agent];
    int n = plans.get(agent).plan().length;
    int[] multipliers = plans.get(agent).multipliers();
    for (int p = 0; p < block.length; p++) {
      block[p] = entry(matrix, own[agent][p]);
    }
    for (int m = 0; m < multipliers.length; m++) {
      double pivot = matrix[pattern.diagonal(multipliers[m])];
      for (int i = 0; i < n; i++) {
        double factor = entry(matrix, left[agent][i * multipliers.length + m]) / pivot;
        for (int j = 0; factor != 0 && j < n; j++) {
          block[i * n + j] -= factor * entry(matrix, right[agent][m * n + j]);
        }
      }
    }
  }

  private static double entry(double[] matrix, int position) {
    return position < 0 ? 0 : matrix[position];
  }

  /**
   * Cholesky of the symmetric part, into {@code l} (which may be the block itself); false at a
   * negative pivot.
   */
  private static boolean definite(double[] block, double[] l, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        l[i * n + j] = 0.5 * (block[i * n + j] + block[j * n + i]);
      }
    }
    for (int j = 0; j < n; j++) {
      double own = l[j * n + j];
      double pivot = own;
      double largest = Math.abs(own);
      for (int k = 0; k < j; k++) {
        double square = l[j * n + k] * l[j * n + k];
        pivot -= square;
        largest = Math.max(largest, square);
      }
      if (!(pivot >= -ROUNDING * largest) || own < 0) {
        return false;
      }
      double root = Math.sqrt(Math.max(pivot, ROUNDING * largest));
      l[j * n + j] = root;
      for (int i = j + 1; i < n; i++) {
        double sum = l[i * n + j];
        for (int k = 0; k < j; k++) {
          sum -= l[i * n + k] * l[j * n + k];
        }
        l[i * n + j] = root == 0 ? 0 : sum / root;
      }
    }
    return true;
  }
}
