package dev.costate.economy;

import dev.costate.language.Place;
import dev.costate.language.syntax.Expression;

/**
 * A number of a declaration that has a dotted name.
 *
 * @param range what values make sense
 */
record Dotted(String name, Expression expression, Range range) {
  /** What values a number may take, and how to say so. */
  enum Range {
    ANY("a finite number", ""),
    NOT_NEGATIVE(
        "0 or more",
        "'supply' is what outsiders bring and 'demand' what they take: neither is negative"),
    PRICE("0 or more", "write 'no disposal' in a good's block if its price may be negative"),
    LIMIT("0 or more", "a limit of 0 lets nothing through"),
    SHARE("between 0 and 1", "50% is half");

    private final String words;
    private final String hint;

    Range(String words, String hint) {
      this.words = words;
      this.hint = hint;
    }

    String words() {
      return words;
    }

    /** What may have been meant, or an empty string. */
    String hint() {
      return hint;
    }

    boolean contains(double value) {
      return switch (this) {
        case ANY -> Double.isFinite(value);
        case NOT_NEGATIVE, PRICE -> Double.isFinite(value) && value >= 0;
        case LIMIT -> value >= 0;
        case SHARE -> value >= 0 && value <= 1;
      };
    }
  }

  Place place() {
    return expression.place();
  }
}
