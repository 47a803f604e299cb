package dev.costate.cli.formula;

import java.util.List;

/** Sums as text. */
public final class Sums {
  private Sums() {}

  /** {@code 0.5 + 0.25 - 1}. */
  public static String of(List<String> terms) {
    var sum = new StringBuilder();
    for (var term : terms) {
      if (sum.isEmpty()) {
        sum.append(term);
      } else if (term.startsWith("-")) {
        sum.append(" - ").append(term.substring(1));
      } else {
        sum.append(" + ").append(term);
      }
    }
    return sum.toString();
  }
}
