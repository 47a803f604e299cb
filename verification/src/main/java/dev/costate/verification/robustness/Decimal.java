package dev.costate.verification.robustness;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers with few digits, as they are written in a file. */
final class Decimal {
  private static final MathContext DIGITS = new MathContext(4);
  private static final int LONGEST = 12;

  private Decimal() {}

  /** The nearest number of four significant digits. */
  static double rounded(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }

  static String text(double value) {
    var plain = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    var text = plain.toPlainString();
    return text.length() <= LONGEST
        ? text
        : Double.toString(value).replace('E', 'e').replace(".0e", "e");
  }

  static String texts(List<Double> values) {
    return values.stream().map(Decimal::text).collect(Collectors.joining(", ", "[", "]"));
  }
}
