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
}
