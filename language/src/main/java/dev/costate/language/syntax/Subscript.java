package dev.costate.language.syntax;

import dev.costate.language.Place;

/** One of the indices of what is declared, in the brackets behind its name. */
public sealed interface Subscript {
  Place place();

  /** One member: the 1 of {@code good power[1]}; or the name of a set, for each of its members. */
  record At(Expression index) implements Subscript {
    @Override
    public Place place() {
      return index.place();
    }
  }

  /** Each member of a set: {@code h in hour}. */
  record Over(Counter counter) implements Subscript {
    @Override
    public Place place() {
      return counter.place();
    }
  }
}
