package dev.costate.language.parse;

/** What to say about a token that cannot follow what was read. */
final class Unexpected {
  private Unexpected() {}

  /**
   * The error for the token at which the reader stands; {@code hint} is given where nothing better
   * is known.
   */
  static SyntaxError after(TokenReader tokens, String hint) {
    var token = tokens.peek();
    var message = "unexpected " + token.described();
    return tokens.error(
        token,
        message,
        switch (token.kind()) {
          case ASSIGN -> hint.isEmpty() ? "to compare, write '=='" : hint;
          case ELIF, ELSE -> "'%s' starts a line of its own".formatted(token.text());
          case CLOSE_ROUND, CLOSE_SQUARE -> "it closes no bracket";
          case COLON -> "only the head of a block ends in ':'";
          case NUMBER, PERCENTAGE, NAME, TRUE, FALSE, OPEN_ROUND ->
              hint.isEmpty() ? "an operator is missing before it, such as '*'" : hint;
          case NOT -> "write 'and not' or 'or not'";
          case RANGE -> "a range stands only in 'for i in 1..n'";
          default -> hint;
        });
  }

  /** The error for a token where an operand must begin; the token has been read. */
  static SyntaxError noOperand(TokenReader tokens, Token token) {
    if (token.kind().isReserved()) {
      return tokens.error(
          token,
          "expected a value but found the reserved word '%s'".formatted(token.text()),
          "a reserved word cannot be a name");
    }
    return tokens.error(
        token,
        "expected a value but found " + token.described(),
        switch (token.kind()) {
          case PLUS -> "a sign '+' is not needed: leave it out";
          case TEXT -> "quoted texts are only labels and units of goods";
          case CLOSE_ROUND, CLOSE_SQUARE -> "something is missing before it";
          case ASSIGN -> "to compare, write '=='";
          default -> "";
        });
  }

  /** The error for a token that can neither continue nor close what is in the innermost bracket. */
  static SyntaxError inBrackets(TokenReader tokens, Waiting.Open bracket) {
    var closing = bracket.bracket().kind() == TokenKind.OPEN_ROUND ? ")" : "]";
    return tokens.error(
        tokens.peek(),
        "expected '%s' or an operator but found %s".formatted(closing, tokens.peek().described()),
        switch (tokens.kind()) {
          case NUMBER, PERCENTAGE, NAME, TRUE, FALSE, OPEN_ROUND ->
              "a comma or an operator, such as '*', is missing before it";
          case ASSIGN -> "to compare, write '=='";
          case RANGE -> "a range stands only in 'for i in 1..n'";
          default -> "";
        });
  }

  /** The error for {@code a < b < c}; the reader stands at the second comparison. */
  static SyntaxError chainedComparison(TokenReader tokens, Waiting.Infix first) {
    var operator = first.operator().text();
    return tokens.error(
        tokens.peek(),
        "comparisons cannot be chained: %s follows a comparison with '%s'"
            .formatted(tokens.peek().described(), operator),
        "write 'a %s b and b %s c'".formatted(operator, tokens.peek().text()));
  }
}
