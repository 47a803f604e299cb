package dev.costate.language.syntax;

import dev.costate.language.Place;
import java.util.Optional;

/** A line of a good's block: how the world outside the market trades it, or how it is shown. */
public sealed interface GoodLine {
  Trivia trivia();

  Place place();

  /** {@code supply 4}. */
  record FixedSupply(Expression quantity, Trivia trivia, Place place) implements GoodLine {}

  /** {@code demand 10}. */
  record FixedDemand(Expression quantity, Trivia trivia, Place place) implements GoodLine {}

  /** {@code price 1}. */
  record FixedPrice(Expression price, Trivia trivia, Place place) implements GoodLine {}

  /** {@code supply(p) = 2*p^0.5}, or a block of code under {@code supply(p):}. */
  record SupplyCurve(Name price, Curve curve, Trivia trivia, Place place) implements GoodLine {}

  /** {@code demand(p) = 100 - 3*p}, or a block of code under {@code demand(p):}. */
  record DemandCurve(Name price, Curve curve, Trivia trivia, Place place) implements GoodLine {}

  /** How much is traded at a price. */
  sealed interface Curve {
    /** {@code = 2*p^0.5}. */
    record Formula(Expression quantity) implements Curve {}

    /** {@code :} and a block that returns the quantity. */
    record Code(Block block) implements Curve {}
  }

  /** {@code import at 5 up to 100}. */
  record Import(Expression price, Optional<Expression> limit, Trivia trivia, Place place)
      implements GoodLine {}

  /** {@code export at 3 up to 50}. */
  record Export(Expression price, Optional<Expression> limit, Trivia trivia, Place place)
      implements GoodLine {}

  /** {@code unit "t"}; the text without quotes. */
  record Unit(String text, Trivia trivia, Place place) implements GoodLine {}

  /** A quoted label; the text without quotes. */
  record Label(String text, Trivia trivia, Place place) implements GoodLine {}

  /** {@code no disposal}. */
  record NoDisposal(Trivia trivia, Place place) implements GoodLine {}

  /** {@code start 2}: the price at which the search begins. */
  record Start(Expression price, Trivia trivia, Place place) implements GoodLine {}
}
