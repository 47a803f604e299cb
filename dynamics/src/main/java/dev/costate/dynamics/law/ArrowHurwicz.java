package dev.costate.dynamics.law;

/**
 * Arrow and Hurwicz's gradient process: quantities move by marginal profit and prices by excess
 * demand, all at once, with one step (Arrow, Hurwicz and Uzawa 1958). It is the gradient flow of
 * the Lagrangian, up in quantities and down in prices. In continuous time it converges where
 * surplus is strictly concave and circles where it is linear; in steps of h it leaves the circle by
 * a factor of 1 + h^2 in the square of the distance each round, and diverges.
 *
 * @param step prices and quantities change by this for a unit of excess demand or marginal profit
 */
public record ArrowHurwicz(double step) implements Dynamics {
  /** The step for markets whose quantities and prices are about 1. */
  public static final double STANDARD_STEP = 1e-2;

  /**
   * @throws IllegalArgumentException if the step is not positive
   */
  public ArrowHurwicz {
    if (!(step > 0)) {
      throw new IllegalArgumentException("a step of " + step);
    }
  }

  @Override
  public String name() {
    return "arrow-hurwicz";
  }

  @Override
  public String summary() {
    return "quantities move by marginal profit and prices by excess demand";
  }

  @Override
  public String steps() {
    return "one for all prices, quantities and rounds, told at the start: " + step;
  }

  @Override
  public Rule prices(double least) {
    return new Additive(step);
  }

  @Override
  public Rule levels(double least) {
    return new Additive(step);
  }

  @Override
  public Answer answer() {
    return Answer.MARGINAL_PROFIT;
  }
}
