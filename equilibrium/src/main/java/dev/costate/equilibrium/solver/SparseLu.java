package dev.costate.equilibrium.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sparse LU factors of a square matrix, column by column (Gilbert and Peierls 1988; Davis,
 * <i>Direct Methods for Sparse Linear Systems</i>, 2006, chapter 6), in a minimum degree order,
 * with threshold partial pivoting that keeps the diagonal where it is large enough. Rows and
 * columns are scaled by powers of two first. One object factors many matrices of one pattern.
 */
public final class SparseLu {
  /** A diagonal pivot is kept if it is at least this fraction of the largest in its column. */
  private static final double DIAGONAL_THRESHOLD = 0.1;

  private static final int SCALING_SWEEPS = 3;
  private static final int REFINEMENTS = 2;

  private final SparsePattern pattern;
  private final int size;
  private final int[] order;
  private final double[] rowScale;
  private final double[] columnScale;
  private double[] entries = new double[0];

  private final int[] lowerStarts;
  private int[] lowerRows;
  private double[] lowerValues;
  private final int[] upperStarts;
  private int[] upperRows;
  private double[] upperValues;
  private final int[] pivotOfRow;

  private final double[] work;
  private final double[] residual;
  private final double[] correction;
  private final int[] stack;
  private final int[] resume;
  private final int[] mark;
  private final List<Integer> dependent = new ArrayList<>();
  private int stamp;

  public SparseLu(SparsePattern pattern) {
    this.pattern = pattern;
    this.size = pattern.size();
    this.order = MinimumDegree.order(pattern);
    rowScale = new double[size];
    columnScale = new double[size];
    lowerStarts = new int[size + 1];
    upperStarts = new int[size + 1];
    int guess = 4 * pattern.entries() + size;
    lowerRows = new int[guess];
    lowerValues = new double[guess];
    upperRows = new int[guess];
    upperValues = new double[guess];
    pivotOfRow = new int[size];
    work = new double[size];
    residual = new double[size];
    correction = new double[size];
    stack = new int[size];
    resume = new int[size];
    mark = new int[size];
  }

  /**
   * Factors the matrix with these entries (kept, not copied, until the next call).
   *
   * @return false if it is singular to working precision
   */
  public boolean factor(double[] matrixEntries) {
    entries = matrixEntries;
    dependent.clear();
    if (!eliminate(0, false)) {
      return false;
    }
    for (int p = 0; p < lowerStarts[size]; p++) {
      lowerRows[p] = pivotOfRow[lowerRows[p]];
    }
    return true;
  }

  /**
   * Columns that depend on others up to rounding, and as many rows that do, once these are gone. No
   * factors are there afterwards.
   *
   * @param rounding pivots up to this are none; entries are about 1
   */
  public Dependence dependence(double[] matrixEntries, double rounding) {
    entries = matrixEntries;
    dependent.clear();
    eliminate(rounding, true);
    return new Dependence(
        List.copyOf(dependent),
        IntStream.range(0, size).filter(i -> pivotOfRow[i] < 0).boxed().toList());
  }

  /** Columns and rows without which a matrix is regular. */
  public record Dependence(List<Integer> columns, List<Integer> rows) {}

  /** Goes through the columns; leaves out those without a pivot, or stops there. */
  private boolean eliminate(double rounding, boolean leaveOut) {
    scale();
    Arrays.fill(pivotOfRow, -1);
    int lower = 0;
    int upper = 0;
    for (int k = 0; k < size; k++) {
      lowerStarts[k] = lower;
      upperStarts[k] = upper;
      ensureRoom(lower + size, upper + size);
      int column = order[k];
      int top = solveColumn(column);
      int pivotRow = choosePivot(top, column);
      if (leaveOut && (pivotRow < 0 || Math.abs(work[pivotRow]) <= rounding)) {
        dependent.add(column);
        for (int p = top; p < size; p++) {
          work[stack[p]] = 0;
        }
        upperRows[upper] = k;
        upperValues[upper++] = 1;
        continue;
      }
      if (pivotRow < 0) {
        return false;
      }
      double pivot = work[pivotRow];
      for (int p = top; p < size; p++) {
        int row = stack[p];
        if (pivotOfRow[row] >= 0) {
          upperRows[upper] = pivotOfRow[row];
          upperValues[upper++] = work[row];
        } else if (row != pivotRow) {
          lowerRows[lower] = row;
          lowerValues[lower++] = work[row] / pivot;
        }
        work[row] = 0;
      }
      upperRows[upper] = k;
      upperValues[upper++] = pivot;
      pivotOfRow[pivotRow] = k;
    }
    lowerStarts[size] = lower;
    upperStarts[size] = upper;
    return true;
  }

  /** The sign of the determinant of the matrix factored last: 1 or -1. */
  public int determinantSign() {
    int sign = parity(pivotOfRow) * parity(order);
    for (int k = 0; k < size; k++) {
      sign *= upperValues[upperStarts[k + 1] - 1] < 0 ? -1 : 1;
    }
    return sign;
  }

  /** 1 for an even permutation, -1 for an odd one. */
  private static int parity(int[] permutation) {
    var seen = new boolean[permutation.length];
    int sign = 1;
    for (int start = 0; start < permutation.length; start++) {
      int length = 0;
      for (int i = start; !seen[i]; i = permutation[i]) {
        seen[i] = true;
        length++;
      }
      sign = length > 0 && length % 2 == 0 ? -sign : sign;
    }
    return sign;
  }

  /** How many numbers the factors hold. */
  public int fill() {
    return lowerStarts[size] + upperStarts[size];
  }

  /** Solves A x = b with iterative refinement; b is left as it is, and may not be x. */
  public void solve(double[] b, double[] x) {
    substitute(b, x);
    for (int r = 0; r < REFINEMENTS; r++) {
      pattern.multiply(entries, x, residual);
      for (int i = 0; i < size; i++) {
        residual[i] = b[i] - residual[i];
      }
      substitute(residual, correction);
      for (int i = 0; i < size; i++) {
        x[i] += correction[i];
      }
    }
  }

  /** Solves A' x = b with iterative refinement; b is left as it is, and may not be x. */
  public void solveTransposed(double[] b, double[] x) {
    substituteTransposed(b, x);
    for (int r = 0; r < REFINEMENTS; r++) {
      pattern.multiplyTransposed(entries, x, residual);
      for (int i = 0; i < size; i++) {
        residual[i] = b[i] - residual[i];
      }
      substituteTransposed(residual, correction);
      for (int i = 0; i < size; i++) {
        x[i] += correction[i];
      }
    }
  }

  private void substituteTransposed(double[] b, double[] x) {
    for (int k = 0; k < size; k++) {
      int last = upperStarts[k + 1] - 1;
      double value = b[order[k]] * columnScale[order[k]];
      for (int p = upperStarts[k]; p < last; p++) {
        value -= upperValues[p] * work[upperRows[p]];
      }
      work[k] = value / upperValues[last];
    }
    for (int k = size - 1; k >= 0; k--) {
      for (int p = lowerStarts[k]; p < lowerStarts[k + 1]; p++) {
        work[k] -= lowerValues[p] * work[lowerRows[p]];
      }
    }
    for (int i = 0; i < size; i++) {
      x[i] = rowScale[i] * work[pivotOfRow[i]];
    }
    Arrays.fill(work, 0);
  }

  /** The smallest pivot over the largest, of the scaled matrix: about 0 if it is near singular. */
  public double pivotRatio() {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (int k = 0; k < size; k++) {
      double pivot = Math.abs(upperValues[upperStarts[k + 1] - 1]);
      smallest = Math.min(smallest, pivot);
      largest = Math.max(largest, pivot);
    }
    return size == 0 ? 1 : smallest / largest;
  }

  private void substitute(double[] b, double[] x) {
    for (int i = 0; i < size; i++) {
      work[pivotOfRow[i]] = b[i] * rowScale[i];
    }
    for (int k = 0; k < size; k++) {
      double value = work[k];
      if (value != 0) {
        for (int p = lowerStarts[k]; p < lowerStarts[k + 1]; p++) {
          work[lowerRows[p]] -= lowerValues[p] * value;
        }
      }
    }
    for (int k = size - 1; k >= 0; k--) {
      int last = upperStarts[k + 1] - 1;
      double value = work[k] / upperValues[last];
      work[k] = 0;
      x[order[k]] = value * columnScale[order[k]];
      if (value != 0) {
        for (int p = upperStarts[k]; p < last; p++) {
          work[upperRows[p]] -= upperValues[p] * value;
        }
      }
    }
  }

  /**
   * The sparse triangular solve for one column: its values in {@code work}, its places in {@code
   * stack[top..size)}.
   */
  private int solveColumn(int column) {
    stamp++;
    int top = size;
    for (int p = pattern.start(column); p < pattern.start(column + 1); p++) {
      if (entries[p] != 0 && mark[pattern.row(p)] != stamp) {
        top = reach(pattern.row(p), top);
      }
    }
    for (int p = pattern.start(column); p < pattern.start(column + 1); p++) {
      int row = pattern.row(p);
      if (entries[p] != 0) {
        work[row] = entries[p] * rowScale[row] * columnScale[column];
      }
    }
    for (int p = top; p < size; p++) {
      int row = stack[p];
      int k = pivotOfRow[row];
      double value = work[row];
      if (k >= 0 && value != 0) {
        for (int q = lowerStarts[k]; q < lowerStarts[k + 1]; q++) {
          work[lowerRows[q]] -= lowerValues[q] * value;
        }
      }
    }
    return top;
  }

  /**
   * Depth-first search through the columns of L; finished rows go to the top of the stack, in
   * topological order.
   */
  private int reach(int start, int top) {
    int head = 0;
    int free = top;
    stack[0] = start;
    resume[0] = -1;
    while (head >= 0) {
      int row = stack[head];
      int k = pivotOfRow[row];
      if (mark[row] != stamp) {
        mark[row] = stamp;
        resume[head] = k < 0 ? 0 : lowerStarts[k];
      }
      int end = k < 0 ? 0 : lowerStarts[k + 1];
      boolean finished = true;
      for (int p = resume[head]; p < end; p++) {
        int child = lowerRows[p];
        if (mark[child] != stamp) {
          resume[head] = p + 1;
          stack[++head] = child;
          finished = false;
          break;
        }
      }
      if (finished) {
        head--;
        stack[--free] = row;
      }
    }
    return free;
  }

  private int choosePivot(int top, int column) {
    int best = -1;
    double largest = 0;
    for (int p = top; p < size; p++) {
      int row = stack[p];
      double magnitude = Math.abs(work[row]);
      if (pivotOfRow[row] < 0 && magnitude > largest) {
        largest = magnitude;
        best = row;
      }
    }
    if (best < 0 || !Double.isFinite(largest)) {
      Arrays.fill(work, 0);
      return -1;
    }
    boolean diagonal =
        pivotOfRow[column] < 0
            && mark[column] == stamp
            && Math.abs(work[column]) >= DIAGONAL_THRESHOLD * largest;
    return diagonal ? column : best;
  }

  private void ensureRoom(int lower, int upper) {
    if (lower > lowerRows.length) {
      int room = Math.max(lower, 2 * lowerRows.length);
      lowerRows = Arrays.copyOf(lowerRows, room);
      lowerValues = Arrays.copyOf(lowerValues, room);
    }
    if (upper > upperRows.length) {
      int room = Math.max(upper, 2 * upperRows.length);
      upperRows = Arrays.copyOf(upperRows, room);
      upperValues = Arrays.copyOf(upperValues, room);
    }
  }

  /** Row and column scales, powers of two, that bring the largest entries near 1 (Ruiz 2001). */
  private void scale() {
    Arrays.fill(rowScale, 1);
    Arrays.fill(columnScale, 1);
    for (int sweep = 0; sweep < SCALING_SWEEPS; sweep++) {
      Arrays.fill(residual, 0);
      Arrays.fill(correction, 0);
      for (int j = 0; j < size; j++) {
        for (int p = pattern.start(j); p < pattern.start(j + 1); p++) {
          int i = pattern.row(p);
          double magnitude = Math.abs(entries[p]) * rowScale[i] * columnScale[j];
          residual[i] = Math.max(residual[i], magnitude);
          correction[j] = Math.max(correction[j], magnitude);
        }
      }
      for (int i = 0; i < size; i++) {
        rowScale[i] *= inverseRoot(residual[i]);
        columnScale[i] *= inverseRoot(correction[i]);
      }
    }
  }

  private static double inverseRoot(double magnitude) {
    return magnitude > 0 && Double.isFinite(magnitude)
        ? Math.scalb(1.0, -Math.floorDiv(Math.getExponent(magnitude), 2))
        : 1;
  }
}
