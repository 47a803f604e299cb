package dev.costate.language.parse;

import dev.costate.language.Diagnostic;
import dev.costate.language.Place;
import dev.costate.language.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A logical line under construction: its tokens, the brackets that are open, what is wrong with it.
 */
final class LineBuilder {
  /** The deepest nesting of brackets that is read. */
  static final int MAX_BRACKETS = 1_000;

  /** The most errors that are noted of one line; a line with more is no text of this language. */
  private static final int MAX_ERRORS = 10;

  private final Source source;
  private final int indent;
  private final List<Comment> before;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Token> brackets = new ArrayList<>();
  private final List<Diagnostic> errors = new ArrayList<>();
  private String trailing = "";

  LineBuilder(Source source, int indent, List<Comment> before) {
    this.source = source;
    this.indent = indent;
    this.before = before;
  }

  int indent() {
    return indent;
  }

  boolean isOpen() {
    return !brackets.isEmpty();
  }

  /** The comment and blank lines before it, and so far inside it. */
  List<Comment> before() {
    return before;
  }

  List<Diagnostic> errors() {
    return errors;
  }

  /** The line; nothing if none of its tokens could be read. */
  Optional<Line> line() {
    return tokens.isEmpty()
        ? Optional.empty()
        : Optional.of(new Line(indent, tokens, before, trailing, errors));
  }

  /** A comment behind tokens; inside brackets it moves before the line. */
  void comment(String comment) {
    if (isOpen()) {
      before.add(new Comment(indent, comment));
    } else {
      trailing = comment;
    }
  }

  void error(int start, int end, String message, String hint) {
    if (errors.size() < MAX_ERRORS) {
      errors.add(Diagnostic.error(new Place(source, start, end), message, hint));
    }
  }

  void add(Token token) {
    switch (token.kind()) {
      case OPEN_ROUND, OPEN_SQUARE -> open(token);
      case CLOSE_ROUND, CLOSE_SQUARE -> close(token);
      default -> tokens.add(token);
    }
  }

  private void open(Token token) {
    brackets.add(token);
    tokens.add(token);
    if (brackets.size() == MAX_BRACKETS + 1) {
      errorUnlessAny(
          token,
          "brackets are nested more than %,d deep".formatted(MAX_BRACKETS),
          "compute the inner parts in lines of their own");
    }
  }

  private void close(Token token) {
    if (brackets.isEmpty()) {
      errorUnlessAny(
          token, token.described() + " closes no bracket", "delete it, or open one before");
      return;
    }
    var open = brackets.removeLast();
    tokens.add(token);
    if ((open.kind() == TokenKind.OPEN_ROUND) != (token.kind() == TokenKind.CLOSE_ROUND)) {
      errorUnlessAny(
          token,
          "%s cannot close the %s of line %d, column %d"
              .formatted(
                  token.described(),
                  open.described(),
                  source.line(open.start()),
                  source.column(open.start())),
          "write '%s' here, or close brackets in the reverse order of their opening"
              .formatted(closing(open)));
    }
  }

  /** A colon inside brackets that more tokens follow. */
  void strayColon(Token colon) {
    error(
        colon.start(),
        colon.end(),
        "':' inside brackets",
        "a colon ends the head of a block; a range 1..n stands only in 'for'");
  }

  /** Ends the line although brackets are open. */
  void unclosed() {
    if (isOpen()) {
      var open = brackets.getFirst();
      errorUnlessAny(
          open,
          "this %s is never closed".formatted(open.described()),
          "close it with '%s'".formatted(closing(open)));
      brackets.clear();
    }
  }

  /** Reports what may be only a consequence of an earlier error of the line. */
  private void errorUnlessAny(Token token, String message, String hint) {
    if (errors.isEmpty()) {
      error(token.start(), token.end(), message, hint);
    }
  }

  private static String closing(Token open) {
    return open.kind() == TokenKind.OPEN_ROUND ? ")" : "]";
  }
}
