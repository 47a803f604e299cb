package dev.costate.program;

import dev.costate.language.Place;
import java.util.Objects;

/**
 * Where a statement comes from: the user's line (also for generated statements, which point at the
 * line they were made from), and the comment to print behind it (with its {@code #}), or an empty
 * string.
 */
public record Origin(Place place, String comment) {
  public Origin {
    Objects.requireNonNull(place);
    Objects.requireNonNull(comment);
  }

  public static Origin of(Place place) {
    return new Origin(place, "");
  }

  public Origin withoutComment() {
    return comment.isEmpty() ? this : new Origin(place, "");
  }
}
