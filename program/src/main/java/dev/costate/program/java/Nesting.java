package dev.costate.program.java;

import dev.costate.program.Expression;
import dev.costate.program.Function;
import dev.costate.program.Walk;

/** Refuses expressions that nest too deep for javac, which would run out of stack. */
final class Nesting {
  /**
   * With the usual stack of 1 MB javac of JDK 25, just started, gives up at between 200 and 250.
   */
  private static final int MOST = 150;

  private Nesting() {}

  static void check(Function function) {
    for (var statement : Walk.statements(function.body())) {
      for (var expression : Walk.expressions(statement)) {
        int depth = depth(expression);
        if (depth > MOST) {
          throw new NotInJava(
              expression.place(),
              "code of this line nests " + depth + " deep, too deep for the compiler of Java",
              "give parts of it names of their own; at most " + MOST + " fit");
        }
      }
    }
  }

  /** How many operations stand in each other; the terms of a sum count as well. */
  private static int depth(Expression expression) {
    int deepest = 0;
    for (var part : Walk.children(expression)) {
      deepest = Math.max(deepest, depth(part));
    }
    return deepest + 1;
  }
}
