package dev.costate.language.parse;

import dev.costate.language.Source;
import java.util.Optional;

/**
 * Reads single tokens. What is no token is reported and skipped, neighbouring unknown characters as
 * one.
 */
final class TokenScanner {
  /** Where errors go: a span of the text and what is wrong with it. */
  interface Errors {
    void error(int start, int end, String message, String hint);
  }

  private final String text;
  private final Errors errors;
  private final NumberScanner numbers;
  private int at;

  TokenScanner(Source source, Errors errors) {
    this.text = source.text();
    this.errors = errors;
    this.numbers = new NumberScanner(text, errors);
  }

  /** The offset after what the last {@link #next} has read. */
  int position() {
    return at;
  }

  /**
   * The token at a position that holds neither space nor comment nor line end; nothing if it had to
   * be reported.
   */
  Optional<Token> next(int start) {
    int c = text.codePointAt(start);
    if (Characters.isDigit(c) || (c == '.' && Characters.isDigit(peek(start + 1)))) {
      var number = numbers.scan(start);
      at = numbers.position();
      return number;
    }
    if (Characters.startsName(c)) {
      return Optional.of(word(start));
    }
    if (c == '"') {
      return quoted(start);
    }
    return symbol(start, c);
  }

  private Token word(int start) {
    int end = start;
    while (end < text.length() && Characters.continuesName(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    at = end;
    var name = Characters.name(text.substring(start, end));
    return new Token(TokenKind.ofWord(name), name, start, end);
  }

  private Optional<Token> quoted(int start) {
    int end = start + 1;
    while (end < text.length()
        && text.charAt(end) != '"'
        && text.charAt(end) != '\n'
        && text.charAt(end) != '\r') {
      end++;
    }
    boolean closed = end < text.length() && text.charAt(end) == '"';
    at = closed ? end + 1 : end;
    if (!closed) {
      errors.error(start, end, "this quoted text is not closed", "end it with \" on the same line");
      return Optional.empty();
    }
    return Optional.of(new Token(TokenKind.TEXT, text.substring(start + 1, end), start, end + 1));
  }

  private Optional<Token> symbol(int start, int c) {
    char next = peek(start + 1);
    return switch (Characters.plain(c)) {
      case '+' -> token(next == '=' ? TokenKind.PLUS_ASSIGN : TokenKind.PLUS, start);
      case '-' -> token(next == '=' ? TokenKind.MINUS_ASSIGN : TokenKind.MINUS, start);
      case '*' ->
          next == '*'
              ? wrong(start, 2, "'**' is not an operator", "a power is written x^2")
              : token(next == '=' ? TokenKind.TIMES_ASSIGN : TokenKind.TIMES, start);
      case '/' ->
          next == '/'
              ? wrong(
                  start,
                  2,
                  "'//' is not an operator",
                  "divide with '/'; a whole part is floor(a/b); comments begin with '#'")
              : token(next == '=' ? TokenKind.OVER_ASSIGN : TokenKind.OVER, start);
      case '^' -> token(TokenKind.POWER, start);
      case '=' -> equals(start, next);
      case '!' -> next == '=' ? token(TokenKind.NOT_EQUAL, start) : unknown(start);
      case '≠' -> token(TokenKind.NOT_EQUAL, start, 1);
      case '<' -> less(start, next);
      case '≤' -> token(TokenKind.LESS_OR_EQUAL, start, 1);
      case '>' -> token(next == '=' ? TokenKind.GREATER_OR_EQUAL : TokenKind.GREATER, start);
      case '≥' -> token(TokenKind.GREATER_OR_EQUAL, start, 1);
      case '(' -> token(TokenKind.OPEN_ROUND, start);
      case ')' -> token(TokenKind.CLOSE_ROUND, start);
      case '[' -> token(TokenKind.OPEN_SQUARE, start);
      case ']' -> token(TokenKind.CLOSE_SQUARE, start);
      case ',' -> token(TokenKind.COMMA, start);
      case ':' ->
          next == '='
              ? wrong(start, 2, "':=' is not an operator", "assign with '='")
              : token(TokenKind.COLON, start);
      case '.' -> dots(start, next);
      default -> unknown(start);
    };
  }

  private Optional<Token> equals(int start, char next) {
    return switch (next) {
      case '=' -> token(TokenKind.EQUAL, start);
      case '<' -> wrong(start, 2, "'=<' is not an operator", "write '<='");
      case '>' -> wrong(start, 2, "'=>' is not an operator", "write '>='");
      default -> token(TokenKind.ASSIGN, start);
    };
  }

  private Optional<Token> less(int start, char next) {
    return switch (next) {
      case '=' -> token(TokenKind.LESS_OR_EQUAL, start);
      case '>' -> wrong(start, 2, "'<>' is not an operator", "write '!='");
      default -> token(TokenKind.LESS, start);
    };
  }

  private Optional<Token> dots(int start, char next) {
    if (next != '.') {
      return token(TokenKind.DOT, start);
    }
    return peek(start + 2) == '.'
        ? wrong(start, 3, "'...' is not a range", "a range is written with two dots: 1..n")
        : token(TokenKind.RANGE, start);
  }

  private Optional<Token> token(TokenKind kind, int start) {
    return token(kind, start, kind.text().length());
  }

  private Optional<Token> token(TokenKind kind, int start, int length) {
    at = start + length;
    return Optional.of(new Token(kind, kind.text(), start, at));
  }

  private Optional<Token> wrong(int start, int length, String message, String hint) {
    at = start + length;
    errors.error(start, at, message, hint);
    return Optional.empty();
  }

  private Optional<Token> unknown(int start) {
    int first = text.codePointAt(start);
    at = start + Character.charCount(first);
    while (at < text.length() && text.codePointAt(at) == first && first != '\r') {
      at += Character.charCount(first);
    }
    errors.error(
        start,
        at,
        "%s does not belong here".formatted(Characters.described(first)),
        Characters.advice(first));
    return Optional.empty();
  }

  private char peek(int i) {
    return i < text.length() ? text.charAt(i) : '\n';
  }
}
