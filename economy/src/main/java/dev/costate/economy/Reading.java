package dev.costate.economy;

/** What an expression may read of the state of a market. */
public sealed interface Reading {
  /** The value of an unknown. */
  record UnknownValue(String name) implements Reading {}

  /** {@code price(g)}: the market price. */
  record Price(String good) implements Reading {}

  /** {@code quantity(g)}: all purchases of a good. */
  record Quantity(String good) implements Reading {}

  /** {@code income(c)}: a consumer's income before transfers and saving. */
  record Income(String consumer) implements Reading {}

  /** {@code level(f)}: a firm's first output. */
  record Level(String firm) implements Reading {}

  /** What only a {@link Question} may read: no condition depends on it. */
  sealed interface OfAnswer extends Reading {}

  /** {@code utility(c)}. */
  record Utility(String consumer) implements OfAnswer {}

  /** {@code taxes(c)}: what a consumer receives from wedges. */
  record Taxes(String receiver) implements OfAnswer {}

  /** {@code profit(f)}: what the owners of a firm get. */
  record Profit(String firm) implements OfAnswer {}

  /** {@code welfare}: what consumers' utilities are worth to them. */
  record Welfare() implements OfAnswer {}

  /** {@code surplus}: total surplus, where outsiders trade alone. */
  record Surplus() implements OfAnswer {}
}
