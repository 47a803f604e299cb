package dev.costate.cli.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for people. */
public final class Figures {
  private static final int SIGNIFICANT_DIGITS = 6;

  /** Beyond these a number is written with an exponent. */
  private static final double SMALLEST_PLAIN = 1e-5;

  private static final double LARGEST_PLAIN = 1e12;

  /** A difference of sums below this fraction of their terms is rounding. */
  private static final double ROUNDING = 1e-9;

  private Figures() {}

  /** A number that is a difference of others of a certain size: what is only rounding is 0. */
  public static String of(double value, double scale) {
    return Math.abs(value) <= ROUNDING * scale ? "0" : of(value);
  }

  /**
   * A number with 6 significant digits, and all digits before the decimal point: {@code 0.0416667},
   * {@code 1234567}, {@code 1.2e-16}.
   */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "undefined" : value > 0 ? "infinite" : "-infinite";
    }
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    boolean plain = size >= SMALLEST_PLAIN && size < LARGEST_PLAIN;
    var exact = new BigDecimal(value);
    if (!plain) {
      return scientific(exact);
    }
    int wholeDigits = exact.precision() - exact.scale();
    var rounded =
        exact.round(
            new MathContext(Math.max(SIGNIFICANT_DIGITS, wholeDigits), RoundingMode.HALF_EVEN));
    return rounded.stripTrailingZeros().toPlainString();
  }

  private static String scientific(BigDecimal exact) {
    var rounded =
        exact
            .round(new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    var digits = rounded.unscaledValue().abs().toString();
    int exponent = rounded.precision() - rounded.scale() - 1;
    var fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return (rounded.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
  }

  /** A violation: two digits are enough. */
  public static String size(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return of(value);
    }
    return of(
        new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_EVEN)).doubleValue());
  }

  /** A fraction as a percentage with at most 4 significant digits: {@code 12.5%}. */
  public static String percent(double fraction) {
    if (!Double.isFinite(fraction)) {
      return of(fraction);
    }
    var percent = new BigDecimal(fraction).movePointRight(2);
    int wholeDigits = percent.precision() - percent.scale();
    var rounded = percent.round(new MathContext(Math.max(4, wholeDigits), RoundingMode.HALF_EVEN));
    // A hundredth of a percent is the least that matters.
    return rounded
            .setScale(Math.min(2, Math.max(0, rounded.scale())), RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }
}
