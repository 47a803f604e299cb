package dev.costate.language.parse;

import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.FirmTableDeclaration;
import dev.costate.language.syntax.Declaration.ParameterDeclaration;
import dev.costate.language.syntax.Declaration.TableDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Members;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Quoted;
import dev.costate.language.syntax.Subscript;
import java.util.List;
import java.util.Optional;

/** Reads parameters, also those from tables, and tables of firms. */
final class ParameterParser {
  private static final String TABLE =
      "write 'parameter load[hour] from \"load.csv\"', with 'default 0' if it has gaps";
  private static final String FIRMS =
      "write 'firms from \"firms.csv\" with inputs \"inputs.csv\"', and 'outputs \"outputs.csv\"' behind it if there are more";

  private ParameterParser() {}

  /** {@code parameter payroll = 20%}, {@code parameter load[hour] from "load.csv" default 0}. */
  static Declaration parameter(TokenReader tokens) {
    var word = tokens.next();
    var name = tokens.name("the name of a parameter");
    var subscripts = Subscripts.ofHead(tokens);
    if (tokens.skipWord("from")) {
      return table(tokens, word, name, subscripts);
    }
    tokens.expect(TokenKind.ASSIGN, "a parameter is written 'parameter payroll = 20%'");
    var value = ExpressionParser.expression(tokens);
    tokens.expectEnd("");
    return new ParameterDeclaration(name, subscripts, value, tokens.trivia(), tokens.from(word));
  }

  private static Declaration table(
      TokenReader tokens, Token word, Name name, List<Subscript> subscripts) {
    if (subscripts.isEmpty()) {
      throw new SyntaxError(name.place(), "a table gives a number for each member of a set", TABLE);
    }
    subscripts.forEach(ParameterParser::checkSet);
    var file = tokens.quoted(TABLE);
    Optional<Expression> otherwise =
        tokens.skipWord("default")
            ? Optional.of(ExpressionParser.expression(tokens))
            : Optional.empty();
    tokens.expectEnd(TABLE);
    return new TableDeclaration(
        name, subscripts, file, otherwise, tokens.trivia(), tokens.from(word));
  }

  private static void checkSet(Subscript subscript) {
    switch (subscript) {
      case Subscript.At(Expression.Read _) -> {}
      case Subscript.Over(var counter) when counter.members() instanceof Members.Named -> {}
      case Subscript.At _, Subscript.Over _ ->
          throw new SyntaxError(subscript.place(), "the columns of a table are sets", TABLE);
    }
  }

  /** {@code firms from "firms.csv" with inputs "inputs.csv" outputs "outputs.csv"}. */
  static Declaration firms(TokenReader tokens) {
    var word = tokens.next();
    tokens.expectWord("from", FIRMS);
    var firms = tokens.quoted(FIRMS);
    tokens.expectWord("with", FIRMS);
    tokens.expectWord("inputs", FIRMS);
    var inputs = tokens.quoted(FIRMS);
    tokens.skip(TokenKind.COMMA);
    Optional<Quoted> outputs =
        tokens.skipWord("outputs") ? Optional.of(tokens.quoted(FIRMS)) : Optional.empty();
    tokens.expectEnd(FIRMS);
    return new FirmTableDeclaration(firms, inputs, outputs, tokens.trivia(), tokens.from(word));
  }
}
