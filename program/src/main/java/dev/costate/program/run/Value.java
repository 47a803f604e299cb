package dev.costate.program.run;

import dev.costate.program.Kind;
import dev.costate.runtime.NumberText;
import java.util.Arrays;

/**
 * A value of the language. Values are immutable; two are equal if they are the same bit for bit
 * (all NaNs are the same).
 */
public sealed interface Value {
  Kind kind();

  /** A number. */
  @SuppressWarnings("AvoidCommonTypeNames") // The word of the language.
  record Number(double value) implements Value {
    @Override
    public Kind kind() {
      return Kind.NUMBER;
    }

    @Override
    public String toString() {
      return NumberText.of(value);
    }
  }

  record Truth(boolean value) implements Value {
    @Override
    public Kind kind() {
      return Kind.TRUTH;
    }

    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /** A sequence of numbers. */
  @SuppressWarnings("ArrayRecordComponent")
  record Vector(double... elements) implements Value {
    public Vector {
      elements = elements.clone();
    }

    /** The elements themselves, which nobody may change. */
    double[] shared() {
      return elements;
    }

    /** A copy of the elements. */
    @Override
    public double[] elements() {
      return elements.clone();
    }

    @Override
    public Kind kind() {
      return Kind.VECTOR;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Vector vector && Arrays.equals(elements, vector.elements);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(elements);
    }

    @Override
    public String toString() {
      return dev.costate.runtime.Vector.of(elements).toString();
    }
  }

  /**
   * A rectangle of numbers.
   *
   * @param elements row after row
   * @throws IllegalArgumentException if there are not rows times columns elements
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Matrix(int rows, int columns, double... elements) implements Value {
    public Matrix {
      if (rows < 0 || columns < 0 || (long) rows * columns != elements.length) {
        throw new IllegalArgumentException(
            elements.length + " elements for " + rows + " rows of " + columns);
      }
      elements = elements.clone();
    }

    /** The elements themselves, which nobody may change. */
    double[] shared() {
      return elements;
    }

    /** A copy of the elements, row after row. */
    @Override
    public double[] elements() {
      return elements.clone();
    }

    @Override
    public Kind kind() {
      return Kind.MATRIX;
    }

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
      return dev.costate.runtime.Matrix.owning(rows, columns, elements.clone()).toString();
    }
  }

  static Value of(double number) {
    return new Number(number);
  }

  static Value of(boolean truth) {
    return new Truth(truth);
  }

  static Value vector(double... elements) {
    return new Vector(elements);
  }
}
