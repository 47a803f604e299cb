package dev.costate.cli.command;

import dev.costate.cli.arguments.UsageError;

/** Numbers among the arguments. */
final class Numbers {
  private static final long MOST = 1_000_000_000;

  private Numbers() {}

  /**
   * A whole number.
   *
   * @param option as it was typed, for the message
   * @throws UsageError if it is none, below the least or above a thousand million
   */
  static long whole(String option, String text, long least) {
    try {
      long value = Long.parseLong(text.replace("_", ""));
      if (value >= least && value <= MOST) {
        return value;
      }
    } catch (NumberFormatException _) {
      // Reported below, like a number out of range.
    }
    throw new UsageError(
        "'%s': '%s' is no number of this kind".formatted(option, text),
        "write a whole number from %d to %d".formatted(least, MOST));
  }

  /**
   * A probability below 1, also in per cent.
   *
   * @throws UsageError if it is none
   */
  static double probability(String option, String text) {
    boolean percent = text.endsWith("%");
    try {
      double value = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
      double probability = percent ? value / 100 : value;
      if (probability >= 0 && probability < 1) {
        return probability;
      }
    } catch (NumberFormatException _) {
      // Reported below, like a number out of range.
    }
    throw new UsageError(
        "'%s': '%s' is no probability".formatted(option, text),
        "write a number from 0 to below 1, such as 10%");
  }
}
