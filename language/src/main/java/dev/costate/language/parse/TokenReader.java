package dev.costate.language.parse;

import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Quoted;
import dev.costate.language.syntax.Trivia;
import java.util.List;

/** A position in the tokens of one line, with the comments that belong to what is read there. */
final class TokenReader {
  private final Source source;
  private final Line line;
  private final List<String> leading;
  private final Token end;
  private int at;

  TokenReader(Source source, Line line, List<String> leading) {
    this(source, line, leading, 0);
  }

  private TokenReader(Source source, Line line, List<String> leading, int at) {
    this.source = source;
    this.line = line;
    this.leading = leading;
    this.at = at;
    int last = line.tokens().getLast().end();
    this.end = new Token(TokenKind.END, "", last, last);
  }

  /** The rest of the line as the one-line block of its head. */
  TokenReader rest() {
    return new TokenReader(source, line, List.of(), at);
  }

  Line line() {
    return line;
  }

  /**
   * Whether nothing has been read yet and the line is the reader's own, not the rest of another's.
   */
  boolean isAtLineStart() {
    return at == 0;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return at + ahead < line.tokens().size() ? line.tokens().get(at + ahead) : end;
  }

  TokenKind kind() {
    return peek().kind();
  }

  boolean at(TokenKind kind) {
    return kind() == kind;
  }

  boolean atWord(String word) {
    return peek().isWord(word);
  }

  Token next() {
    var token = peek();
    if (token.kind() != TokenKind.END) {
      at++;
    }
    return token;
  }

  /**
   * Whether an assignment sign stands anywhere in the rest of the line; no expression contains one.
   */
  boolean assigns() {
    return line.tokens().subList(at, line.tokens().size()).stream()
        .anyMatch(t -> t.kind().assignment().isPresent());
  }

  /** Whether two dots stand anywhere in the rest of the line. */
  boolean ranges() {
    return line.tokens().subList(at, line.tokens().size()).stream()
        .anyMatch(t -> t.kind() == TokenKind.RANGE);
  }

  boolean skip(TokenKind kind) {
    boolean found = at(kind);
    if (found) {
      at++;
    }
    return found;
  }

  boolean skipWord(String word) {
    boolean found = atWord(word);
    if (found) {
      at++;
    }
    return found;
  }

  Token expect(TokenKind kind, String hint) {
    if (!at(kind)) {
      throw unexpected(kind == TokenKind.TEXT ? kind.text() : "'" + kind.text() + "'", hint);
    }
    return next();
  }

  void expectWord(String word, String hint) {
    if (!skipWord(word)) {
      throw unexpected("'" + word + "'", hint);
    }
  }

  /** A name; {@code what} says whose, as in "the name of a good". */
  Name name(String what) {
    var token = peek();
    if (token.kind().isReserved()) {
      throw error(
          token,
          "'%s' is a reserved word and cannot be %s".formatted(token.text(), what),
          "choose another name, such as %s_".formatted(token.text()));
    }
    if (token.kind() != TokenKind.NAME) {
      throw unexpected(what, "names consist of letters, digits and '_' and begin with a letter");
    }
    next();
    return new Name(token.text(), place(token));
  }

  void expectEnd(String hint) {
    if (!at(TokenKind.END)) {
      throw Unexpected.after(this, hint);
    }
  }

  Place place(Token token) {
    return new Place(source, token.start(), token.end());
  }

  /** From a token to the last one read. */
  Place from(Token first) {
    int last = at == 0 ? first.end() : line.tokens().get(at - 1).end();
    return new Place(source, first.start(), Math.max(first.end(), last));
  }

  /** The comments before the line, and the one at its end. */
  Trivia trivia() {
    return new Trivia(leading, line.trailing());
  }

  /** A quoted text; {@code hint} says what it is for. */
  Quoted quoted(String hint) {
    var token = expect(TokenKind.TEXT, hint);
    return new Quoted(token.text(), place(token));
  }

  SyntaxError unexpected(String wanted, String hint) {
    return error(peek(), "expected %s but found %s".formatted(wanted, peek().described()), hint);
  }

  SyntaxError error(Token token, String message, String hint) {
    return new SyntaxError(place(token), message, hint);
  }
}
