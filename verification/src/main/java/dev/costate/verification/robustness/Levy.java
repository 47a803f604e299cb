package dev.costate.verification.robustness;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A tax on value where a good is bought or sold, or a subsidy.
 *
 * @param rate negative for a subsidy
 * @param receiver who gets a tax and pays a subsidy
 */
record Levy(double rate, String receiver) {
  /** The sum of rates. */
  static double rate(List<Levy> levies) {
    return levies.stream().mapToDouble(Levy::rate).sum();
  }

  /** As written behind the name of a good. */
  static String texts(List<Levy> levies) {
    return levies.stream().map(Levy::text).collect(Collectors.joining());
  }

  private String text() {
    return rate < 0
        ? " (subsidy %s from %s)".formatted(Decimal.text(-rate), receiver)
        : " (tax %s to %s)".formatted(Decimal.text(rate), receiver);
  }
}
