package dev.costate.language.print;

import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Expression.Binary;
import dev.costate.language.syntax.Expression.Call;
import dev.costate.language.syntax.Expression.Conditional;
import dev.costate.language.syntax.Expression.Index;
import dev.costate.language.syntax.Expression.NumberLiteral;
import dev.costate.language.syntax.Expression.Read;
import dev.costate.language.syntax.Expression.TruthLiteral;
import dev.costate.language.syntax.Expression.Unary;
import dev.costate.language.syntax.UnaryOperator;

/** How tightly the outermost operator of an expression binds. */
final class Tightness {
  /** Tighter than every operator. */
  static final int ATOM = BinaryOperator.POWER.tightness() + 1;

  private Tightness() {}

  static int of(Expression expression) {
    return switch (expression) {
      case Conditional _ -> BinaryOperator.CONDITIONAL_TIGHTNESS;
      case Binary binary -> binary.operator().tightness();
      case Unary unary ->
          switch (unary.operator()) {
            case NEGATE -> BinaryOperator.NEGATE_TIGHTNESS;
            case NOT -> BinaryOperator.NOT_TIGHTNESS;
          };
      case NumberLiteral number when number.text().startsWith("-") ->
          BinaryOperator.NEGATE_TIGHTNESS;
      case NumberLiteral _, TruthLiteral _, Read _, Call _, Index _ -> ATOM;
      case Expression.ArrayLiteral _, Expression.Parenthesized _ -> ATOM;
      case Expression.Each _ -> 0;
    };
  }

  /** Whether it is a number, a name, a call or an element. */
  static boolean isShort(Expression expression) {
    return switch (expression) {
      case NumberLiteral _, TruthLiteral _, Read _, Call _, Index _ -> of(expression) == ATOM;
      default -> false;
    };
  }

  /** Whether it is short, or a power of short ones. */
  static boolean isShortFactor(Expression expression) {
    return isShort(expression)
        || (expression instanceof Binary(var operator, var base, var exponent, _)
            && operator == BinaryOperator.POWER
            && isShort(base)
            && isShort(unsigned(exponent)));
  }

  /** The operand of a minus sign; anything else itself. */
  static Expression unsigned(Expression expression) {
    return expression instanceof Unary(var operator, var operand, _)
            && operator == UnaryOperator.NEGATE
        ? operand
        : expression;
  }
}
