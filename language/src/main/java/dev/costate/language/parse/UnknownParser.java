package dev.costate.language.parse;

import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Bounds;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.Condition;
import dev.costate.language.syntax.Declaration.Relation;
import dev.costate.language.syntax.Declaration.UnknownDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Expression.Binary;
import java.util.Optional;

/** Reads {@code unknown u in 0..1: price(labor) >= 1.1}. */
final class UnknownParser {
  private static final String FORM =
      "a condition is written 'income(state) == 10', or with bounds 'price(labor) >= 1.1'";

  private final LineReader lines;

  UnknownParser(LineReader lines) {
    this.lines = lines;
  }

  /** What becomes of the head once its condition is known. */
  private interface Complete {
    Declaration with(Condition condition, LineReader.Body<Condition> body);
  }

  Optional<Declaration> unknown(TokenReader tokens) {
    Complete complete;
    try {
      complete = head(tokens);
      Head.colon(tokens, lines);
    } catch (SyntaxError error) {
      lines.report(tokens.line(), error);
      lines.skipBlock(tokens);
      return Optional.empty();
    }
    var body = lines.block(tokens, this::condition);
    for (var again : body.items().stream().skip(1).toList()) {
      lines.report(
          again.place(),
          "the condition is already given at line %d"
              .formatted(body.items().getFirst().place().line()),
          "an unknown has one condition; declare another unknown for the other");
    }
    return body.items().stream().findFirst().map(first -> complete.with(first, body));
  }

  private Complete head(TokenReader tokens) {
    var word = tokens.next();
    var name = tokens.name("the name of an unknown");
    var subscripts = Subscripts.ofHead(tokens);
    Optional<Bounds> bounds =
        tokens.skip(TokenKind.IN) ? Optional.of(Subscripts.bounds(tokens)) : Optional.empty();
    if (tokens.at(TokenKind.ASSIGN)) {
      throw tokens.error(
          tokens.peek(),
          "an unknown is not given but solved for",
          "write 'unknown %s: income(state) == 10', or 'parameter %s = …'".formatted(name, name));
    }
    var place = tokens.from(word);
    var trivia = Head.trivia(tokens);
    return (condition, body) -> {
      check(condition, bounds);
      return new UnknownDeclaration(
          name, subscripts, bounds, condition, body.closing(), trivia, place);
    };
  }

  private void check(Condition condition, Optional<Bounds> bounds) {
    if (condition.relation() == Relation.EQUAL && bounds.isPresent()) {
      lines.report(
          bounds.get().place(),
          "bounds beside a condition with '=='",
          "write '>=': at the lower bound it holds, inside it holds exactly, at the upper one it is capped");
    }
    if (condition.relation() == Relation.AT_LEAST && bounds.isEmpty()) {
      lines.report(
          condition.place(),
          "a condition with '>=' needs bounds for its unknown",
          "write 'unknown u in 0..1: …', or '==' if it is to hold exactly");
    }
  }

  private Optional<Condition> condition(TokenReader tokens) {
    try {
      return Optional.of(read(tokens));
    } catch (SyntaxError error) {
      lines.report(tokens.line(), error);
      lines.skipBlock(tokens);
      return Optional.empty();
    }
  }

  private static Condition read(TokenReader tokens) {
    var first = tokens.peek();
    var whole = ExpressionParser.expression(tokens);
    tokens.expectEnd(tokens.at(TokenKind.ASSIGN) ? "to compare, write '=='" : FORM);
    var place = tokens.from(first);
    if (whole instanceof Binary(var operator, var left, var right, _)) {
      if (operator == BinaryOperator.EQUAL) {
        return new Condition(left, Relation.EQUAL, right, tokens.trivia(), place);
      }
      if (operator == BinaryOperator.GREATER_OR_EQUAL) {
        return new Condition(left, Relation.AT_LEAST, right, tokens.trivia(), place);
      }
    }
    throw new SyntaxError(place, "a condition has the form 'F == G' or 'F >= G'", hint(whole));
  }

  private static String hint(Expression whole) {
    return whole instanceof Binary(var operator, _, _, _)
            && operator == BinaryOperator.LESS_OR_EQUAL
        ? "exchange the two sides and write '>='"
        : FORM;
  }
}
