package dev.costate.differentiation;

import dev.costate.program.Operation;

/** Which operations take so long that their results are recorded rather than computed again. */
final class Costs {
  private Costs() {}

  /** An operation that takes several times as long as a push and a pop. */
  static boolean isHigh(Operation operation) {
    return switch (operation) {
      case EXP, LN, LOG10, SIN, COS, TAN, ASIN, ACOS, ATAN, ATAN2, SINH, COSH, TANH, ERF, POWER ->
          true;
      default -> false;
    };
  }
}
