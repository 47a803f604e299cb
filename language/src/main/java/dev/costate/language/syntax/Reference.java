package dev.costate.language.syntax;

import dev.costate.language.Place;
import java.util.List;

/**
 * A good, firm or consumer that is named: {@code natgas}, or of a set {@code power[h + 1]}.
 *
 * @param indices none for a plain name
 */
public record Reference(Name name, List<Expression> indices, Place place) {
  public Reference {
    indices = List.copyOf(indices);
  }

  public static Reference of(Name name) {
    return new Reference(name, List.of(), name.place());
  }

  /** The name, with its indices as written. */
  public String text() {
    return indices.isEmpty() ? name.text() : place.text();
  }

  @Override
  public String toString() {
    return text();
  }
}
