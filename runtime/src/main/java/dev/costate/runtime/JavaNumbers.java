package dev.costate.runtime;

/**
 * The arithmetic of Java's integers, and of {@code %}, on binary64 numbers that hold them: what
 * derivatives of Java methods call where an {@code int} may overflow. Arguments are whole and in
 * the range of the type that a method is about; results are those of Java, and a zero is never
 * negative.
 *
 * <p>A {@code long} is held exactly up to {@link Whole#LARGEST_EXACT}; beyond it methods throw
 * {@link ArithmeticException}.
 */
public final class JavaNumbers {
  private JavaNumbers() {}

  /** The int that a sum or difference of ints, or a long, overflows to. */
  public static double wrap(double whole) {
    return (int) (long) whole;
  }

  /** {@code a * b} of ints. */
  public static double product(double a, double b) {
    int first = (int) a;
    int second = (int) b;
    return first * second;
  }

  /**
   * {@code a / b} of ints.
   *
   * @throws ArithmeticException if b is 0
   */
  public static double quotient(double a, double b) {
    int quotient = (int) a / (int) b;
    return quotient;
  }

  /**
   * {@code a % b} of ints or longs.
   *
   * @throws ArithmeticException if b is 0
   */
  public static double remainder(double a, double b) {
    return (long) a % (long) b;
  }

  /** {@code (int) x}. */
  public static double truncate(double x) {
    return (int) x;
  }

  /** {@code a & b} of ints or longs. */
  public static double and(double a, double b) {
    return (long) a & (long) b;
  }

  /** {@code a | b} of ints or longs. */
  public static double or(double a, double b) {
    return (long) a | (long) b;
  }

  /** {@code a ^ b} of ints or longs. */
  public static double exclusiveOr(double a, double b) {
    return (long) a ^ (long) b;
  }

  /** {@code a << distance} of ints. */
  public static double shiftLeft(double a, double distance) {
    return (int) a << (int) distance;
  }

  /** {@code a >> distance} of ints. */
  public static double shiftRight(double a, double distance) {
    return (int) a >> (int) distance;
  }

  /** {@code a >>> distance} of ints. */
  public static double shiftRightUnsigned(double a, double distance) {
    return (int) a >>> (int) distance;
  }

  /**
   * A long that is held exactly.
   *
   * @throws ArithmeticException if it is beyond {@link Whole#LARGEST_EXACT} in size
   */
  public static double exact(double whole) {
    if (Math.abs(whole) > Whole.LARGEST_EXACT) {
      throw inexact();
    }
    return whole + 0.0;
  }

  /**
   * The same for a long as such.
   *
   * @throws ArithmeticException if it is beyond {@link Whole#LARGEST_EXACT} in size
   */
  public static double exact(long whole) {
    if (whole > (long) Whole.LARGEST_EXACT || whole < -(long) Whole.LARGEST_EXACT) {
      throw inexact();
    }
    return whole;
  }

  private static ArithmeticException inexact() {
    return new ArithmeticException(
        "a long beyond 9007199254740991 in size: derivatives hold a long in a double");
  }

  /**
   * {@code a / b} of longs.
   *
   * @throws ArithmeticException if b is 0
   */
  public static double longQuotient(double a, double b) {
    long quotient = (long) a / (long) b;
    return quotient;
  }

  /**
   * {@code Math.floorMod(a, b)} of ints or longs.
   *
   * @throws ArithmeticException if b is 0
   */
  public static double floorMod(double a, double b) {
    return Math.floorMod((long) a, (long) b);
  }

  /**
   * {@code Math.floorDiv(a, b)} of longs.
   *
   * @throws ArithmeticException if b is 0
   */
  public static double floorQuotient(double a, double b) {
    return Math.floorDiv((long) a, (long) b);
  }

  /**
   * {@code (long) x}.
   *
   * @throws ArithmeticException if it is beyond {@link Whole#LARGEST_EXACT} in size
   */
  public static double truncateToLong(double x) {
    return exact((long) x);
  }

  /**
   * {@code Math.round(x)}.
   *
   * @throws ArithmeticException if it is beyond {@link Whole#LARGEST_EXACT} in size
   */
  public static double round(double x) {
    return exact(Math.round(x));
  }

  /** {@code a % b} of numbers. */
  public static double numberRemainder(double a, double b) {
    return a % b;
  }
}
