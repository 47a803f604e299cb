package dev.costate.language.syntax;

import dev.costate.language.Place;
import java.util.List;
import java.util.Optional;

/**
 * {@code for i in product if ys[i] > 0}: what stands before it is meant for each such member.
 *
 * @param counters at least one; the last varies fastest
 */
public record Generator(List<Counter> counters, Optional<Expression> condition, Place place) {
  public Generator {
    counters = List.copyOf(counters);
    if (counters.isEmpty()) {
      throw new IllegalArgumentException("a generator without a counter");
    }
  }
}
