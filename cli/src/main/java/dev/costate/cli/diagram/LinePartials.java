package dev.costate.cli.diagram;

import dev.costate.cli.formula.Evaluator;
import dev.costate.cli.formula.Formula;
import dev.costate.differentiation.Differentiator;
import dev.costate.differentiation.Flow;
import dev.costate.differentiation.Partials;
import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Program;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The derivative of an executed line with respect to each active variable it reads, as a formula
 * and its value. Of a choice only the part that was taken counts; a call contributes its callee's
 * generated derivative.
 */
final class LinePartials {
  /** A derivative as text and as a number. */
  record Partial(String formula, double value) {}

  private record Asked(String callee, String parameter) {}

  /** Every function of the file, and every derivative asked for so far. */
  private Program program;

  private final Flow flow;
  private final Evaluator values;
  private final Map<Asked, String> gradients = new HashMap<>();
  private final Map<Asked, String> pullbacks = new HashMap<>();

  LinePartials(Program program, Evaluator values) {
    this.program = program;
    this.flow = Flow.of(program);
    this.values = values;
  }

  static boolean readsAny(Expression expression, Set<Variable> variables) {
    return Walk.reads(expression).stream().anyMatch(variables::contains);
  }

  /** The partials of an expression at a point, in order of first appearance. */
  Map<Variable, Partial> of(
      Expression expression, Set<Variable> active, Map<Variable, Value> point) {
    if (!readsAny(expression, active)) {
      return Map.of();
    }
    var line = new Line(Set.copyOf(active), point);
    return line.evaluated(line.terms(line.taken(expression)));
  }

  /** The partials of one result of a call with several. */
  Map<Variable, Partial> ofResult(
      String callee,
      List<Expression> arguments,
      int result,
      Set<Variable> active,
      Map<Variable, Value> point) {
    var line = new Line(Set.copyOf(active), point);
    var taken = arguments.stream().map(line::taken).toList();
    var terms = new LinkedHashMap<Variable, Term>();
    line.through(
        callee,
        taken,
        Term.ONE,
        position -> {
          var name = pullback(callee, position);
          var all = new ArrayList<>(taken);
          for (int r = 0; r < program.function(callee).results().size(); r++) {
            all.add(new Literal(r == result ? 1 : 0, taken.getFirst().place()));
          }
          return new Call(name, all, Kind.NUMBER, taken.getFirst().place());
        },
        terms);
    return line.evaluated(terms);
  }

  private String gradient(String callee, int position) {
    var parameter = program.function(callee).parameters().get(position).name();
    return gradients.computeIfAbsent(
        new Asked(callee, parameter),
        _ -> {
          var derivative = Differentiator.gradient(program, callee, List.of(parameter));
          program = derivative.program();
          return derivative.function();
        });
  }

  private String pullback(String callee, int position) {
    var parameter = program.function(callee).parameters().get(position).name();
    return pullbacks.computeIfAbsent(
        new Asked(callee, parameter),
        _ -> {
          var derivative = Differentiator.pullback(program, callee, List.of(parameter));
          program = derivative.program();
          return derivative.function();
        });
  }

  /** The derivative of a call with respect to the argument at a position, as an expression. */
  @FunctionalInterface
  private interface Slope {
    Expression of(int position);
  }

  private final class Line {
    private final Set<Variable> active;
    private final Map<Variable, Value> point;
    private final Set<Variable> passedOver = new LinkedHashSet<>();

    Line(Set<Variable> active, Map<Variable, Value> point) {
      this.active = active;
      this.point = point;
    }

    /** The expression with every choice replaced by what it chose. */
    Expression taken(Expression expression) {
      return switch (expression) {
        case Conditional(var condition, var then, var otherwise, _) ->
            taken(values.truth(condition, point) ? then : otherwise);
        case Apply(var operation, var arguments, _, _)
            when operation == Operation.MIN || operation == Operation.MAX ->
            chosen(operation, arguments);
        case Expression other ->
            Walk.withChildren(other, Walk.children(other).stream().map(this::taken).toList());
      };
    }

    private Expression chosen(Operation operation, List<Expression> arguments) {
      int best = 0;
      double bestValue = values.number(arguments.getFirst(), point);
      for (int i = 1; i < arguments.size(); i++) {
        double value = values.number(arguments.get(i), point);
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

    Map<Variable, Term> terms(Expression expression) {
      var calls = new LinkedHashMap<Variable, Call>();
      var flat = hoisted(expression, calls);
      var outer = Partials.of(flat, v -> active.contains(v) || calls.containsKey(v));
      var terms = new LinkedHashMap<Variable, Term>();
      outer.forEach((variable, term) -> {
        var whole = new Term(Walk.rewrite(term.expression(), node -> restored(node, calls)));
        var call = calls.get(variable);
        if (call == null) {
          terms.merge(variable, whole, Term::plus);
        } else {
          Slope slope =
              i ->
                  new Call(
                      gradient(call.function(), i), call.arguments(), Kind.NUMBER, call.place());
          through(call.function(), call.arguments(), whole, slope, terms);
        }
      });
      return terms;
    }

    /**
     * Adds what the active arguments of a call contribute to a line that has this derivative with
     * respect to the call.
     */
    void through(
        String callee,
        List<Expression> arguments,
        Term outer,
        Slope slope,
        Map<Variable, Term> into) {
      var smooth = flow.differentiated(program.function(callee));
      for (int i = 0; i < arguments.size(); i++) {
        if (smooth.contains(program.function(callee).parameters().get(i))
            && readsAny(arguments.get(i), active)) {
          var factor = outer.times(Term.of(slope.of(i)));
          terms(arguments.get(i))
              .forEach((variable, term) -> into.merge(variable, factor.times(term), Term::plus));
        }
      }
    }

    /** The expression with every active call replaced by a variable of its own. */
    private Expression hoisted(Expression expression, Map<Variable, Call> calls) {
      if (expression instanceof Call call && readsAny(call, active)) {
        var variable = Variable.number("(call " + calls.size() + ")");
        calls.put(variable, call);
        return new Read(variable, call.place());
      }
      return Walk.withChildren(
          expression, Walk.children(expression).stream().map(c -> hoisted(c, calls)).toList());
    }

    private static Expression restored(Expression node, Map<Variable, Call> calls) {
      if (node instanceof Read(var variable, _)) {
        var call = calls.get(variable);
        return call == null ? node : call;
      }
      return node;
    }

    /** The values of the terms; what a choice passed over has derivative 0. */
    Map<Variable, Partial> evaluated(Map<Variable, Term> terms) {
      var evaluator = new Evaluator(program);
      var partials = new LinkedHashMap<Variable, Partial>();
      terms.forEach((variable, term) ->
          partials.put(
              variable,
              new Partial(
                  Formula.factor(term.expression()), evaluator.number(term.expression(), point))));
      passedOver.forEach(variable -> partials.putIfAbsent(variable, new Partial("0", 0)));
      return partials;
    }
  }
}
