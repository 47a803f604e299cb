package dev.costate.language.syntax;

/** The infix operators, loosest first: their text and how tightly they bind. */
public enum BinaryOperator {
  OR("or", 2),
  AND("and", 3),
  EQUAL("==", 5),
  NOT_EQUAL("!=", 5),
  LESS("<", 5),
  LESS_OR_EQUAL("<=", 5),
  GREATER(">", 5),
  GREATER_OR_EQUAL(">=", 5),
  ADD("+", 6),
  SUBTRACT("-", 6),
  MULTIPLY("*", 7),
  DIVIDE("/", 7),
  POWER("^", 9);

  /**
   * How tightly the conditional expression {@code a if c else b}, {@code not} and unary minus bind,
   * between the infix operators.
   */
  public static final int CONDITIONAL_TIGHTNESS = 1;

  public static final int NOT_TIGHTNESS = 4;
  public static final int NEGATE_TIGHTNESS = 8;

  private final String text;
  private final int tightness;

  BinaryOperator(String text, int tightness) {
    this.text = text;
    this.tightness = tightness;
  }

  public String text() {
    return text;
  }

  public int tightness() {
    return tightness;
  }

  public boolean isComparison() {
    return tightness == EQUAL.tightness;
  }
}
