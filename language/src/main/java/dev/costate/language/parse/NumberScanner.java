package dev.costate.language.parse;

import java.util.Optional;

/** Reads number literals: {@code 2}, {@code 0.5}, {@code 1e-3}, {@code 1_000}, {@code 20%}. */
final class NumberScanner {
  /**
   * The most characters of a literal: far more than any number needs, few enough to convert
   * quickly.
   */
  private static final int MAX_LENGTH = 1_000;

  /**
   * The most characters of an exponent; exact arithmetic refuses those of {@code 0e99999999999}.
   */
  private static final int MAX_EXPONENT_LENGTH = 6;

  private static final String RANGE = "numbers reach from about 4.9e-324 to 1.8e308";

  private final String text;
  private final TokenScanner.Errors errors;
  private int at;

  NumberScanner(String text, TokenScanner.Errors errors) {
    this.text = text;
    this.errors = errors;
  }

  int position() {
    return at;
  }

  Optional<Token> scan(int start) {
    at = start;
    digits();
    if (peek(0) == '.' && Characters.isDigit(peek(1))) {
      at++;
      digits();
    } else if (peek(0) == '.' && peek(1) != '.') {
      at++;
      return wrong(
          start,
          "'%s' has no digits after its point".formatted(quoted(start)),
          "write %s0".formatted(quoted(start)));
    }
    if (text.charAt(start) == '.') {
      return wrong(
          start,
          "'%s' has no digits before its point".formatted(quoted(start)),
          "write 0%s".formatted(quoted(start)));
    }
    exponent();
    if (Characters.startsName(peek(0))) {
      return gluedName(start);
    }
    if (peek(0) == '.' && Characters.isDigit(peek(1))) {
      return secondPoint(start);
    }
    return number(start);
  }

  private Optional<Token> number(int start) {
    var literal = written(start);
    if (literal.length() > MAX_LENGTH) {
      return wrong(
          start,
          "a number of %,d characters".formatted(literal.length()),
          "about 17 digits are kept; leave the others out");
    }
    if (literal.endsWith("_")
        || literal.contains("__")
        || literal.contains("_.")
        || literal.contains("_e")
        || literal.contains("_E")) {
      return wrong(
          start,
          "'%s' has an underscore that is not between two digits"
              .formatted(Token.shortened(literal)),
          "group digits as in 1_000_000");
    }
    var digits = plain(literal);
    if (exponentLength(digits) > MAX_EXPONENT_LENGTH) {
      return wrong(
          start, "the exponent of %s is too long".formatted(Token.shortened(literal)), RANGE);
    }
    double value = Double.parseDouble(digits);
    if (Double.isInfinite(value)) {
      return wrong(start, "the number %s is too large".formatted(Token.shortened(literal)), RANGE);
    }
    if (value == 0 && !isZero(digits)) {
      return wrong(
          start, "the number %s is too close to zero".formatted(Token.shortened(literal)), RANGE);
    }
    if (peek(0) == '%') {
      at++;
      return Optional.of(new Token(TokenKind.PERCENTAGE, digits, start, at));
    }
    return Optional.of(new Token(TokenKind.NUMBER, digits, start, at));
  }

  private Optional<Token> gluedName(int start) {
    var number = quoted(start);
    int name = at;
    while (Characters.continuesName(peek(0))) {
      at++;
    }
    var glued = Token.shortened(text.substring(name, at));
    return wrong(
        start,
        "the number %s and the name %s stand side by side".formatted(number, glued),
        "for a product write %s*%s; a name begins with a letter".formatted(number, glued));
  }

  private Optional<Token> secondPoint(int start) {
    while (Characters.isDigit(peek(0)) || peek(0) == '.') {
      at++;
    }
    return wrong(start, "'%s' has more than one decimal point".formatted(quoted(start)), "");
  }

  private Optional<Token> wrong(int start, String message, String hint) {
    errors.error(start, at, message, hint);
    return Optional.empty();
  }

  private void digits() {
    while (Characters.isDigit(peek(0)) || peek(0) == '_') {
      at++;
    }
  }

  /** Reads {@code e-3}; an {@code e} without digits is left, as a name. */
  private void exponent() {
    if (peek(0) != 'e' && peek(0) != 'E') {
      return;
    }
    int sign = peek(1) == '+' || Characters.isMinus(peek(1)) ? 1 : 0;
    if (Characters.isDigit(peek(1 + sign))) {
      at += 1 + sign;
      digits();
    }
  }

  private String quoted(int start) {
    return Token.shortened(written(start));
  }

  private String written(int start) {
    return text.substring(start, at);
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\n';
  }

  /** Without underscores, with a plain minus. */
  private static String plain(String literal) {
    var digits = new StringBuilder(literal.length());
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (c != '_') {
        digits.append((char) Characters.plain(c));
      }
    }
    return digits.toString();
  }

  private static boolean isZero(String digits) {
    for (int i = 0;
        i < digits.length() && digits.charAt(i) != 'e' && digits.charAt(i) != 'E';
        i++) {
      if (digits.charAt(i) >= '1' && digits.charAt(i) <= '9') {
        return false;
      }
    }
    return true;
  }

  private static int exponentLength(String digits) {
    int e = Math.max(digits.indexOf('e'), digits.indexOf('E'));
    return e < 0 ? 0 : digits.length() - e - 1;
  }
}
