package dev.costate.dynamics.law;

import dev.costate.dynamics.protocol.Broadcast;

/**
 * The primal-dual hybrid gradient method: quantities move by marginal profit, and what firms
 * announce is where they went and as far again, 2 x' - x, so that prices answer what is about to
 * come (Chambolle and Pock 2011). For linear markets it converges if the square of the step times
 * that of the norm of the technology is below 1, where Arrow and Hurwicz's process diverges.
 * Without restarts.
 *
 * @param step prices and quantities change by this for a unit of excess demand or marginal profit
 */
public record PrimalDual(double step) implements Dynamics {
  /** The step for markets whose quantities, prices and technologies are about 1. */
  public static final double STANDARD_STEP = 0.1;

  /**
   * @throws IllegalArgumentException if the step is not positive
   */
  public PrimalDual {
    if (!(step > 0)) {
      throw new IllegalArgumentException("a step of " + step);
    }
  }

  @Override
  public String name() {
    return "primal-dual";
  }

  @Override
  public String summary() {
    return "quantities move by marginal profit, and firms announce where they are going (PDHG)";
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
    return new Announcing(step);
  }

  @Override
  public Answer answer() {
    return Answer.MARGINAL_PROFIT;
  }

  private record Announcing(double step) implements Rule {
    @Override
    public double[] start() {
      return new double[0];
    }

    @Override
    public Moved next(double value, Signal signal, double[] memory, Broadcast heard) {
      double next = Math.max(0, value + step * signal.excess());
      return new Moved(next, memory, Math.max(0, 2 * next - value), new double[0]);
    }
  }
}
