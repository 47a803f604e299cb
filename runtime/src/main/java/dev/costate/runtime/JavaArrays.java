package dev.costate.runtime;

import java.util.IdentityHashMap;

/** What derivatives of Java methods ask of arrays, in which Java allows more than values are. */
public final class JavaArrays {
  private JavaArrays() {}

  /**
   * Checks that all rows of a matrix are of one length.
   *
   * @throws IllegalArgumentException if they are not
   */
  public static void requireRectangular(double[][] matrix) {
    for (var row : matrix) {
      if (row.length != matrix[0].length) {
        throw new IllegalArgumentException(
            "rows of different length: "
                + matrix[0].length
                + " and "
                + row.length
                + "; derivatives are of matrices whose rows are of one length");
      }
    }
  }

  /**
   * Checks that a direction has as many elements as what it is a direction of.
   *
   * @throws IllegalArgumentException if it has not
   */
  public static void requireSameShape(double[] array, double[] direction) {
    if (array.length != direction.length) {
      throw differentLength(array.length, direction.length);
    }
  }

  /**
   * Checks that a direction has the rows and columns of what it is a direction of.
   *
   * @throws IllegalArgumentException if it has not
   */
  public static void requireSameShape(double[][] array, double[][] direction) {
    if (array.length != direction.length) {
      throw differentLength(array.length, direction.length);
    }
    for (int i = 0; i < array.length; i++) {
      requireSameShape(array[i], direction[i]);
    }
  }

  private static IllegalArgumentException differentLength(int array, int direction) {
    return new IllegalArgumentException(
        "a direction of length " + direction + " for an array of length " + array);
  }

  /**
   * Checks that arrays of which the code changes one, and the rows of matrices, are not one array
   * under several names.
   *
   * @param arrays {@code double[]}, {@code int[]} and {@code double[][]}
   * @throws IllegalArgumentException if two are the same
   */
  public static void requireSeparate(Object... arrays) {
    var seen = new IdentityHashMap<Object, Boolean>();
    for (var array : arrays) {
      if (array instanceof double[][] matrix) {
        for (var row : matrix) {
          requireNew(seen, row);
        }
      } else {
        requireNew(seen, array);
      }
    }
  }

  private static void requireNew(IdentityHashMap<Object, Boolean> seen, Object array) {
    if (seen.put(array, true) != null) {
      throw new IllegalArgumentException(
          "one array is passed twice, and changed: derivatives need arrays that are separate");
    }
  }

  /** The elements as numbers. */
  public static double[] numbers(int[] whole) {
    var numbers = new double[whole.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = whole[i];
    }
    return numbers;
  }

  /** A matrix with rows of its own. */
  public static double[][] copy(double[][] matrix) {
    var copy = new double[matrix.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }
}
