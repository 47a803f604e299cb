package dev.costate.cli.formula;

import dev.costate.differentiation.Partials;
import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.AssignMany;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Code without loops, branches and calls, each variable assigned once: of a variable that is
 * assigned several times each value has a number of its own (an input's first and an output's last
 * keep the name), and each {@code min} or {@code max} is a line of its own. Seen from outside it is
 * a firm; each of its lines is one too.
 *
 * @param outputs the variables returned as outputs, in order
 */
public record StraightLine(List<Variable> inputs, List<Line> lines, List<Variable> outputs) {
  /**
   * {@code target = value}, and its derivatives.
   *
   * @param role whether it is code as written, or a kink, whose partials are those of {@link
   *     Shares}
   */
  public record Line(Variable target, Expression value, Map<Variable, Term> partials, Role role) {
    /** What a line is. */
    public enum Role {
      CODE,
      KINK
    }

    public Line {
      partials = Collections.unmodifiableMap(new LinkedHashMap<>(partials));
    }
  }

  /**
   * What share of the derivative each argument of a kink gets: 1 for the one that is taken, at the
   * kink itself anything between.
   */
  @FunctionalInterface
  public interface Shares {
    /** One share for each argument. */
    List<Double> of(Apply kink, List<Expression> arguments);
  }

  public StraightLine {
    inputs = List.copyOf(inputs);
    lines = List.copyOf(lines);
    outputs = List.copyOf(outputs);
  }

  /**
   * The code of a function that returns outputs first; empty if it has loops, branches, calls or
   * arrays.
   */
  public static Optional<StraightLine> of(Function function, int outputs, Shares shares) {
    return new Reader(function, shares).read(outputs);
  }

  /**
   * The derivative of an output with respect to every variable before it, composed line by line in
   * reverse.
   */
  public Map<Variable, Term> gradient(Variable output) {
    var adjoints = new LinkedHashMap<Variable, Term>();
    adjoints.put(output, Term.ONE);
    for (var line : lines.reversed()) {
      var adjoint = adjoints.getOrDefault(line.target(), Term.ZERO);
      if (!adjoint.isZero()) {
        line.partials()
            .forEach((variable, partial) ->
                adjoints.merge(variable, adjoint.times(partial), Term::plus));
      }
    }
    return adjoints;
  }

  private static final class Reader {
    private final Function function;
    private final Shares shares;
    private final Map<Variable, Variable> current = new HashMap<>();
    private final Map<Variable, Integer> versions = new HashMap<>();
    private final Map<Variable, Integer> assignments = new HashMap<>();
    private final Set<Variable> returned = new LinkedHashSet<>();
    private final List<Line> lines = new ArrayList<>();
    private final Set<Variable> varied = new LinkedHashSet<>();

    Reader(Function function, Shares shares) {
      this.function = function;
      this.shares = shares;
    }

    Optional<StraightLine> read(int outputs) {
      boolean straight =
          Walk.statements(function.body()).stream()
              .allMatch(
                  s -> isStraight(s) && Walk.expressions(s).stream().allMatch(Reader::isStraight));
      if (!straight) {
        return Optional.empty();
      }
      for (var statement : function.body().statements()) {
        Walk.writes(statement).forEach(v -> assignments.merge(v, 1, Integer::sum));
        if (statement instanceof Return(var values, _)) {
          values.subList(0, outputs).forEach(value -> returned.addAll(Walk.reads(value)));
        }
      }
      for (var parameter : function.parameters()) {
        current.put(parameter, parameter);
        varied.add(parameter);
      }
      var inputs = List.copyOf(varied);
      var results = new ArrayList<Variable>();
      for (var statement : function.body().statements()) {
        switch (statement) {
          case Assign(var target, var value, _) -> assign(List.of(target), List.of(value));
          case AssignMany(var targets, var values, _) -> assign(targets, values);
          case Return(var values, _) -> {
            for (var value : values.subList(0, outputs)) {
              results.add(result(value));
            }
          }
          case Statement _ -> throw new IllegalStateException("not straight: " + statement);
        }
      }
      return Optional.of(new StraightLine(inputs, lines, results));
    }

    private static boolean isStraight(Statement statement) {
      return statement instanceof Assign(Target.Whole _, _, _)
          || statement instanceof Return
          || (statement instanceof AssignMany(var targets, _, _)
              && targets.stream().allMatch(Target.Whole.class::isInstance));
    }

    private static boolean isStraight(Expression expression) {
      return !Walk.contains(
          expression,
          node ->
              node instanceof Expression.Call
                  || node instanceof Expression.Conditional
                  || node instanceof Expression.Gradient
                  || node.kind() != Kind.NUMBER);
    }

    private void assign(List<Target> targets, List<Expression> values) {
      var renamed = values.stream().map(value -> hoisted(renamed(value))).toList();
      for (int i = 0; i < targets.size(); i++) {
        var target = assigned(targets.get(i).variable());
        var partials = Partials.of(renamed.get(i), varied::contains);
        lines.add(new Line(target, renamed.get(i), partials, Line.Role.CODE));
        if (!partials.isEmpty()) {
          varied.add(target);
        }
      }
    }

    private Variable result(Expression value) {
      if (value instanceof Read(var variable, _)) {
        return current.getOrDefault(variable, variable);
      }
      throw new IllegalStateException("an output that is no variable: " + value);
    }

    private Variable assigned(Variable variable) {
      boolean isInput = function.parameters().contains(variable);
      int version = versions.merge(variable, 1, Integer::sum);
      int last = assignments.getOrDefault(variable, 0);
      boolean isNamed = !isInput && (last == 1 || (returned.contains(variable) && version == last));
      var name =
          isNamed
              ? variable.name()
              : Subscript.of(variable.name(), isInput ? version + 1 : version);
      var next = new Variable(name, variable.kind());
      current.put(variable, next);
      return next;
    }

    private Expression renamed(Expression expression) {
      return Walk.rewrite(
          expression,
          node ->
              node instanceof Read(var variable, var place)
                  ? new Read(current.getOrDefault(variable, variable), place)
                  : node);
    }

    /**
     * The expression with every kink that depends on inputs replaced by a variable, whose line is
     * added.
     */
    private Expression hoisted(Expression expression) {
      var parts = Walk.children(expression).stream().map(this::hoisted).toList();
      var changed = parts.isEmpty() ? expression : Walk.withChildren(expression, parts);
      if (changed instanceof Apply apply
          && (apply.operation() == Operation.MIN || apply.operation() == Operation.MAX)
          && Walk.reads(apply).stream().anyMatch(varied::contains)) {
        return new Read(kink(apply), apply.place());
      }
      return changed;
    }

    private Variable kink(Apply apply) {
      var variable = Variable.number(Formula.of(apply));
      if (varied.add(variable)) {
        var partials = new LinkedHashMap<Variable, Term>();
        var of = shares.of(apply, apply.arguments());
        for (int i = 0; i < of.size(); i++) {
          var share = Term.number(of.get(i));
          Partials.of(apply.argument(i), varied::contains)
              .forEach((v, partial) -> partials.merge(v, share.times(partial), Term::plus));
        }
        lines.add(new Line(variable, apply, partials, Line.Role.KINK));
      }
      return variable;
    }
  }
}
