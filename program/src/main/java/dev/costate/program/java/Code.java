package dev.costate.program.java;

/**
 * The text of a Java expression.
 *
 * @param strength how strongly its outermost operator binds
 * @param isInt whether Java gives it the type int, though the language knows only numbers
 */
record Code(String text, int strength, boolean isInt) {
  static final int CONDITIONAL = 1;
  static final int OR = 2;
  static final int AND = 3;
  static final int EQUALITY = 4;
  static final int RELATION = 5;
  static final int SUM = 6;
  static final int PRODUCT = 7;
  static final int SIGN = 8;
  static final int ATOM = 9;

  static Code atom(String text) {
    return new Code(text, ATOM, false);
  }

  static Code integer(String text, int strength) {
    return new Code(text, strength, true);
  }

  static Code of(String text, int strength) {
    return new Code(text, strength, false);
  }

  /** The text, in brackets unless it binds at least so strongly. */
  String at(int least) {
    return strength >= least ? text : "(" + text + ")";
  }

  /** The same value as a double, where Java would otherwise compute with integers. */
  Code asDouble() {
    if (!isInt) {
      return this;
    }
    boolean isLiteral = text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    return isLiteral ? of(text + ".0", strength) : of("(double) " + at(SIGN), SIGN);
  }
}
