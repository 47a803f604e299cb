package dev.costate.java.read;

import dev.costate.program.Expression;

/**
 * What an expression of Java is in a program.
 *
 * @param range what it can be if its type is one of whole numbers
 */
record Value(Expression expression, Type type, Interval range) {
  static Value of(Expression expression, Type type) {
    return new Value(expression, type, type.range());
  }

  Value as(Type other) {
    return new Value(expression, other, range);
  }

  Value with(Expression other) {
    return new Value(other, type, range);
  }
}
