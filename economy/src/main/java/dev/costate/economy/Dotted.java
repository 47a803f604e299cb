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
    ANY("a finite number"),
    NOT_NEGATIVE("0 or more"),
    LIMIT("0 or more");

    private final String words;

    Range(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    boolean contains(double value) {
      return switch (this) {
        case ANY -> Double.isFinite(value);
        case NOT_NEGATIVE -> Double.isFinite(value) && value >= 0;
        case LIMIT -> value >= 0;
      };
    }
  }

  Place place() {
    return expression.place();
  }
}
