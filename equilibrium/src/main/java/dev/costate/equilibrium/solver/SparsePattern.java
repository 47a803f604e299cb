package dev.costate.equilibrium.solver;

import java.util.Arrays;

/**
 * The places of a square sparse matrix that may be other than zero, by columns, with rows
 * ascending; the diagonal is included.
 */
public final class SparsePattern {
  private final int[] columnStarts;
  private final int[] rows;
  private final int[] diagonal;

  private SparsePattern(int[] columnStarts, int[] rows) {
    this.columnStarts = columnStarts;
    this.rows = rows;
    this.diagonal = new int[size()];
    for (int j = 0; j < size(); j++) {
      diagonal[j] = position(j, j);
    }
  }

  /** Collects places. */
  public static final class Builder {
    private final int size;
    private long[] places = new long[64];
    private int count;

    public Builder(int size) {
      this.size = size;
      for (int i = 0; i < size; i++) {
        add(i, i);
      }
    }

    public Builder add(int row, int column) {
      if (count == places.length) {
        places = Arrays.copyOf(places, 2 * count);
      }
      places[count++] = (long) column << 32 | row;
      return this;
    }

    public SparsePattern build() {
      Arrays.sort(places, 0, count);
      var starts = new int[size + 1];
      var rows = new int[count];
      int kept = 0;
      for (int k = 0; k < count; k++) {
        if (k == 0 || places[k] != places[k - 1]) {
          rows[kept++] = (int) places[k];
          starts[(int) (places[k] >> 32) + 1]++;
        }
      }
      for (int j = 0; j < size; j++) {
        starts[j + 1] += starts[j];
      }
      return new SparsePattern(starts, Arrays.copyOf(rows, kept));
    }
  }

  /** A pattern with every place. */
  public static SparsePattern dense(int size) {
    var builder = new Builder(size);
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        builder.add(i, j);
      }
    }
    return builder.build();
  }

  public int size() {
    return columnStarts.length - 1;
  }

  public int entries() {
    return rows.length;
  }

  /** Where the entries of a column begin; that of {@code size()} is the end of the last. */
  public int start(int column) {
    return columnStarts[column];
  }

  public int row(int position) {
    return rows[position];
  }

  /** The position of a diagonal entry. */
  public int diagonal(int i) {
    return diagonal[i];
  }

  /** The position of an entry, or a negative number if it is always zero. */
  public int position(int row, int column) {
    return Arrays.binarySearch(rows, columnStarts[column], columnStarts[column + 1], row);
  }

  /** y = A' x for the matrix with these entries. */
  public void multiplyTransposed(double[] entries, double[] x, double[] y) {
    for (int j = 0; j < size(); j++) {
      double sum = 0;
      for (int k = columnStarts[j]; k < columnStarts[j + 1]; k++) {
        sum += entries[k] * x[rows[k]];
      }
      y[j] = sum;
    }
  }

  /** y = A x for the matrix with these entries. */
  public void multiply(double[] entries, double[] x, double[] y) {
    Arrays.fill(y, 0);
    for (int j = 0; j < size(); j++) {
      for (int k = columnStarts[j]; k < columnStarts[j + 1]; k++) {
        y[rows[k]] += entries[k] * x[j];
      }
    }
  }
}
