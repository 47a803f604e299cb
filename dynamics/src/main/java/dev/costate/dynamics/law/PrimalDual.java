package dev.costate.dynamics.law;

import dev.costate.dynamics.protocol.Broadcast;
import dev.costate.dynamics.protocol.Herald;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * The primal-dual hybrid gradient method: quantities move by marginal profit, and what firms
 * announce is where they went and as far again, 2 x' - x, so that prices answer what is about to
 * come (Chambolle and Pock 2011). For linear markets it converges if the square of the step times
 * that of the norm of the technology is below 1, where Arrow and Hurwicz's process diverges.
 * Without restarts.
 *
 * @param told prices and quantities change by this for a unit of excess demand or marginal profit;
 *     if it is empty each finds its own step ({@link CoupledStep}), within that condition
 */
public record PrimalDual(OptionalDouble told) implements Dynamics {
  /** Steps are this part of the longest. */
  private static final double PART = 0.99;

  /**
   * @throws IllegalArgumentException if the step is not positive
   */
  public PrimalDual {
    if (told.isPresent() && !(told.getAsDouble() > 0)) {
      throw new IllegalArgumentException("a step of " + told.getAsDouble());
    }
  }

  /** With one step for all. */
  public PrimalDual(double step) {
    this(OptionalDouble.of(step));
  }

  /** Each with its own step. */
  public static PrimalDual withOwnSteps() {
    return new PrimalDual(OptionalDouble.empty());
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
    return told.isPresent()
        ? "one for all prices, quantities and rounds, told at the start: " + told.getAsDouble()
        : "each its own, from what it is coupled to, and from a typical price over a typical quantity, told at the start";
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
        ? new Announcing(told.getAsDouble())
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
      return moved(value, step.there(value, signal, Typical.of(heard)), signal, memory);
    }

    @Override
    public Moved next(
        double value, DoubleFunction<Signal> signals, double[] memory, Broadcast heard) {
      double there = step.there(value, signals, Typical.of(heard));
      return moved(value, there, signals.apply(value), memory);
    }

    private Moved moved(double value, double there, Signal signal, double[] memory) {
      return new Moved(there, memory, step.within(2 * there - value, signal), new double[0]);
    }
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
