package dev.costate.market;

import dev.costate.equilibrium.Outcome;

/**
 * A market was to be solved, but no equilibrium was found, or none exists. Who expects that asks
 * for the {@link Market#search outcome} instead.
 */
public final class NoEquilibriumException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Outcome outcome;

  NoEquilibriumException(Outcome outcome) {
    super(outcome.hint().isEmpty() ? outcome.message() : outcome.message() + "; " + outcome.hint());
    this.outcome = outcome;
  }

  /** What stands in the way of an equilibrium. */
  public Outcome outcome() {
    return outcome;
  }
}
