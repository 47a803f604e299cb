package dev.costate.equilibrium.stated;

import dev.costate.differentiation.Partials;
import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.AssignMany;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Code that is a few lines of numbers, one after the other: without loops, branches, calls and
 * arrays. Each value of a variable that is assigned several times has a name of its own.
 *
 * @param results what is returned
 */
record StraightCode(Set<Variable> parameters, List<Line> lines, List<Expression> results) {
  /** Longer code is not written out. */
  private static final int MOST_LINES = 40;

  /** One line. */
  record Line(Variable target, Expression value) {}

  /** Names values: of a local, which of its values counted from 1, and whether it is the last. */
  interface Naming {
    Variable of(String local, int number, boolean last);
  }

  StraightCode {
    lines = List.copyOf(lines);
    results = List.copyOf(results);
  }

  /**
   * The code of a function; empty if it is not straight.
   *
   * @param names what each parameter is called
   */
  static Optional<StraightCode> of(
      Function function, Map<Variable, Variable> names, Naming naming) {
    var statements = function.body().statements();
    boolean straight =
        statements.size() <= MOST_LINES
            && statements.stream()
                .allMatch(s ->
                    isStraight(s)
                        && Walk.expressions(s).stream().noneMatch(StraightCode::isTwisted))
            && statements.getLast() instanceof Return;
    return straight ? Optional.of(new Reader(function, names, naming).read()) : Optional.empty();
  }

  private static boolean isStraight(Statement statement) {
    return statement instanceof Assign(Target.Whole _, _, _)
        || statement instanceof Return
        || (statement instanceof AssignMany(var targets, _, _)
            && targets.stream().allMatch(Target.Whole.class::isInstance));
  }

  private static boolean isTwisted(Expression expression) {
    return Walk.contains(
        expression,
        node ->
            node instanceof Expression.Call
                || node instanceof Expression.Gradient
                || node.kind() != Kind.NUMBER && node.kind() != Kind.TRUTH);
  }

  private static final class Reader {
    private final Function function;
    private final Naming naming;
    private final Map<Variable, Variable> current;
    private final Map<Variable, Integer> writes = new HashMap<>();
    private final Map<Variable, Integer> seen = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    Reader(Function function, Map<Variable, Variable> names, Naming naming) {
      this.function = function;
      this.naming = naming;
      current = new HashMap<>(names);
    }

    StraightCode read() {
      var parameters = Set.copyOf(current.values());
      for (var statement : function.body().statements()) {
        Walk.writes(statement).forEach(v -> writes.merge(v, 1, Integer::sum));
      }
      for (var statement : function.body().statements()) {
        switch (statement) {
          case Assign(var target, var value, _) -> assign(List.of(target), List.of(value));
          case AssignMany(var targets, var values, _) -> assign(targets, values);
          case Return(var values, _) -> {
            return new StraightCode(parameters, lines, values.stream().map(this::renamed).toList());
          }
          case Statement _ -> throw new IllegalStateException("not straight: " + statement);
        }
      }
      throw new IllegalStateException("no return");
    }

    private void assign(List<Target> targets, List<Expression> values) {
      var renamed = values.stream().map(this::renamed).toList();
      for (int i = 0; i < targets.size(); i++) {
        var local = targets.get(i).variable();
        int number = seen.merge(local, 1, Integer::sum);
        var name = naming.of(local.name(), number, number == writes.getOrDefault(local, 1));
        current.put(local, name);
        lines.add(new Line(name, renamed.get(i)));
      }
    }

    private Expression renamed(Expression expression) {
      return Walk.rewrite(
          expression,
          node ->
              node instanceof Read(var variable, var place)
                  ? new Read(current.getOrDefault(variable, variable), place)
                  : node);
    }
  }

  /** The value of a result: of one that is a line, what stands in that line. */
  Expression value(int result) {
    return lines.stream()
        .filter(l -> results.get(result) instanceof Read(var v, _) && v.equals(l.target()))
        .map(Line::value)
        .findFirst()
        .orElse(results.get(result));
  }

  /**
   * The partials of a sum of results with respect to the parameters, by going back through the
   * lines.
   *
   * @param seeds what each result counts
   */
  Map<Variable, Term> gradient(List<Term> seeds) {
    var varied = new HashSet<>(parameters);
    for (var line : lines) {
      if (Walk.reads(line.value()).stream().anyMatch(varied::contains)) {
        varied.add(line.target());
      }
    }
    var adjoints = new LinkedHashMap<Variable, Term>();
    for (int k = 0; k < results.size(); k++) {
      back(results.get(k), seeds.get(k), varied, adjoints);
    }
    for (var line : lines.reversed()) {
      var adjoint = adjoints.remove(line.target());
      if (adjoint != null) {
        back(line.value(), adjoint, varied, adjoints);
      }
    }
    return adjoints;
  }

  private static void back(
      Expression value, Term adjoint, Set<Variable> varied, Map<Variable, Term> adjoints) {
    if (adjoint.isZero()) {
      return;
    }
    Partials.of(value, varied::contains)
        .forEach((v, partial) -> adjoints.merge(v, adjoint.times(partial), Term::plus));
  }
}
