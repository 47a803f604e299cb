package dev.costate.dynamics.schedule;

/**
 * Under which conditions messages travel and agents step.
 *
 * @param order in which agents step within a round
 * @param loss the probability that a message is lost
 * @param repetition the probability that a message comes twice
 * @param delay a message is late by up to so many rounds, each number as likely
 */
public record Conditions(Order order, double loss, double repetition, int delay) {
  /** Firms and consumers, then markets, in the order of the file, and every message arrives. */
  public static final Conditions SYNCHRONOUS = new Conditions(Order.ROUNDS, 0, 0, 0);

  /** In which order agents step within a round. */
  public enum Order {
    /** Traders in the order of the file, then markets. */
    ROUNDS,
    /** All in a random order, each with what has arrived by then. */
    RANDOM
  }

  /**
   * @throws IllegalArgumentException if a probability is not from 0 to below 1, or the delay is
   *     negative
   */
  public Conditions {
    if (!(loss >= 0 && loss < 1 && repetition >= 0 && repetition < 1 && delay >= 0)) {
      throw new IllegalArgumentException(
          "loss %s, repetition %s, delay %d".formatted(loss, repetition, delay));
    }
  }
}
