package dev.costate.exchange;

/**
 * The rules that an exchange declares.
 *
 * @param silence of a firm that does not answer in time
 * @param patience rounds for which its last offer stands in any case
 * @param attempts answers that a firm may send in a round, right or wrong
 * @param tolerance the market is at rest when nothing is off by more than this fraction
 */
public record Rules(Silence silence, int patience, int attempts, double tolerance) {
  /** Offers stand, eight attempts, one part in ten million. */
  public static final Rules STANDARD = new Rules(Silence.HOLD, 0, 8, 1e-7);

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Rules {
    if (patience < 0 || attempts < 1 || !(tolerance > 0)) {
      throw new IllegalArgumentException(
          "patience %d, attempts %d, tolerance %s".formatted(patience, attempts, tolerance));
    }
  }
}
