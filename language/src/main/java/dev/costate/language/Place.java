package dev.costate.language;

import java.util.Objects;

/**
 * A span of a source: the characters from {@code start} (inclusive) to {@code end} (exclusive).
 *
 * @throws IllegalArgumentException if the span is not within the text
 */
public record Place(Source source, int start, int end) {
  public Place {
    Objects.requireNonNull(source);
    if (start < 0 || end < start || end > source.text().length()) {
      throw new IllegalArgumentException(
          "no span %d..%d in a text of %d characters"
              .formatted(start, end, source.text().length()));
    }
  }

  /** The smallest place that covers this one and another of the same source. */
  public Place to(Place other) {
    return new Place(source, Math.min(start, other.start), Math.max(end, other.end));
  }

  public int line() {
    return source.line(start);
  }

  public int column() {
    return source.column(start);
  }

  public String text() {
    return source.text().substring(start, end);
  }

  /** {@code file:line:column}; in a composed source the name of the part. */
  @Override
  public String toString() {
    return source.where(start);
  }
}
