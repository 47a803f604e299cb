package dev.costate.differentiation;

import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.rules.Rules;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Read;
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
public final class Partials {
  private final Predicate<Variable> varied;

  private Partials(Predicate<Variable> varied) {
    this.varied = varied;
  }

  /**
   * The partials of an expression with respect to the varied variables it reads, in order of first
   * appearance. The expression has no calls that depend on them.
   */
  public static Map<Variable, Term> of(Expression expression, Predicate<Variable> varied) {
    return of(expression, Term.of(expression), varied);
  }

  /**
   * The same for a line {@code y = expression}, where the partials may read the result y instead of
   * computing it again.
   */
  static Map<Variable, Term> of(Expression expression, Term result, Predicate<Variable> varied) {
    var partials = new LinkedHashMap<Variable, Term>();
    new Partials(varied).accumulate(expression, result, Term.ONE, partials);
    partials.values().removeIf(Term::isZero);
    return partials;
  }

  private void accumulate(Expression e, Term result, Term factor, Map<Variable, Term> into) {
    switch (e) {
      case Read(var variable, _) -> {
        if (varied.test(variable)) {
          into.merge(variable, factor, Term::plus);
        }
      }
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

  private Map<Variable, Term> of(Expression branch) {
    return of(branch, varied);
  }

  private static void choose(
      Expression condition,
      Map<Variable, Term> then,
      Map<Variable, Term> otherwise,
      Term factor,
      Map<Variable, Term> into) {
    var variables = new LinkedHashSet<>(then.keySet());
    variables.addAll(otherwise.keySet());
    for (var variable : variables) {
      var taken =
          Term.when(
              condition,
              then.getOrDefault(variable, Term.ZERO),
              otherwise.getOrDefault(variable, Term.ZERO));
      into.merge(variable, factor.times(taken), Term::plus);
    }
  }

  private boolean dependsOn(Expression e) {
    return Dependence.reads(e, varied);
  }

  /** The partials of one operation with respect to its arguments, in order. */
  static List<Term> ofOperation(Apply apply) {
    var terms = new ArrayList<Term>();
    apply.arguments().forEach(a -> terms.add(Term.of(a)));
    return Rules.find(apply.operation())
        .map(rule -> rule.partials().of(terms, Term.of(apply)))
        .orElseGet(List::of);
  }
}
