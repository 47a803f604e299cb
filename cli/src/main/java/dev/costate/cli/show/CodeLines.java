package dev.costate.cli.show;

import dev.costate.cli.formula.Evaluator;
import dev.costate.cli.show.Notation.Sign;
import dev.costate.differentiation.algebra.Term;
import dev.costate.economy.technology.ReadyTechnologies;
import dev.costate.language.print.Formatter;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.AssignMany;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.print.Raising;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The code of a function: lines of mathematics where it is straight, else code. */
final class CodeLines {
  private final Program program;
  private final Function function;
  private final MathWriter writer;
  private final Notation notation;
  private final Map<Variable, Integer> writes = new HashMap<>();

  CodeLines(WrittenCode written, String name, MathWriter writer) {
    program = written.program(name);
    function = written.function(name);
    this.writer = writer;
    notation = writer.notation();
    function.parameters().forEach(p -> writes.put(p, 1));
    Walk.statements(function.body())
        .forEach(s -> Walk.writes(s).forEach(v -> writes.merge(v, 1, Integer::sum)));
  }

  /** Its lines but for what is returned; empty if it has loops, branches or arrays. */
  Optional<List<Equation>> equations() {
    var equations = new ArrayList<Equation>();
    for (var statement : function.body().statements()) {
      if (statement instanceof Return) {
        return Optional.of(equations);
      }
      var lines = equations(statement);
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      equations.addAll(lines);
    }
    return Optional.of(equations);
  }

  /** The lines of a statement; none if it is no mathematics. */
  private List<Equation> equations(Statement statement) {
    boolean plain =
        Walk.expressions(statement).stream().allMatch(CodeLines::isPlain)
            || statement instanceof CallMany call && ReadyTechnologies.isSplit(call.function());
    if (!plain) {
      return List.of();
    }
    return switch (statement) {
      case Assign(Target.Whole(var v), var value, _) ->
          List.of(Equation.of(notation.name(v.name()), sign(v), writer.terms(value)));
      case AssignMany(var targets, var values, _) when areWhole(targets) ->
          List.of(
              Equation.of(
                  tuple(targets),
                  notation.sign(Sign.BECOMES),
                  List.of(
                      notation.brackets(
                          values.stream().map(writer::of).collect(Collectors.joining(", "))))));
      case CallMany call when areWhole(call.targets()) ->
          ReadyTechnologies.isSplit(call.function()) ? split(call) : List.of(several(call));
      case Statement _ -> List.of();
    };
  }

  private Equation several(CallMany call) {
    var arguments = call.arguments().stream().map(writer::of).toList();
    return Equation.of(
        tuple(call.targets()),
        notation.sign(Sign.EQUAL),
        List.of(notation.call(call.function(), arguments)));
  }

  private String sign(Variable variable) {
    boolean once = writes.getOrDefault(variable, 0) == 1;
    return notation.sign(once ? Sign.EQUAL : Sign.BECOMES);
  }

  private String tuple(List<Target> targets) {
    return notation.brackets(
        targets.stream()
            .map(t -> notation.name(t.variable().name()))
            .collect(Collectors.joining(", ")));
  }

  private static boolean areWhole(List<Target> targets) {
    return targets.stream().allMatch(Target.Whole.class::isInstance);
  }

  static boolean isPlain(Expression expression) {
    return !Walk.contains(
        expression,
        node ->
            node instanceof Expression.Gradient
                || node.kind() != Kind.NUMBER && node.kind() != Kind.TRUTH);
  }

  /**
   * The frontier behind a split: {@code level0 (sum of share (output / output0)^((1 + s) / s))^(s /
   * (1 + s)) = level} at elasticity s, fixed proportions at 0 (Powell and Gruen 1968).
   */
  private List<Equation> split(CallMany call) {
    var a = call.arguments();
    var level0 = numbers(a.get(1));
    var elasticity = numbers(a.get(2));
    var outputs0 = numbers(a.get(3));
    var prices0 = numbers(a.get(4));
    var outputs = call.targets().stream().map(t -> Term.of(t.variable())).toList();
    if (level0.length != 1
        || elasticity.length != 1
        || outputs0.length != outputs.size()
        || prices0.length != outputs.size()) {
      return List.of();
    }
    var level = Term.of(a.getFirst());
    if (elasticity[0] == 0) {
      var lines = new ArrayList<Equation>();
      for (int k = 0; k < outputs0.length; k++) {
        var output = level.times(Term.number(outputs0[k] / level0[0]));
        lines.add(
            Equation.of(
                writer.of(outputs.get(k).expression()),
                notation.sign(Sign.EQUAL),
                List.of(writer.of(output.expression()))));
      }
      return lines;
    }
    double worth = 0;
    for (int k = 0; k < outputs0.length; k++) {
      worth += outputs0[k] * prices0[k];
    }
    double power = (1 + elasticity[0]) / elasticity[0];
    var sum = Term.ZERO;
    for (int k = 0; k < outputs0.length; k++) {
      if (outputs0[k] > 0) {
        var relative = outputs.get(k).over(Term.number(outputs0[k])).pow(Term.number(power));
        sum = sum.plus(Term.number(outputs0[k] * prices0[k] / worth).times(relative));
      }
    }
    var frontier = Term.number(level0[0]).times(sum.pow(Term.number(1 / power)));
    return List.of(
        Equation.of(
            writer.of(frontier.expression()),
            notation.sign(Sign.EQUAL),
            List.of(writer.of(level.expression()))));
  }

  /** The value of an expression that reads no variable; no numbers if it does. */
  private double[] numbers(Expression expression) {
    if (!Walk.reads(expression).isEmpty()) {
      return new double[0];
    }
    try {
      return switch (new Evaluator(program).value(expression, Map.of())) {
        case Value.Number(double value) -> new double[] {value};
        case Value.Vector vector -> vector.elements();
        case Value.Truth _, Value.Matrix _ -> new double[0];
      };
    } catch (ProgramFailure _) {
      return new double[0]; // Then it is shown as code.
    }
  }

  /** What is returned, where the code ends with one return. */
  List<Expression> results() {
    return function.body().statements().getLast() instanceof Return(var values, _)
        ? values
        : List.of();
  }

  /** The result of code of one line of mathematics. */
  Optional<Expression> onlyValue() {
    var statements = function.body().statements();
    var value =
        statements.size() == 1 && statements.getFirst() instanceof Return(var values, _)
            ? Optional.of(values.getFirst())
            : statements.size() == 2
                    && statements.getFirst() instanceof Assign(Target.Whole(var v), var of, _)
                    && statements.getLast() instanceof Return(var values, _)
                    && values.getFirst() instanceof Expression.Read(var result, _)
                    && result.equals(v)
                ? Optional.of(of)
                : Optional.<Expression>empty();
    return value.filter(CodeLines::isPlain);
  }

  /** The code as it stands in a file, without what is returned at its end. */
  String code() {
    var statements = function.body().statements();
    boolean ends = statements.getLast() instanceof Return;
    var shown = new Block(ends ? statements.subList(0, statements.size() - 1) : statements);
    return Raising.statements(shown).stream()
        .map(Formatter::print)
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"));
  }
}
