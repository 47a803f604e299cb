package dev.costate.language.syntax;

import java.util.List;

/**
 * What surrounds a line without being part of it.
 *
 * @param leading comment lines directly before, each with its {@code #}; an empty string is a blank
 *     line (several in a row are kept as one)
 * @param trailing the comment at the end of the line, with its {@code #}, or an empty string
 */
public record Trivia(List<String> leading, String trailing) {
  public static final Trivia NONE = new Trivia(List.of(), "");

  public Trivia {
    leading = List.copyOf(leading);
  }

  public static Trivia trailing(String comment) {
    return comment.isEmpty() ? NONE : new Trivia(List.of(), comment);
  }
}
