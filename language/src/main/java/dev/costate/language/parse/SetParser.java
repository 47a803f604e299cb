package dev.costate.language.parse;

import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.SetDeclaration;
import dev.costate.language.syntax.Members;
import dev.costate.language.syntax.Name;
import java.util.ArrayList;
import java.util.HashSet;

/** Reads {@code set region = north, south} and {@code set hour = 1..24}. */
final class SetParser {
  private static final String FORM =
      "a set is written 'set region = north, south' or 'set hour = 1..24'";

  private SetParser() {}

  static Declaration set(TokenReader tokens) {
    var word = tokens.next();
    var name = tokens.name("the name of a set");
    tokens.expect(TokenKind.ASSIGN, FORM);
    var members = tokens.ranges() ? range(tokens) : listed(tokens);
    tokens.expectEnd(FORM);
    return new SetDeclaration(name, members, tokens.trivia(), tokens.from(word));
  }

  private static Members range(TokenReader tokens) {
    var first = tokens.peek();
    var from = ExpressionParser.expression(tokens);
    tokens.expect(TokenKind.RANGE, FORM);
    var to = ExpressionParser.expression(tokens);
    return new Members.Between(from, to, tokens.from(first));
  }

  private static Members listed(TokenReader tokens) {
    var first = tokens.peek();
    var seen = new HashSet<String>();
    var members = new ArrayList<Name>();
    do {
      var member = member(tokens);
      if (!seen.add(member.text())) {
        throw new SyntaxError(
            member.place(), "'%s' is there twice".formatted(member), "name each member once");
      }
      members.add(member);
    } while (tokens.skip(TokenKind.COMMA));
    return new Members.Listed(members, tokens.from(first));
  }

  private static Name member(TokenReader tokens) {
    var token = tokens.peek();
    if (token.kind() != TokenKind.NUMBER) {
      return tokens.name("a member of the set");
    }
    if (!token.text().chars().allMatch(Character::isDigit)) {
      throw tokens.error(
          token,
          "the member %s is not whole".formatted(token.text()),
          "members are names or whole numbers");
    }
    tokens.next();
    return new Name(new java.math.BigInteger(token.text()).toString(), tokens.place(token));
  }
}
