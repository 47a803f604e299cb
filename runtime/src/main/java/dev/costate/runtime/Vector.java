package dev.costate.runtime;

import java.util.Arrays;

/**
 * A sequence of numbers that can grow and shrink at its end. Indices count from 1. Operations that
 * make a new vector leave their operands as they are. Not thread-safe.
 */
public final class Vector {
  /** Room for so many elements is made before a loop at most; 8 MB. */
  private static final int MOST_RESERVED = 1 << 20;

  private double[] elements;
  private int length;

  private Vector(double[] elements, int length) {
    this.elements = elements;
    this.length = length;
  }

  /** A vector of a copy of these elements. */
  public static Vector of(double... elements) {
    return new Vector(elements.clone(), elements.length);
  }

  /** A vector that keeps the given array as its storage: the caller must not use it again. */
  public static Vector owning(double[] elements) {
    return new Vector(elements, elements.length);
  }

  /** {@code zeros(n)}. */
  public static Vector zeros(double size, int place) {
    return owning(allocate(Whole.size(size, place), place));
  }

  static double[] allocate(long size, int place) {
    if (size <= Whole.LARGEST_COUNT) {
      try {
        return new double[(int) size];
      } catch (OutOfMemoryError _) {
        // Reported below, like a size beyond any memory.
      }
    }
    throw new Failure("there is no memory for an array of " + size + " numbers", "", place);
  }

  public int length() {
    return length;
  }

  public double get(int index, int place) {
    if (index < 1 || index > length) {
      throw outside(index, length, place);
    }
    return elements[index - 1];
  }

  public void set(int index, double value, int place) {
    if (index < 1 || index > length) {
      throw outside(index, length, place);
    }
    elements[index - 1] = value;
  }

  static Failure outside(int index, int length, int place) {
    return new Failure(
        length == 0
            ? "index " + index + " of an empty array"
            : "index " + index + " is outside 1.." + length,
        "indices count from 1",
        place);
  }

  /** Appends an element, in amortised constant time. */
  public void push(double value) {
    if (length == elements.length) {
      elements = withRoom(elements, length, 1);
    }
    elements[length++] = value;
  }

  /** Appends all elements of an array, in order. */
  public void append(Vector other) {
    append(other.elements, other.length);
  }

  /** Appends all elements of an array, row after row. */
  public void append(Matrix other) {
    append(other.elements(), other.elements().length);
  }

  private void append(double[] more, int count) {
    if (count > elements.length - length) {
      elements = withRoom(elements, length, count);
    }
    System.arraycopy(more, 0, elements, length, count);
    length += count;
  }

  /**
   * Removes as many elements as an array has, the last first, into its elements from the last to
   * the first: what {@link #append} of the same array undoes.
   */
  public void take(Vector other, int place) {
    take(other.elements, other.length, place);
  }

  /** The same for the elements of a matrix, row after row. */
  public void take(Matrix other, int place) {
    take(other.elements(), other.elements().length, place);
  }

  private void take(double[] into, int count, int place) {
    if (count > length) {
      throw popOfEmpty(place);
    }
    length -= count;
    System.arraycopy(elements, length, into, 0, count);
  }

  /**
   * Makes room for what a loop is going to push, if that is not so much that the loop may well end
   * before.
   *
   * @param least the least value of its counter
   * @param greatest the greatest value of its counter; less than the least if it never runs
   * @param each how many elements each iteration pushes
   */
  public void reserve(int least, int greatest, int each) {
    long count = ((long) greatest - least + 1) * each;
    if (count > elements.length - length && count <= MOST_RESERVED) {
      elements = withRoom(elements, length, (int) count);
    }
  }

  /**
   * The elements with room for more behind them. Static, so that the JIT compiler can keep a vector
   * that never leaves a method in registers.
   */
  private static double[] withRoom(double[] elements, int length, int more) {
    long wanted = Math.max(length + (long) more, Math.max(8, length + (length >> 1)));
    return Arrays.copyOf(elements, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
  }

  /** Removes the last element and returns it. */
  public double pop(int place) {
    if (length == 0) {
      throw popOfEmpty(place);
    }
    return elements[--length];
  }

  private static Failure popOfEmpty(int place) {
    return new Failure(
        "pop of an empty array", "test length(…) > 0 before taking an element away", place);
  }

  public Vector copy() {
    return owning(toArray());
  }

  /** The elements for reading: the storage itself where they fill it. */
  public double[] shared() {
    return length == elements.length ? elements : toArray();
  }

  /** A copy of the elements. */
  public double[] toArray() {
    return Arrays.copyOf(elements, length);
  }

  public Vector plus(Vector other, int place) {
    requireSameLength(other, "+", place);
    var result = new double[length];
    for (int i = 0; i < result.length; i++) {
      result[i] = elements[i] + other.elements[i];
    }
    return owning(result);
  }

  public Vector minus(Vector other, int place) {
    requireSameLength(other, "-", place);
    var result = new double[length];
    for (int i = 0; i < result.length; i++) {
      result[i] = elements[i] - other.elements[i];
    }
    return owning(result);
  }

  public Vector times(double factor) {
    var result = new double[length];
    for (int i = 0; i < result.length; i++) {
      result[i] = elements[i] * factor;
    }
    return owning(result);
  }

  /** {@code factor * vector}. */
  public static Vector scaled(double factor, Vector vector) {
    return vector.times(factor);
  }

  public Vector over(double divisor) {
    var result = new double[length];
    for (int i = 0; i < result.length; i++) {
      result[i] = elements[i] / divisor;
    }
    return owning(result);
  }

  public Vector negated() {
    var result = new double[length];
    for (int i = 0; i < result.length; i++) {
      result[i] = -elements[i];
    }
    return owning(result);
  }

  /** The sum from the first to the last; 0 of an empty vector. */
  public double sum() {
    return sum(elements, length);
  }

  /** The largest element as {@link Numbers#max} compares. */
  public double max(int place) {
    return max(elements, length, place);
  }

  /** The smallest element as {@link Numbers#min} compares. */
  public double min(int place) {
    return min(elements, length, place);
  }

  static double sum(double[] elements, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += elements[i];
    }
    return sum;
  }

  static double max(double[] elements, int length, int place) {
    requireElements("max", length, place);
    double largest = elements[0];
    for (int i = 1; i < length; i++) {
      largest = Numbers.max(largest, elements[i]);
    }
    return largest;
  }

  static double min(double[] elements, int length, int place) {
    requireElements("min", length, place);
    double smallest = elements[0];
    for (int i = 1; i < length; i++) {
      smallest = Numbers.min(smallest, elements[i]);
    }
    return smallest;
  }

  private static void requireElements(String operation, int length, int place) {
    if (length == 0) {
      throw new Failure(operation + " of an empty array", "", place);
    }
  }

  private void requireSameLength(Vector other, String operator, int place) {
    if (length != other.length) {
      throw new Failure(
          "'" + operator + "' of arrays of different length: " + length + " and " + other.length,
          "",
          place);
    }
  }

  /** Whether the other is a vector with the same elements, bit for bit. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Vector vector && Arrays.equals(toArray(), vector.toArray());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toArray());
  }

  @Override
  public String toString() {
    return text(elements, 0, length);
  }

  static String text(double[] elements, int from, int to) {
    var text = new StringBuilder("[");
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ", ").append(NumberText.of(elements[i]));
    }
    return text.append(']').toString();
  }
}
