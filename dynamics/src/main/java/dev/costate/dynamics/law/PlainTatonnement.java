package dev.costate.dynamics.law;

import dev.costate.dynamics.protocol.Broadcast;
import dev.costate.dynamics.protocol.Herald;
import java.util.OptionalDouble;

/**
 * Tatonnement as economists tell it: each price moves by its excess demand, p' = max(0, p + h z),
 * with one h for all goods and rounds (Walras 1874; Samuelson 1941). With money and without income
 * effects z is minus the gradient of the dual surplus, so this is gradient descent. In general
 * economies it need not converge: on Scarf's it orbits (Scarf 1960).
 *
 * @param told prices change by this for a unit of excess demand; if it is empty, a typical excess
 *     demand moves them by a small part of a typical price
 */
public record PlainTatonnement(OptionalDouble told) implements Dynamics {
  /** Levels of firms of constant returns move by this times their relative margin. */
  private static final double LEVEL_STEP = 0.1;

  /** Of a typical price, for an excess demand of a typical quantity. */
  private static final double PART = 0.004;

  /**
   * @throws IllegalArgumentException if the step is not positive
   */
  public PlainTatonnement {
    if (told.isPresent() && !(told.getAsDouble() > 0)) {
      throw new IllegalArgumentException("a step of " + told.getAsDouble());
    }
  }

  /** With a step that is given. */
  public PlainTatonnement(double step) {
    this(OptionalDouble.of(step));
  }

  /** With a step that is found from the numbers that the market states. */
  public static PlainTatonnement withTypicalStep() {
    return new PlainTatonnement(OptionalDouble.empty());
  }

  @Override
  public String name() {
    return "tatonnement";
  }

  @Override
  public String summary() {
    return "each price moves by its excess demand, with one step for all: the economist's mode";
  }

  @Override
  public String steps() {
    return told.isPresent()
        ? "one for all goods and all rounds, told at the start: " + told.getAsDouble()
        : "one for all goods and all rounds, told at the start: %s of a typical price for a typical quantity"
            .formatted(PART);
  }

  @Override
  public Theory theory() {
    return Theory.PLAIN;
  }

  @Override
  public Rule prices(double least) {
    return told.isPresent() ? new Additive(told.getAsDouble()) : new SmallPart();
  }

  @Override
  public Rule levels(double least) {
    return new Exponential(LEVEL_STEP, least);
  }

  @Override
  public Herald herald(double price, double quantity) {
    return told.isPresent() ? Herald.SILENT : new Typical(price / quantity);
  }

  private record SmallPart() implements Rule {
    @Override
    public double[] start() {
      return new double[0];
    }

    @Override
    public Moved next(double value, Signal signal, double[] memory, Broadcast heard) {
      return new Additive(PART * Typical.of(heard)).next(value, signal, memory, heard);
    }
  }
}
