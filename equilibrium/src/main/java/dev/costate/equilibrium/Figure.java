package dev.costate.equilibrium;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in sentences. */
final class Figure {
  private static final MathContext SIX_DIGITS = new MathContext(6);

  /** Numbers outside of these powers of ten are written with an exponent. */
  private static final int LONGEST = 9;

  private static final int SHORTEST = -5;

  private Figure() {}

  /**
   * Six significant digits at most, without trailing zeros: {@code 0.0416667}, {@code 10}, {@code
   * 2.5e12}.
   */
  static String of(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : Double.toString(value);
    }
    var rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= SHORTEST && exponent <= LONGEST) {
      return rounded.toPlainString();
    }
    var digits = rounded.movePointLeft(exponent).toPlainString();
    return digits + "e" + exponent;
  }

  /** One significant digit with an exponent, for how far something is off: {@code 3e-7}. */
  static String rough(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return of(value);
    }
    var rounded = new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }
}
