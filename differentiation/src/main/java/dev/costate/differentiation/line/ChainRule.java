package dev.costate.differentiation.line;

import dev.costate.differentiation.activity.Dependence;
import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.code.Slot;
import dev.costate.differentiation.rules.Rules;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The derivative of one line with respect to each variable it reads, by the chain rule within the
 * line.
 */
public final class ChainRule {
  private final Predicate<Variable> varied;

  private ChainRule(Predicate<Variable> varied) {
    this.varied = varied;
  }

  /**
   * The partials of an expression with respect to each varied number, and each element of a varied
   * array, that it reads, in order of first appearance. The expression has no calls that depend on
   * them.
   */
  public static Map<Slot, Term> bySlot(Expression expression, Predicate<Variable> varied) {
    return bySlot(expression, Term.of(expression), varied);
  }

  /**
   * The same for a line {@code y = expression}, where the partials may read the result y instead of
   * computing it again.
   */
  public static Map<Slot, Term> bySlot(
      Expression expression, Term result, Predicate<Variable> varied) {
    var partials = new LinkedHashMap<Slot, Term>();
    new ChainRule(varied).accumulate(expression, result, Term.ONE, partials);
    partials.values().removeIf(Term::isZero);
    return partials;
  }

  private void accumulate(Expression e, Term result, Term factor, Map<Slot, Term> into) {
    var slot = Slot.of(e);
    if (slot.isPresent()) {
      if (varied.test(slot.get().variable())) {
        into.merge(slot.get(), factor, Term::plus);
      }
      return;
    }
    switch (e) {
      case Conditional(var condition, var then, var otherwise, _) ->
          choose(condition, of(then), of(otherwise), factor, into);
      case Apply(var operation, var arguments, _, _) -> {
        var rule = Rules.find(operation);
        if (rule.isPresent() && dependsOn(e)) {
          var terms = arguments.stream().map(Term::of).toList();
          var partials = rule.get().partials().of(terms, result);
          for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            accumulate(argument, Term.of(argument), factor.times(partials.get(i)), into);
          }
        }
      }
      case Expression _ -> {}
    }
  }

  private Map<Slot, Term> of(Expression branch) {
    return bySlot(branch, varied);
  }

  private static void choose(
      Expression condition,
      Map<Slot, Term> then,
      Map<Slot, Term> otherwise,
      Term factor,
      Map<Slot, Term> into) {
    var slots = new LinkedHashSet<>(then.keySet());
    slots.addAll(otherwise.keySet());
    for (var slot : slots) {
      var taken =
          Term.when(
              condition,
              then.getOrDefault(slot, Term.ZERO),
              otherwise.getOrDefault(slot, Term.ZERO));
      into.merge(slot, factor.times(taken), Term::plus);
    }
  }

  private boolean dependsOn(Expression e) {
    return Dependence.reads(e, varied);
  }

  /** The partials of one operation with respect to its arguments, in order. */
  public static List<Term> ofOperation(Apply apply) {
    var terms = new ArrayList<Term>();
    apply.arguments().forEach(a -> terms.add(Term.of(a)));
    return Rules.find(apply.operation())
        .map(rule -> rule.partials().of(terms, Term.of(apply)))
        .orElseGet(List::of);
  }
}
