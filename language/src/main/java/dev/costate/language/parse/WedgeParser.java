package dev.costate.language.parse;

import dev.costate.language.syntax.Wedge;
import dev.costate.language.syntax.Wedge.Basis;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code (tax 10% to state) (subsidy 3 each from town) (markup 20%)}. */
final class WedgeParser {
  private static final List<String> WORDS = List.of("tax", "subsidy", "markup");
  private static final String TAX = "write (tax 10% to state), or (tax 30 each to state)";
  private static final String SUBSIDY =
      "write (subsidy 2% from town), or (subsidy 3 each from town)";
  private static final String MARKUP = "write (markup 20%); its receiver is who owns the firm";

  /** The most tokens of a rate that are looked through for the word behind it. */
  private static final int MAX_RATE = 100;

  private WedgeParser() {}

  /** Whether a wedge begins here, and not the arguments of a call. */
  static boolean startsAt(TokenReader tokens) {
    if (!tokens.at(TokenKind.OPEN_ROUND)
        || tokens.peek(1).kind() != TokenKind.NAME
        || !WORDS.contains(tokens.peek(1).text())) {
      return false;
    }
    return switch (tokens.peek(2).kind()) {
      case NUMBER, PERCENTAGE, NAME -> true;
      case OPEN_ROUND, MINUS -> hasParty(tokens);
      default -> false;
    };
  }

  /** Whether {@code to} or {@code from} follows soon, before the bracket is closed. */
  private static boolean hasParty(TokenReader tokens) {
    int depth = 1;
    for (int i = 1; depth > 0 && i <= MAX_RATE; i++) {
      var token = tokens.peek(i);
      switch (token.kind()) {
        case OPEN_ROUND, OPEN_SQUARE -> depth++;
        case CLOSE_ROUND, CLOSE_SQUARE -> depth--;
        default -> {
          if (depth == 1 && (token.isWord("to") || token.isWord("from"))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** All that stand here; none if there is no bracket. */
  static List<Wedge> wedges(TokenReader tokens) {
    var wedges = new ArrayList<Wedge>();
    while (tokens.at(TokenKind.OPEN_ROUND)) {
      wedges.add(wedge(tokens));
    }
    return wedges;
  }

  private static Wedge wedge(TokenReader tokens) {
    var bracket = tokens.next();
    var word = tokens.next();
    if (word.kind() != TokenKind.NAME || !WORDS.contains(word.text())) {
      throw tokens.error(
          word,
          "expected 'tax', 'subsidy' or 'markup' but found " + word.described(),
          Suggestion.of(word.text(), WORDS).orElse(TAX));
    }
    var rate = ExpressionParser.expression(tokens);
    return switch (word.text()) {
      case "tax" -> {
        var basis = basis(tokens);
        tokens.expectWord("to", TAX);
        var receiver = Subscripts.reference(tokens, "the name of a consumer");
        tokens.expect(TokenKind.CLOSE_ROUND, TAX);
        yield new Wedge.Tax(rate, basis, receiver, tokens.from(bracket));
      }
      case "subsidy" -> {
        var basis = basis(tokens);
        tokens.expectWord("from", SUBSIDY);
        var payer = Subscripts.reference(tokens, "the name of a consumer");
        tokens.expect(TokenKind.CLOSE_ROUND, SUBSIDY);
        yield new Wedge.Subsidy(rate, basis, payer, tokens.from(bracket));
      }
      default -> {
        tokens.expect(TokenKind.CLOSE_ROUND, MARKUP);
        yield new Wedge.Markup(rate, tokens.from(bracket));
      }
    };
  }

  private static Basis basis(TokenReader tokens) {
    return tokens.skipWord("each") ? Basis.EACH : Basis.VALUE;
  }
}
