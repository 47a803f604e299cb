package dev.costate.equilibrium.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mixed linear complementarity problem of few variables: 0 &lt;= y, 0 &lt;= w = q + M y + N x, y
 * w = 0, 0 = r + R y + S x with x free, solved by trying what each pair y, w may be: y at 0, w at
 * 0, or both.
 */
final class SmallProblem {
  /** Above this many pairs there are too many possibilities. */
  static final int MOST = 7;

  private static final double ROUNDING = 1e-9;

  /** What a pair may be. */
  private static final int FIRST = 0;

  private static final int SECOND = 1;
  private static final int STATES = 3;

  private final double[][] rows;
  private final int pairs;
  private final int free;

  /**
   * @param rows of w, then of the equations; columns of y, then of x
   * @param pairs how many of both are pairs
   */
  SmallProblem(double[][] rows, int pairs, int free) {
    this.rows = rows;
    this.pairs = pairs;
    this.free = free;
  }

  /**
   * The solutions y that are found.
   *
   * @param constants q, then r
   * @param scales below which numbers of the rows are rounding
   */
  List<double[]> solutions(double[] constants, double[] scales) {
    var found = new ArrayList<double[]>();
    int count = (int) Math.pow(STATES, pairs);
    var states = new int[pairs];
    for (int k = 0; k < count; k++) {
      for (int d = 0, rest = k; d < pairs; d++, rest /= STATES) {
        states[d] = rest % STATES;
      }
      var y = solution(states, constants, scales);
      if (y != null) {
        found.add(y);
      }
    }
    return found;
  }

  private double @Nullable [] solution(int[] states, double[] constants, double[] scales) {
    var equations = new ArrayList<Integer>();
    var unknowns = new ArrayList<Integer>();
    for (int d = 0; d < pairs; d++) {
      if (states[d] != FIRST) {
        equations.add(d);
      }
      if (states[d] == SECOND) {
        unknowns.add(d);
      }
    }
    for (int i = pairs; i < rows.length; i++) {
      equations.add(i);
    }
    for (int x = 0; x < free; x++) {
      unknowns.add(pairs + x);
    }
    var values = values(equations, unknowns, constants);
    for (int i = 0; i < rows.length; i++) {
      double sum = constants[i];
      double magnitude = Math.max(scales[i], Math.abs(constants[i]));
      for (int j = 0; j < values.length; j++) {
        sum += rows[i][j] * values[j];
        magnitude = Math.max(magnitude, Math.abs(rows[i][j] * values[j]));
      }
      boolean holds =
          equations.contains(i)
              ? Math.abs(sum) <= ROUNDING * magnitude
              : sum >= -ROUNDING * magnitude;
      if (!holds) {
        return null;
      }
    }
    double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
    for (int d = 0; d < pairs; d++) {
      if (!(values[d] >= -ROUNDING * largest)) {
        return null;
      }
      values[d] = Math.max(0, values[d]);
    }
    return Arrays.copyOf(values, pairs);
  }

  /**
   * One solution of some rows in some variables, the others 0; whether it is one is not checked.
   */
  private double[] values(List<Integer> equations, List<Integer> unknowns, double[] constants) {
    int m = equations.size();
    int n = unknowns.size();
    var work = new double[m][n + 1];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        work[i][j] = rows[equations.get(i)][unknowns.get(j)];
      }
      work[i][n] = -constants[equations.get(i)];
    }
    var values = new double[pairs + free];
    var pivots = eliminate(work, n);
    for (int i = 0; i < pivots.length; i++) {
      if (pivots[i] >= 0) {
        values[unknowns.get(pivots[i])] = work[i][n];
      }
    }
    return values;
  }

  /** Gauss and Jordan with pivots anywhere; the column of the pivot of each row, or -1. */
  private static int[] eliminate(double[][] work, int n) {
    var pivots = new int[work.length];
    Arrays.fill(pivots, -1);
    var sizes = new double[work.length];
    for (int i = 0; i < work.length; i++) {
      for (int j = 0; j < n; j++) {
        sizes[i] = Math.max(sizes[i], Math.abs(work[i][j]));
      }
    }
    for (int step = 0; step < Math.min(work.length, n); step++) {
      int row = -1;
      int column = -1;
      double best = ROUNDING;
      for (int i = 0; i < work.length; i++) {
        for (int j = 0; pivots[i] < 0 && j < n; j++) {
          double relative = sizes[i] == 0 ? 0 : Math.abs(work[i][j]) / sizes[i];
          if (relative > best) {
            best = relative;
            row = i;
            column = j;
          }
        }
      }
      if (row < 0) {
        return pivots;
      }
      pivots[row] = column;
      double factor = work[row][column];
      for (int j = 0; j <= n; j++) {
        work[row][j] /= factor;
      }
      for (int i = 0; i < work.length; i++) {
        double times = i == row ? 0 : work[i][column];
        for (int j = 0; times != 0 && j <= n; j++) {
          work[i][j] -= times * work[row][j];
        }
      }
    }
    return pivots;
  }
}
