package dev.costate.language.parse;

import dev.costate.language.syntax.Declaration.Setting;
import dev.costate.language.syntax.DottedName;
import java.util.ArrayList;

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

  /** Names and indices, as in {@code oil.import[2].price}. */
  private static DottedName dottedName(TokenReader tokens) {
    var first = tokens.peek();
    var parts = new ArrayList<DottedName.Part>();
    do {
      var name = tokens.name("the name of a parameter");
      parts.add(new DottedName.Part(name, Subscripts.ofHead(tokens)));
    } while (tokens.skip(TokenKind.DOT));
    return new DottedName(parts, tokens.from(first));
  }

  /** The same where nothing can stand for several. */
  static Setting plain(TokenReader tokens) {
    var setting = setting(tokens);
    if (!setting.parameter().isPlain()) {
      throw new SyntaxError(
          setting.parameter().place(),
          "an index here is a number or a name",
          "set one at a time, as in power[3].demand=5");
    }
    return setting;
  }
}
