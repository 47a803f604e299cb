package dev.costate.economy;

import java.util.Optional;

/**
 * What stands between the market price of a good and what one buyer pays or one seller keeps:
 * buyers pay p(1 + taxes - subsidies) plus the amounts on each unit; sellers keep p(1 - taxes +
 * subsidies) minus these.
 *
 * @param rate a fraction of the price, or money per unit
 * @param receiver the consumer who receives a tax or pays a subsidy; the owners of the firm for a
 *     markup
 */
public record Wedge(Kind kind, Basis basis, Amount rate, Optional<String> receiver) {
  /** Which way the money flows. */
  public enum Kind {
    TAX,
    SUBSIDY,
    /** The price of an output is (1 + rate) times marginal cost, and the owners keep the rest. */
    MARKUP
  }

  /** What the rate multiplies. */
  public enum Basis {
    /** The value at the market price. */
    VALUE,
    /** The quantity. */
    UNIT
  }

  public Wedge {
    if ((kind == Kind.MARKUP) == receiver.isPresent()) {
      throw new IllegalArgumentException("wedge %s: receiver %s".formatted(rate.name(), receiver));
    }
    if (kind == Kind.MARKUP && basis == Basis.UNIT) {
      throw new IllegalArgumentException("markup %s on each unit".formatted(rate.name()));
    }
  }

  /** 1 for a tax, -1 for a subsidy. */
  public int sign() {
    return kind == Kind.SUBSIDY ? -1 : 1;
  }
}
