package dev.costate.runtime;

/** Numbers as the language writes them. */
public final class NumberText {
  /** From here on whole numbers are written with an exponent. */
  private static final double LONGEST_WHOLE = 1e15;

  private NumberText() {}

  /**
   * The shortest decimal that reads back as the same number: {@code 2}, {@code 0.5}, {@code 1e20},
   * {@code -1.5e-7}; and {@code NaN}, {@code Infinity}, {@code -Infinity}, which are not literals
   * of the language.
   */
  public static String of(double value) {
    if (value == Math.rint(value) && Math.abs(value) < LONGEST_WHOLE) {
      return value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value);
    }
    var text = Double.toString(value);
    int exponent = text.indexOf('E');
    if (exponent < 0) {
      return text;
    }
    int digits = text.startsWith(".0", exponent - 2) ? exponent - 2 : exponent;
    return text.substring(0, digits).concat("e").concat(text.substring(exponent + 1));
  }
}
