package dev.costate.language.print;

import dev.costate.language.syntax.Expression;

/** A piece of an expression on its way to text. */
sealed interface Piece {
  /** Text that is ready. */
  record Text(String text) implements Piece {}

  /** An expression still to be printed. */
  record Node(Expression expression, Surroundings surroundings) implements Piece {}

  /** What stands around an expression, which decides how closely its parts are set. */
  enum Surroundings {
    /** Nothing: it is a whole value. */
    WHOLE,
    /** A sum, a comparison or brackets. */
    INNER,
    /** The two dots of a range. */
    BOUND
  }

  static Piece raw(String text) {
    return new Text(text);
  }

  static Piece node(Expression expression, Surroundings surroundings) {
    return new Node(expression, surroundings);
  }
}
