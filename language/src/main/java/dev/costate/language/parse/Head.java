package dev.costate.language.parse;

import dev.costate.language.syntax.Trivia;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the head of a block, up to its colon.
 *
 * @param <B> the block
 * @param <T> what the head is with its block
 */
interface Head<B, T> {
  /** The tokens before the colon; what is missing then is the block. */
  Function<B, T> read(TokenReader tokens);

  /**
   * Reads the head and its colon; nothing if the head could not be read, which has then been
   * reported.
   */
  default Optional<Function<B, T>> readTo(TokenReader tokens, LineReader lines) {
    try {
      var complete = read(tokens);
      colon(tokens, lines);
      return Optional.of(complete);
    } catch (SyntaxError error) {
      lines.report(tokens.line(), error);
      return Optional.empty();
    }
  }

  /** Reads the colon at the end of a head; a missing one is reported and imagined. */
  static void colon(TokenReader tokens, LineReader lines) {
    if (tokens.skip(TokenKind.COLON)) {
      return;
    }
    if (!tokens.at(TokenKind.END)) {
      throw Unexpected.after(
          tokens,
          tokens.at(TokenKind.ASSIGN)
              ? "to compare, write '=='"
              : "the head of a block ends in ':'");
    }
    lines.report(
        tokens.line(),
        tokens.error(
            tokens.peek(),
            "':' is missing at the end of this line",
            "the head of a block ends in ':'"));
  }

  /**
   * The comments of a head that the reader has read up to its colon: the trailing one belongs to a
   * one-line block if there is one.
   */
  static Trivia trivia(TokenReader tokens) {
    return tokens.peek(tokens.at(TokenKind.COLON) ? 1 : 0).kind() == TokenKind.END
        ? tokens.trivia()
        : new Trivia(tokens.trivia().leading(), "");
  }
}
