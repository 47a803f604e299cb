package dev.costate.language.parse;

import dev.costate.language.syntax.Bounds;
import dev.costate.language.syntax.Counter;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Generator;
import dev.costate.language.syntax.Members;
import dev.costate.language.syntax.Reference;
import dev.costate.language.syntax.Subscript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands in brackets behind names, and the generators of lists of goods. */
final class Subscripts {
  private static final String LIST = "for each member, write [power[h] for h in hour]";

  private Subscripts() {}

  /** {@code [h in hour, 3]} behind the name of what is declared; none if there is no bracket. */
  static List<Subscript> ofHead(TokenReader tokens) {
    var subscripts = new ArrayList<Subscript>();
    if (tokens.skip(TokenKind.OPEN_SQUARE)) {
      do {
        subscripts.add(
            tokens.peek(1).kind() == TokenKind.IN
                ? new Subscript.Over(counter(tokens))
                : new Subscript.At(ExpressionParser.expression(tokens)));
      } while (tokens.skip(TokenKind.COMMA));
      tokens.expect(TokenKind.CLOSE_SQUARE, "write [h in hour], or one member: [1]");
    }
    return subscripts;
  }

  /** A name that is referred to, with its indices; {@code what} says whose. */
  static Reference reference(TokenReader tokens, String what) {
    var first = tokens.peek();
    var name = tokens.name(what);
    var indices = new ArrayList<Expression>();
    if (tokens.skip(TokenKind.OPEN_SQUARE)) {
      do {
        indices.add(ExpressionParser.expression(tokens));
      } while (tokens.skip(TokenKind.COMMA));
      tokens.expect(TokenKind.CLOSE_SQUARE, tokens.at(TokenKind.IN) ? LIST : "");
    }
    return new Reference(name, indices, tokens.from(first));
  }

  /** {@code h in hour}. */
  private static Counter counter(TokenReader tokens) {
    var first = tokens.peek();
    var name = tokens.name(GeneratorReader.COUNTER);
    tokens.expect(TokenKind.IN, GeneratorReader.FORM);
    return new Counter(name, members(tokens), tokens.from(first));
  }

  private static Members members(TokenReader tokens) {
    var first = tokens.peek();
    var from = ExpressionParser.bound(tokens);
    if (tokens.skip(TokenKind.RANGE)) {
      var to = ExpressionParser.bound(tokens);
      return new Members.Between(from, to, tokens.from(first));
    }
    if (from instanceof Expression.Read(var set)) {
      return new Members.Named(set);
    }
    throw GeneratorReader.noSet(from);
  }

  /** {@code for i in product for j in product if i != j}. */
  static Generator generator(TokenReader tokens) {
    var first = tokens.peek();
    var counters = new ArrayList<Counter>();
    while (tokens.skip(TokenKind.FOR)) {
      counters.add(counter(tokens));
    }
    Optional<Expression> condition =
        tokens.skip(TokenKind.IF)
            ? Optional.of(ExpressionParser.expression(tokens))
            : Optional.empty();
    return new Generator(counters, condition, tokens.from(first));
  }

  /** {@code 0..1}, {@code 0..}. */
  static Bounds bounds(TokenReader tokens) {
    var first = tokens.peek();
    var form = "bounds are written 0..1, or open: 0..";
    Optional<Expression> from =
        tokens.at(TokenKind.RANGE)
            ? Optional.empty()
            : Optional.of(ExpressionParser.expression(tokens));
    tokens.expect(TokenKind.RANGE, form);
    Optional<Expression> to =
        switch (tokens.kind()) {
          case COMMA, COLON, END, ASSIGN, FOR, CLOSE_SQUARE -> Optional.empty();
          default -> Optional.of(ExpressionParser.expression(tokens));
        };
    var place = tokens.from(first);
    if (from.isEmpty() && to.isEmpty()) {
      throw new SyntaxError(place, "a range without bounds", form);
    }
    return new Bounds(from, to, place);
  }
}
