package dev.costate.language.syntax;

import dev.costate.language.Place;
import java.util.List;

/** What a set consists of. */
public sealed interface Members {
  Place place();

  /** {@code north, south}, or whole numbers: {@code 2020, 2030}. */
  record Listed(List<Name> members, Place place) implements Members {
    public Listed {
      members = List.copyOf(members);
    }
  }

  /** {@code 1..24}: the whole numbers from the first to the last. */
  record Between(Expression from, Expression to, Place place) implements Members {}

  /** Those of a set that is declared. */
  record Named(Name set) implements Members {
    @Override
    public Place place() {
      return set.place();
    }
  }
}
