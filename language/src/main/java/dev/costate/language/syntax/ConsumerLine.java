package dev.costate.language.syntax;

import dev.costate.language.Place;
import java.util.List;
import java.util.Optional;

/** A line of a consumer's block: what it owns and buys, what it gives away, its utility. */
public sealed interface ConsumerLine {
  Trivia trivia();

  Place place();

  /** {@code owns labor 100 (tax 20% to state), all of A}. */
  record Owns(List<Ownership> items, Trivia trivia, Place place) implements ConsumerLine {
    public Owns {
      items = List.copyOf(items);
    }
  }

  /** {@code buys food (tax 8% to state)}. */
  record Buys(List<Port> goods, Trivia trivia, Place place) implements ConsumerLine {
    public Buys {
      goods = List.copyOf(goods);
    }
  }

  /** {@code transfers 10 food to state}. */
  record Transfers(Amount amount, Reference receiver, Trivia trivia, Place place)
      implements ConsumerLine {}

  /** {@code saves 10% of income in bonds}. */
  record Saves(Expression share, Reference good, Trivia trivia, Place place)
      implements ConsumerLine {}

  /** A line of ordinary code; {@code utility = …} says what is maximised. */
  record Code(Statement statement) implements ConsumerLine {
    @Override
    public Trivia trivia() {
      return statement.trivia();
    }

    @Override
    public Place place() {
      return statement.place();
    }
  }

  /** What a consumer owns. */
  sealed interface Ownership {
    Optional<Generator> each();

    Place place();
  }

  /** {@code labor 100 (tax 20% to state)}; a negative quantity is an obligation. */
  record Endowment(
      Reference good,
      Expression quantity,
      List<Wedge> wedges,
      Optional<Generator> each,
      Place place)
      implements Ownership {
    public Endowment {
      wedges = List.copyOf(wedges);
    }
  }

  /** {@code 50% of A}; {@code all of A} if there is no share. */
  record FirmShare(
      Optional<Expression> share, Reference firm, Optional<Generator> each, Place place)
      implements Ownership {}

  /** What is transferred. */
  sealed interface Amount {
    Place place();

    /** {@code 10 food}: the value of a quantity of a good. */
    record OfGood(Expression quantity, Reference good, Place place) implements Amount {}

    /** {@code 20% of income}. */
    record OfIncome(Expression share, Place place) implements Amount {}

    /** {@code 5}, in a market with money. */
    record OfMoney(Expression money) implements Amount {
      @Override
      public Place place() {
        return money.place();
      }
    }
  }
}
