package dev.costate.language.print;

import static dev.costate.language.print.Piece.raw;

import dev.costate.language.print.Piece.Surroundings;
import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Expression.Binary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints infix operators; those of one tightness that follow each other are printed together, since
 * they are spaced alike.
 */
final class Chains {
  /** {@code first op operand op operand …}. */
  private record Chain(Expression first, List<Link> links) {
    static Chain of(Binary binary) {
      var links = new ArrayDeque<Link>();
      Expression left = binary;
      while (left instanceof Binary(var operator, var before, var right, _)
          && operator.tightness() == binary.operator().tightness()) {
        links.addFirst(new Link(operator, right));
        left = before;
      }
      return new Chain(left, List.copyOf(links));
    }
  }

  private record Link(BinaryOperator operator, Expression right) {}

  private Chains() {}

  static List<Piece> parts(Binary binary, Surroundings around) {
    return switch (binary.operator()) {
      case OR, AND -> spaced(Chain.of(binary), around);
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> comparison(binary);
      case ADD, SUBTRACT -> sum(Chain.of(binary), around);
      case MULTIPLY, DIVIDE -> product(Chain.of(binary), around);
      case POWER -> power(binary);
    };
  }

  private static List<Piece> comparison(Binary binary) {
    int least = binary.operator().tightness() + 1;
    return List.of(
        ExpressionPrinter.operand(binary.left(), least, Surroundings.INNER),
        raw(" " + binary.operator().text() + " "),
        ExpressionPrinter.operand(binary.right(), least, Surroundings.INNER));
  }

  /** The exponent's own sign needs no brackets: {@code x^-2}. */
  private static List<Piece> power(Binary binary) {
    return List.of(
        ExpressionPrinter.operand(binary.left(), Tightness.ATOM, Surroundings.INNER),
        raw("^"),
        ExpressionPrinter.operand(
            binary.right(), BinaryOperator.NEGATE_TIGHTNESS, Surroundings.INNER));
  }

  private static List<Piece> sum(Chain chain, Surroundings around) {
    boolean isTight =
        around == Surroundings.BOUND
            && Tightness.isShort(Tightness.unsigned(chain.first()))
            && chain.links().stream().allMatch(link -> Tightness.isShort(link.right()));
    return isTight ? tight(chain) : spaced(chain, Surroundings.INNER);
  }

  private static List<Piece> product(Chain chain, Surroundings around) {
    boolean isQuotient =
        chain.links().stream().allMatch(link -> link.operator() == BinaryOperator.DIVIDE);
    boolean isShort =
        around != Surroundings.WHOLE
            && Tightness.isShortFactor(Tightness.unsigned(chain.first()))
            && chain.links().stream().allMatch(link -> Tightness.isShortFactor(link.right()));
    if (isQuotient || isShort) {
      return tight(chain);
    }
    var parts = started(chain, Surroundings.INNER);
    boolean behindProduct = false;
    for (var link : chain.links()) {
      behindProduct |= link.operator() == BinaryOperator.MULTIPLY;
      parts.add(raw(behindProduct ? " " + link.operator().text() + " " : link.operator().text()));
      parts.add(right(link, Surroundings.INNER));
    }
    return parts;
  }

  private static List<Piece> tight(Chain chain) {
    var parts = started(chain, Surroundings.INNER);
    for (var link : chain.links()) {
      parts.add(raw(link.operator().text()));
      parts.add(right(link, Surroundings.INNER));
    }
    return parts;
  }

  private static List<Piece> spaced(Chain chain, Surroundings operands) {
    var parts = started(chain, operands);
    for (var link : chain.links()) {
      parts.add(raw(" " + link.operator().text() + " "));
      parts.add(right(link, operands));
    }
    return parts;
  }

  private static List<Piece> started(Chain chain, Surroundings operands) {
    var parts = new ArrayList<Piece>(2 * chain.links().size() + 1);
    int least = chain.links().getFirst().operator().tightness();
    parts.add(ExpressionPrinter.operand(chain.first(), least, operands));
    return parts;
  }

  private static Piece right(Link link, Surroundings operands) {
    return ExpressionPrinter.operand(link.right(), link.operator().tightness() + 1, operands);
  }
}
