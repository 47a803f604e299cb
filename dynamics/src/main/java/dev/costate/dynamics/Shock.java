package dev.costate.dynamics;

import dev.costate.economy.Economy;

/**
 * Numbers of the market change.
 *
 * @param round the first round in which they are others, from 1
 * @param economy the market from then on: the same goods, firms and consumers with other numbers
 */
public record Shock(long round, Economy economy) {
  /**
   * @throws IllegalArgumentException if the round is before the first
   */
  public Shock {
    if (round < 1) {
      throw new IllegalArgumentException("a shock at round " + round);
    }
  }
}
