package dev.costate.economy;

import dev.costate.language.Place;

/**
 * A number that is solved for together with the market: at the lower bound left &gt;= right,
 * between the bounds left = right, at the upper bound left &lt;= right.
 *
 * @param lower or negative infinity
 * @param upper or positive infinity
 */
public record Unknown(
    String name, double lower, double upper, Amount left, Amount right, Place place) {
  public Unknown {
    if (!(lower < upper)) {
      throw new IllegalArgumentException("unknown %s in %s..%s".formatted(name, lower, upper));
    }
  }
}
