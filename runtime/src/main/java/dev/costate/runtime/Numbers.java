package dev.costate.runtime;

/**
 * The numeric built-ins that {@link Math} does not have with the meaning the language gives them.
 */
public final class Numbers {
  private Numbers() {}

  /**
   * {@code x^y}. Exponents 2, 1, 1/2, -1/2 and -1 are computed by the faster operations they name,
   * which are at least as accurate as {@link Math#pow}, and have its limits at zeros and
   * infinities.
   */
  public static double power(double x, double y) {
    if (y == 2) {
      return x * x;
    }
    if (y == 1) {
      return x;
    }
    if (y == 0.5) {
      return squareRoot(x);
    }
    if (y == -1) {
      return 1 / x;
    }
    if (y == -0.5) {
      return 1 / squareRoot(x);
    }
    return Math.pow(x, y);
  }

  /** As {@code Math.pow(x, 0.5)}: of -0 it is 0, of minus infinity infinity. */
  private static double squareRoot(double x) {
    return x == Double.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : Math.sqrt(x) + 0.0;
  }

  /** The larger; of equal ones (0 and -0 are equal) the first; NaN if one of them is. */
  public static double max(double first, double second) {
    return first >= second || Double.isNaN(first) ? first : second;
  }

  /** The smaller; of equal ones (0 and -0 are equal) the first; NaN if one of them is. */
  public static double min(double first, double second) {
    return first <= second || Double.isNaN(first) ? first : second;
  }

  /**
   * {@code a - b*floor(a/b)} without its rounding: exact, with the sign of b. NaN if b is 0, a is
   * infinite or one of them is NaN.
   */
  public static double mod(double a, double b) {
    double remainder = a % b;
    if (remainder == 0) {
      return Math.copySign(0, b);
    }
    return (remainder < 0) == (b < 0) ? remainder : remainder + b;
  }
}
