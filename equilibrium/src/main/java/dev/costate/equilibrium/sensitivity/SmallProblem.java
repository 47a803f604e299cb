package dev.costate.equilibrium.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A linear complementarity problem of few variables, 0 &lt;= y, 0 &lt;= q + M y, y (q + M y) = 0,
 * solved by trying which are positive.
 */
final class SmallProblem {
  /** Above this there are too many possibilities. */
  static final int MOST = 8;

  private static final double ROUNDING = 1e-9;

  private final double[][] matrix;

  /** For each set of positive variables, its inverse; null if it is singular. */
  private final List<double @Nullable [][]> inverses = new ArrayList<>();

  SmallProblem(double[][] matrix) {
    this.matrix = matrix;
    for (int set = 0; set < 1 << matrix.length; set++) {
      inverses.add(inverse(members(set)));
    }
  }

  private static int[] members(int set) {
    return java.util.stream.IntStream.range(0, Integer.SIZE)
        .filter(i -> (set >> i & 1) == 1)
        .toArray();
  }

  /** Every solution that one choice of positive variables gives. */
  List<double[]> solutions(double[] q) {
    var found = new ArrayList<double[]>();
    double size = 0;
    for (double x : q) {
      size = Math.max(size, Math.abs(x));
    }
    for (int set = 0; set < inverses.size(); set++) {
      var inverse = inverses.get(set);
      if (inverse != null) {
        var y = solution(members(set), inverse, q, size);
        if (y != null) {
          found.add(y);
        }
      }
    }
    return found;
  }

  private double @Nullable [] solution(int[] set, double[][] inverse, double[] q, double size) {
    var y = new double[q.length];
    for (int i = 0; i < set.length; i++) {
      double sum = 0;
      double magnitude = 0;
      for (int j = 0; j < set.length; j++) {
        sum -= inverse[i][j] * q[set[j]];
        magnitude += Math.abs(inverse[i][j] * q[set[j]]);
      }
      if (sum < -ROUNDING * magnitude) {
        return null;
      }
      y[set[i]] = Math.max(0, sum);
    }
    for (int i = 0; i < q.length; i++) {
      double w = q[i];
      double magnitude = Math.max(size, Math.abs(q[i]));
      for (int j = 0; j < q.length; j++) {
        w += matrix[i][j] * y[j];
        magnitude = Math.max(magnitude, Math.abs(matrix[i][j] * y[j]));
      }
      if (w < -ROUNDING * magnitude) {
        return null;
      }
    }
    return y;
  }

  /** By Gauss and Jordan, with partial pivoting. */
  private double @Nullable [][] inverse(int[] set) {
    int n = set.length;
    var work = new double[n][2 * n];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        work[i][j] = matrix[set[i]][set[j]];
        largest = Math.max(largest, Math.abs(work[i][j]));
      }
      work[i][n + i] = 1;
    }
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        pivot = Math.abs(work[i][k]) > Math.abs(work[pivot][k]) ? i : pivot;
      }
      if (Math.abs(work[pivot][k]) <= ROUNDING * largest) {
        return null;
      }
      var row = work[pivot];
      work[pivot] = work[k];
      work[k] = row;
      double factor = row[k];
      for (int j = 0; j < 2 * n; j++) {
        row[j] /= factor;
      }
      for (int i = 0; i < n; i++) {
        double times = i == k ? 0 : work[i][k];
        for (int j = 0; times != 0 && j < 2 * n; j++) {
          work[i][j] -= times * row[j];
        }
      }
    }
    var inverse = new double[n][];
    for (int i = 0; i < n; i++) {
      inverse[i] = java.util.Arrays.copyOfRange(work[i], n, 2 * n);
    }
    return inverse;
  }
}
