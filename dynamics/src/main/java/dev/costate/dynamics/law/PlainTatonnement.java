package dev.costate.dynamics.law;

/**
 * Tatonnement as economists tell it: each price moves by its excess demand, p' = max(0, p + h z),
 * with one h for all goods that is told at the start (Walras 1874; Samuelson 1941). With money and
 * without income effects z is minus the gradient of the dual surplus, so this is gradient descent.
 * In general economies it need not converge: on Scarf's it orbits (Scarf 1960).
 *
 * @param step prices change by this for a unit of excess demand
 */
public record PlainTatonnement(double step) implements Dynamics {
  /** Levels of firms of constant returns move by this times their relative margin. */
  private static final double LEVEL_STEP = 0.1;

  /** The step for markets whose quantities and prices are about 1. */
  public static final double STANDARD_STEP = 1e-3;

  /**
   * @throws IllegalArgumentException if the step is not positive
   */
  public PlainTatonnement {
    if (!(step > 0)) {
      throw new IllegalArgumentException("a step of " + step);
    }
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
    return "one for all goods and all rounds, told at the start: " + step;
  }

  @Override
  public Rule prices(double least) {
    return new Additive(step);
  }

  @Override
  public Rule levels(double least) {
    return new Exponential(LEVEL_STEP, least);
  }
}
