package dev.costate.economy;

import java.util.List;

/** A number of a declaration: known beforehand, or computed from the state of the market. */
public sealed interface Amount {
  /** The dotted name, such as {@code households.labor}. */
  String name();

  /** A number that is known before anything is solved. */
  record Known(String name, double value) implements Amount {
    public Known {
      Checks.finite(name, value);
    }
  }

  /**
   * A number that depends on unknowns or on the state of the market.
   *
   * @param function takes the readings in order and returns the number
   */
  record Computed(String name, String function, List<Reading> readings) implements Amount {
    public Computed {
      readings = List.copyOf(readings);
    }
  }

  static Amount of(String name, double value) {
    return new Known(name, value);
  }

  /** Whether it is 0 whatever happens. */
  default boolean isZero() {
    return this instanceof Known(_, double value) && value == 0;
  }
}
