package dev.costate.differentiation;

import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.line.ChainRule;
import dev.costate.program.Expression;
import dev.costate.program.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The derivative of one line with respect to each variable it reads. */
public final class Partials {
  private Partials() {}

  /**
   * The partials of an expression with respect to the varied variables it reads (elements of arrays
   * left out), in order of first appearance. The expression has no calls that depend on them.
   */
  public static Map<Variable, Term> of(Expression expression, Predicate<Variable> varied) {
    var partials = new LinkedHashMap<Variable, Term>();
    ChainRule.bySlot(expression, varied).entrySet().stream()
        .filter(entry -> !entry.getKey().isElement())
        .forEach(entry -> partials.put(entry.getKey().variable(), entry.getValue()));
    return partials;
  }
}
