package dev.costate.runtime;

import java.util.Arrays;

/**
 * A rectangle of numbers, stored by rows. Indices count from 1. Operations that make a new matrix
 * leave their operands as they are. Not thread-safe.
 */
public final class Matrix {
  private final int rows;
  private final int columns;
  private final double[] elements;

  private Matrix(int rows, int columns, double[] elements) {
    this.rows = rows;
    this.columns = columns;
    this.elements = elements;
  }

  /**
   * A matrix that keeps the given array, row after row, as its storage: the caller must not use it
   * again.
   *
   * @throws IllegalArgumentException if there are not rows times columns elements
   */
  public static Matrix owning(int rows, int columns, double[] elements) {
    if (rows < 0 || columns < 0 || (long) rows * columns != elements.length) {
      throw new IllegalArgumentException(
          elements.length + " elements for " + rows + " rows of " + columns);
    }
    return new Matrix(rows, columns, elements);
  }

  /** As {@link #owning}, with a copy of the elements. */
  public static Matrix of(int rows, int columns, double... elements) {
    return owning(rows, columns, elements.clone());
  }

  /** A matrix of copies of these rows, which must be equally long. */
  public static Matrix ofRows(Vector[] rows, int place) {
    int columns = rows.length == 0 ? 0 : rows[0].length();
    var elements = Vector.allocate((long) rows.length * columns, place);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length() != columns) {
        throw new Failure(
            "row " + (i + 1) + " has " + rows[i].length() + " elements and row 1 has " + columns,
            "the rows of a matrix are equally long",
            place);
      }
      System.arraycopy(rows[i].toArray(), 0, elements, i * columns, columns);
    }
    return new Matrix(rows.length, columns, elements);
  }

  /** {@code zeros(n, m)}. */
  public static Matrix zeros(double rows, double columns, int place) {
    int n = Whole.size(rows, place);
    int m = Whole.size(columns, place);
    return new Matrix(n, m, Vector.allocate((long) n * m, place));
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public double get(int row, int column, int place) {
    if (row < 1 || row > rows || column < 1 || column > columns) {
      throw outside(row, column, place);
    }
    return elements[(row - 1) * columns + column - 1];
  }

  public void set(int row, int column, double value, int place) {
    if (row < 1 || row > rows || column < 1 || column > columns) {
      throw outside(row, column, place);
    }
    elements[(row - 1) * columns + column - 1] = value;
  }

  private Failure outside(int row, int column, int place) {
    return new Failure(
        "index " + row + ", " + column + " is outside a matrix of " + shape(),
        "indices count from 1",
        place);
  }

  private String shape() {
    return rows + " rows and " + columns + " columns";
  }

  public Matrix copy() {
    return new Matrix(rows, columns, elements.clone());
  }

  double[] elements() {
    return elements;
  }

  /** The elements for reading, row after row: the storage itself. */
  public double[] shared() {
    return elements;
  }

  /** A copy of the elements, row after row. */
  public double[] toArray() {
    return elements.clone();
  }

  public Matrix plus(Matrix other, int place) {
    requireSameShape(other, "+", place);
    var result = new double[elements.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = elements[i] + other.elements[i];
    }
    return new Matrix(rows, columns, result);
  }

  public Matrix minus(Matrix other, int place) {
    requireSameShape(other, "-", place);
    var result = new double[elements.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = elements[i] - other.elements[i];
    }
    return new Matrix(rows, columns, result);
  }

  public Matrix times(double factor) {
    var result = new double[elements.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = elements[i] * factor;
    }
    return new Matrix(rows, columns, result);
  }

  /** {@code factor * matrix}. */
  public static Matrix scaled(double factor, Matrix matrix) {
    return matrix.times(factor);
  }

  public Matrix over(double divisor) {
    var result = new double[elements.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = elements[i] / divisor;
    }
    return new Matrix(rows, columns, result);
  }

  public Matrix negated() {
    var result = new double[elements.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = -elements[i];
    }
    return new Matrix(rows, columns, result);
  }

  /** The sum, row after row; 0 of an empty matrix. */
  public double sum() {
    return Vector.sum(elements, elements.length);
  }

  /** The largest element as {@link Numbers#max} compares. */
  public double max(int place) {
    return Vector.max(elements, elements.length, place);
  }

  /** The smallest element as {@link Numbers#min} compares. */
  public double min(int place) {
    return Vector.min(elements, elements.length, place);
  }

  private void requireSameShape(Matrix other, String operator, int place) {
    if (rows != other.rows || columns != other.columns) {
      throw new Failure(
          "'"
              + operator
              + "' of matrices of different shape: "
              + shape()
              + ", and "
              + other.shape(),
          "",
          place);
    }
  }

  /** Whether the other is a matrix of this shape with the same elements, bit for bit. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix matrix
        && rows == matrix.rows
        && columns == matrix.columns
        && Arrays.equals(elements, matrix.elements);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(elements);
  }

  @Override
  public String toString() {
    var text = new StringBuilder("[");
    for (int i = 0; i < rows; i++) {
      text.append(i == 0 ? "" : ", ").append(Vector.text(elements, i * columns, (i + 1) * columns));
    }
    return text.append(']').toString();
  }
}
