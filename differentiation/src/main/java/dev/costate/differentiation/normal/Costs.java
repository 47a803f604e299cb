package dev.costate.differentiation.normal;

import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Literal;

/** Which operations take so long that their results are recorded rather than computed again. */
final class Costs {
  private Costs() {}

  private static final double SQUARE = 2;

  /** An operation that takes several times as long as a push and a pop; a square does not. */
  static boolean isHigh(Apply apply) {
    return switch (apply.operation()) {
      case EXP, LN, LOG10, SIN, COS, TAN, ASIN, ACOS, ATAN, ATAN2, SINH, COSH, TANH, ERF -> true;
      case POWER -> !(apply.argument(1) instanceof Literal(var exponent, _) && exponent == SQUARE);
      default -> false;
    };
  }
}
