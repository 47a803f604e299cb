package dev.costate.cli.diagram;

import java.util.function.UnaryOperator;

/**
 * What an arrow does with an adjoint on its way back: the transpose of its line's derivative.
 * Arrays are flattened row by row; a zero adjoint times anything is 0.
 */
sealed interface Transfer {
  /**
   * What comes to the step that was read.
   *
   * @param adjoint of the step that was made
   * @param size how many elements the step that was read has
   */
  double[] back(double[] adjoint, int size);

  /**
   * To a number, from some elements of what was read (of a number: element 0).
   *
   * @param elements which
   * @param slopes the derivative with respect to each
   */
  @SuppressWarnings("ArrayRecordComponent") // Made here and never shown to others.
  record Slopes(int[] elements, double[] slopes) implements Transfer {
    static Slopes of(int element, double slope) {
      return new Slopes(new int[] {element}, new double[] {slope});
    }

    @Override
    public double[] back(double[] adjoint, int size) {
      var share = new double[size];
      if (adjoint[0] != 0) {
        for (int k = 0; k < elements.length; k++) {
          share[elements[k]] += adjoint[0] * slopes[k];
        }
      }
      return share;
    }
  }

  /** To an array: too many derivatives to keep, so the line is run backwards when asked. */
  record Pulled(UnaryOperator<double[]> line) implements Transfer {
    @Override
    public double[] back(double[] adjoint, int size) {
      for (double element : adjoint) {
        if (element != 0) {
          return line.apply(adjoint);
        }
      }
      return new double[size];
    }
  }

  /** Both ways together. */
  record Both(Transfer one, Transfer other) implements Transfer {
    @Override
    public double[] back(double[] adjoint, int size) {
      var sum = one.back(adjoint, size);
      var more = other.back(adjoint, size);
      for (int i = 0; i < size; i++) {
        sum[i] += more[i];
      }
      return sum;
    }
  }
}
