package dev.costate.language.syntax;

import dev.costate.language.Place;

/** What stands between the price a buyer pays and the one a seller keeps. */
public sealed interface Wedge {
  Place place();

  /** The tax or subsidy is a share of the price, or an amount of money for each unit. */
  enum Basis {
    VALUE,
    EACH
  }

  /** {@code (tax 10% to state)}, {@code (tax 30 each to state)}. */
  record Tax(Expression rate, Basis basis, Reference receiver, Place place) implements Wedge {}

  /** {@code (subsidy 2% from town)}, {@code (subsidy 3 each from town)}. */
  record Subsidy(Expression rate, Basis basis, Reference payer, Place place) implements Wedge {}

  /** {@code (markup 20%)}: the price over marginal cost that the owners keep. */
  record Markup(Expression rate, Place place) implements Wedge {}
}
