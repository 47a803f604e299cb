package dev.costate.dynamics.law;

import dev.costate.dynamics.protocol.Broadcast;
import dev.costate.dynamics.protocol.Herald;
import java.util.OptionalDouble;

/**
 * Arrow and Hurwicz's gradient process: quantities move by marginal profit and prices by excess
 * demand, all at once, with one step (Arrow, Hurwicz and Uzawa 1958). It is the gradient flow of
 * the Lagrangian, up in quantities and down in prices. In continuous time it converges where
 * surplus is strictly concave and circles where it is linear; in steps of h it leaves the circle by
 * a factor of 1 + h^2 in the square of the distance each round, and diverges.
 *
 * @param told prices and quantities change by this for a unit of excess demand or marginal profit;
 *     if it is empty each finds its own step ({@link CoupledStep})
 */
public record ArrowHurwicz(OptionalDouble told) implements Dynamics {
  /** Steps are this part of what the primal-dual method allows: a process in short steps. */
  private static final double PART = 0.1;

  /**
   * @throws IllegalArgumentException if the step is not positive
   */
  public ArrowHurwicz {
    if (told.isPresent() && !(told.getAsDouble() > 0)) {
      throw new IllegalArgumentException("a step of " + told.getAsDouble());
    }
  }

  /** With one step for all. */
  public ArrowHurwicz(double step) {
    this(OptionalDouble.of(step));
  }

  /** Each with its own step. */
  public static ArrowHurwicz withOwnSteps() {
    return new ArrowHurwicz(OptionalDouble.empty());
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
    return told.isPresent()
        ? "one for all prices, quantities and rounds, told at the start: " + told.getAsDouble()
        : "each its own, a tenth of what it is coupled to allows, and from a typical price over a typical quantity, told at the start";
  }

  @Override
  public Rule prices(double least) {
    return told.isPresent()
        ? new Additive(told.getAsDouble())
        : new Own(new CoupledStep(CoupledStep.Side.PRICE, PART, least));
  }

  @Override
  public Rule levels(double least) {
    return told.isPresent()
        ? new Additive(told.getAsDouble())
        : new Own(new CoupledStep(CoupledStep.Side.LEVEL, PART, least));
  }

  @Override
  public Answer answer() {
    return Answer.MARGINAL_PROFIT;
  }

  @Override
  public Herald herald(double price, double quantity) {
    return told.isPresent() ? Herald.SILENT : new Typical(price / quantity);
  }

  private record Own(CoupledStep step) implements Rule {
    @Override
    public double[] start() {
      return new double[0];
    }

    @Override
    public Moved next(double value, Signal signal, double[] memory, Broadcast heard) {
      return Moved.from(value, step.there(value, signal, Typical.of(heard)), memory);
    }
  }
}
