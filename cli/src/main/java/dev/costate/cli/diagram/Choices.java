package dev.costate.cli.diagram;

import dev.costate.cli.formula.Evaluator;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Operation;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A line with every choice replaced by what it chose at a point, of {@code max} and {@code min} the
 * first of equal arguments.
 *
 * @param calls what stands in the place of a call, if anything; asked only for calls that are made
 * @param passedOver where the variables of arguments that {@code max} or {@code min} did not choose
 *     are put
 */
record Choices(
    Evaluator evaluator,
    Map<Variable, Value> point,
    Set<Variable> active,
    Function<Call, Optional<Expression>> calls,
    Set<Variable> passedOver) {
  /** The expression as it was computed. */
  Expression taken(Expression expression) {
    return switch (expression) {
      case Conditional(var condition, var then, var otherwise, _) ->
          taken(evaluator.truth(condition, point) ? then : otherwise);
      case Apply(var operation, var arguments, _, _)
          when operation == Operation.MIN || operation == Operation.MAX ->
          chosen(operation, arguments);
      case Call call -> calls.apply(call).orElseGet(() -> parts(call));
      case Expression other -> parts(other);
    };
  }

  private Expression parts(Expression expression) {
    var parts = Walk.children(expression);
    var taken = new ArrayList<Expression>();
    boolean changed = false;
    for (var part : parts) {
      var now = taken(part);
      changed |= !now.equals(part);
      taken.add(now);
    }
    // What is the same stays the same object, so that it is compiled once.
    return changed ? Walk.withChildren(expression, taken) : expression;
  }

  private Expression chosen(Operation operation, List<Expression> arguments) {
    int best = 0;
    double bestValue = evaluator.number(arguments.getFirst(), point);
    for (int i = 1; i < arguments.size(); i++) {
      double value = evaluator.number(arguments.get(i), point);
      if (operation == Operation.MIN ? value < bestValue : value > bestValue) {
        best = i;
        bestValue = value;
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (i != best) {
        Walk.reads(arguments.get(i)).stream().filter(active::contains).forEach(passedOver::add);
      }
    }
    return taken(arguments.get(best));
  }
}
