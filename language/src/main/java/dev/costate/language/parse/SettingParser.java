package dev.costate.language.parse;

import dev.costate.language.syntax.Declaration.Setting;
import dev.costate.language.syntax.Name;

/** Reads {@code natgas.supply = 3}: a parameter by its dotted name, and its value. */
final class SettingParser {
  private static final String FORM = "a setting is written 'name = value', as in natgas.supply = 3";

  private SettingParser() {}

  static Setting setting(TokenReader tokens) {
    var first = tokens.peek();
    var parameter = dottedName(tokens);
    tokens.expect(TokenKind.ASSIGN, FORM);
    var value = ExpressionParser.expression(tokens);
    tokens.expectEnd(tokens.at(TokenKind.COMMA) ? "give each setting a line of its own" : "");
    return new Setting(parameter, value, tokens.trivia(), tokens.from(first));
  }

  /**
   * Names and indices, as in {@code oil.import[2].price}; printed without spaces but one behind
   * each comma.
   */
  private static Name dottedName(TokenReader tokens) {
    var first = tokens.peek();
    var text = new StringBuilder(part(tokens));
    while (true) {
      if (tokens.skip(TokenKind.DOT)) {
        text.append('.').append(part(tokens));
      } else if (tokens.at(TokenKind.OPEN_SQUARE)) {
        index(tokens, text);
      } else {
        return new Name(text.toString(), tokens.from(first));
      }
    }
  }

  private static String part(TokenReader tokens) {
    return tokens.name("the name of a parameter").text();
  }

  private static void index(TokenReader tokens, StringBuilder text) {
    tokens.next();
    text.append('[');
    do {
      var index = tokens.next();
      if (index.kind() != TokenKind.NUMBER && index.kind() != TokenKind.NAME) {
        throw tokens.error(
            index,
            "expected an index but found " + index.described(),
            "an index is a number or a name");
      }
      text.append(index.text());
      text.append(tokens.at(TokenKind.COMMA) ? ", " : "");
    } while (tokens.skip(TokenKind.COMMA));
    tokens.expect(TokenKind.CLOSE_SQUARE, FORM);
    text.append(']');
  }
}
