package dev.costate.runtime;

/**
 * Checks of numbers that must be whole: indices, sizes, bounds and steps of loops.
 *
 * <p>Loops count in {@code int}. A bound beyond {@link #LARGEST_COUNT} is legal but rare: {@link
 * #bound} then raises {@link Retry}, and whoever called the function repeats it on the interpreter,
 * which counts in binary64.
 */
public final class Whole {
  /** Counters in this range, and their sums with a step of this range, are exact in {@code int}. */
  public static final int LARGEST_COUNT = (1 << 30) - 1;

  /** Up to here every whole number, and its successor, is a binary64 number. */
  public static final double LARGEST_EXACT = 0x1p53 - 1;

  private Whole() {}

  /** An index as an {@code int}. */
  public static int index(double value, int place) {
    int whole = (int) value;
    if (whole != value) {
      throw notWhole("an index", value, place);
    }
    return whole;
  }

  /** A size as an {@code int}: at least 0 and at most {@link #LARGEST_COUNT}. */
  public static int size(double value, int place) {
    int whole = (int) value;
    if (whole != value) {
      throw notWhole("a size", value, place);
    }
    if (whole < 0 || whole > LARGEST_COUNT) {
      throw new Failure("a size of " + whole + " is outside 0.." + LARGEST_COUNT, "", place);
    }
    return whole;
  }

  /** A bound of a loop as an {@code int}. */
  public static int bound(double value, int place) {
    int whole = (int) value;
    if (whole != value || whole < -LARGEST_COUNT || whole > LARGEST_COUNT) {
      exactBound(value, place);
      throw Retry.onInterpreter();
    }
    return whole;
  }

  /** The step of a loop as an {@code int}. */
  public static int step(double value, int place) {
    int whole = (int) value;
    if (whole != value || whole < -LARGEST_COUNT || whole > LARGEST_COUNT || whole == 0) {
      exactStep(value, place);
      throw Retry.onInterpreter();
    }
    return whole;
  }

  /** A bound of a loop that counts in binary64. */
  public static double exactBound(double value, int place) {
    return exact("a bound", value, place);
  }

  /** The step of a loop that counts in binary64; not 0. */
  public static double exactStep(double value, int place) {
    if (value == 0) {
      throw new Failure(
          "a step of 0 never reaches the end of the loop", "a step may be 1, -1, 2, …", place);
    }
    return exact("a step", value, place);
  }

  private static double exact(String role, double value, int place) {
    if (value != Math.rint(value) || Double.isInfinite(value)) {
      throw notWhole(role, value, place);
    }
    if (Math.abs(value) > LARGEST_EXACT) {
      throw new Failure(
          role
              + " of "
              + NumberText.of(value)
              + " is too large to count exactly (beyond 9007199254740991)",
          "",
          place);
    }
    return value;
  }

  private static Failure notWhole(String role, double value, int place) {
    if (value == Math.rint(value) && !Double.isInfinite(value)) {
      return new Failure(role + " of " + NumberText.of(value) + " is too large", "", place);
    }
    return new Failure(
        role + " must be a whole number and is " + NumberText.of(value),
        Double.isFinite(value) ? "floor, ceil or floor(x + 0.5) make a number whole" : "",
        place);
  }
}
