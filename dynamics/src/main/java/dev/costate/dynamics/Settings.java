package dev.costate.dynamics;

import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.law.Laws;
import dev.costate.dynamics.schedule.Conditions;

/**
 * How a market is run.
 *
 * @param rounds the most rounds
 * @param seed of the order of steps, and of what becomes of messages
 * @param tolerance the market has settled when nothing is off by more than this fraction
 */
public record Settings(
    Dynamics dynamics, long rounds, long seed, Conditions conditions, double tolerance) {
  /** One part in a million. */
  public static final double STANDARD_TOLERANCE = 1e-6;

  /** The most rounds, unless others are asked for. */
  public static final long STANDARD_ROUNDS = 20_000;

  /** The default dynamics in synchronous rounds. */
  public static final Settings STANDARD =
      new Settings(Laws.standard(), STANDARD_ROUNDS, 1, Conditions.SYNCHRONOUS, STANDARD_TOLERANCE);

  /**
   * @throws IllegalArgumentException if there are no rounds or the tolerance is not positive
   */
  public Settings {
    if (rounds < 1 || !(tolerance > 0)) {
      throw new IllegalArgumentException("%d rounds, tolerance %s".formatted(rounds, tolerance));
    }
  }

  public Settings with(Dynamics other) {
    return new Settings(other, rounds, seed, conditions, tolerance);
  }

  public Settings withRounds(long most) {
    return new Settings(dynamics, most, seed, conditions, tolerance);
  }

  public Settings with(Conditions others, long otherSeed) {
    return new Settings(dynamics, rounds, otherSeed, others, tolerance);
  }
}
