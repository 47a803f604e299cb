package dev.costate.language.syntax;

import dev.costate.language.Place;

/** A line of a firm's block: its code, or what limits its plans. */
public sealed interface FirmLine {
  Trivia trivia();

  Place place();

  /** A line of ordinary code. */
  record Code(Statement statement) implements FirmLine {
    @Override
    public Trivia trivia() {
      return statement.trivia();
    }

    @Override
    public Place place() {
      return statement.place();
    }
  }

  /** {@code capacity used <= limit}. */
  record Capacity(Expression used, Expression limit, Trivia trivia, Place place)
      implements FirmLine {}

  /** {@code start 2}: the activity at which the search begins. */
  record Start(Expression level, Trivia trivia, Place place) implements FirmLine {}
}
