package dev.costate.differentiation.activity;

import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Function;
import dev.costate.program.Statement.For;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.HashSet;
import java.util.Set;

/** What is known of the counters of a function. */
public final class Counters {
  private Counters() {}

  /**
   * The counters that are positive in every loop that has them, since their loops go up from, or
   * down to, a positive number.
   */
  public static Set<Variable> positive(Function function) {
    var positive = new HashSet<Variable>();
    var others = new HashSet<Variable>(function.parameters());
    for (var statement : Walk.statements(function.body())) {
      if (statement instanceof For loop) {
        var step = Term.of(loop.step());
        var least = Term.of(step.isNegative() ? loop.to() : loop.from());
        boolean known =
            step.isNumber() && least.isNumber() && !least.isNegative() && !least.isZero();
        (known ? positive : others).add(loop.counter());
      } else {
        others.addAll(Walk.writes(statement));
      }
    }
    positive.removeAll(others);
    return positive;
  }
}
