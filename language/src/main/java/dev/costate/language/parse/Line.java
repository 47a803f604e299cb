package dev.costate.language.parse;

import dev.costate.language.Diagnostic;
import java.util.List;

/**
 * A logical line: a line of the text, or several where a bracket stays open over the end of a line.
 *
 * @param indent the number of spaces before it
 * @param tokens at least one; without an end token
 * @param before the comment and blank lines before it, and the comments inside its brackets
 * @param trailing the comment at its end, or an empty string
 * @param errors what the lexer found wrong in it; anything more may only be a consequence
 */
record Line(
    int indent,
    List<Token> tokens,
    List<Comment> before,
    String trailing,
    List<Diagnostic> errors) {
  Line {
    tokens = List.copyOf(tokens);
    before = List.copyOf(before);
    errors = List.copyOf(errors);
  }

  /** The offset of its first token in the source. */
  int start() {
    return tokens.getFirst().start();
  }

  TokenKind firstKind() {
    return tokens.getFirst().kind();
  }
}
