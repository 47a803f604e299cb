package dev.costate.cli.show;

import dev.costate.cli.report.Figures;

/**
 * A number with six significant digits, or as a fraction where it is one of small numbers that
 * decimals cannot give.
 *
 * @param digits the number, or what a power of ten multiplies
 * @param exponent of ten; 0 if there is none
 */
record ShownNumber(String digits, int exponent) {
  /** The largest denominator of fractions. */
  private static final int LARGEST = 12;

  private static final double ROUNDING = 1e-14;

  /** Decimals of at most so many characters are exact enough to be read. */
  private static final int SHORT = 6;

  static ShownNumber of(double value) {
    var text = Figures.of(value);
    int e = text.indexOf('e');
    if (e > 0 && Double.isFinite(value)) {
      return new ShownNumber(text.substring(0, e), Integer.parseInt(text.substring(e + 1)));
    }
    return new ShownNumber(text.length() > SHORT ? fraction(value, text) : text, 0);
  }

  private static String fraction(double value, String otherwise) {
    for (int below = 3; below <= LARGEST; below++) {
      double above = value * below;
      long whole = Math.round(above);
      if (whole >= 1 && whole < LARGEST && Math.abs(above - whole) < ROUNDING * above) {
        return whole + "/" + below;
      }
    }
    return otherwise;
  }

  boolean isFraction() {
    return digits.contains("/");
  }
}
