package dev.costate.language.syntax;

import dev.costate.language.Place;
import java.util.List;

/** What an assignment writes to. */
public sealed interface Target {
  Place place();

  /** A whole variable. */
  record Whole(Name name) implements Target {
    @Override
    public Place place() {
      return name.place();
    }
  }

  /** One element of an array variable: {@code v[i]} or {@code m[i, j]}. */
  record Element(Name array, List<Expression> indices, Place place) implements Target {
    public Element {
      indices = List.copyOf(indices);
    }
  }
}
