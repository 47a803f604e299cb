package dev.costate.cli.formula;

import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Origin;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Return;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Runs single expressions and lines of a program, each as a function of the variables it reads, so
 * that there is one semantics: that of the reference interpreter.
 */
public final class Evaluator {
  /** Not a name of the language, so that no function has it. */
  private static final String LINE = "(line)";

  private record Compiled(Interpreter interpreter, List<Variable> parameters) {}

  private final Program program;
  private final IdentityHashMap<Object, Compiled> compiled = new IdentityHashMap<>();

  public Evaluator(Program program) {
    this.program = program;
  }

  /**
   * @throws dev.costate.program.run.ProgramFailure if it fails
   */
  public Value value(Expression expression, Map<Variable, Value> variables) {
    var line =
        compiled.computeIfAbsent(
            expression,
            _ -> {
              var origin = Origin.of(expression.place());
              var body = Block.of(new Return(List.of(expression), origin));
              return compile(Walk.reads(expression), List.of(expression), body, origin);
            });
    return call(line, variables).getFirst();
  }

  public double number(Expression expression, Map<Variable, Value> variables) {
    return number(value(expression, variables));
  }

  public boolean truth(Expression expression, Map<Variable, Value> variables) {
    return value(expression, variables).equals(Value.of(true));
  }

  public static double number(Value value) {
    return switch (value) {
      case Value.Number(var number) -> number;
      case Value.Truth _, Value.Vector _, Value.Matrix _ ->
          throw new IllegalStateException("no number: " + value);
    };
  }

  /** Executes a statement without blocks and stores what it writes. */
  public void execute(Statement statement, Map<Variable, Value> variables) {
    var written = List.copyOf(new LinkedHashSet<>(Walk.writes(statement)));
    var line =
        compiled.computeIfAbsent(
            statement,
            _ -> {
              var read = new LinkedHashSet<Variable>();
              Walk.expressions(statement).forEach(e -> read.addAll(Walk.reads(e)));
              written.stream().filter(variables::containsKey).forEach(read::add);
              var results = new ArrayList<Expression>();
              written.forEach(v -> results.add(new Read(v, statement.origin().place())));
              var body = Block.of(statement, new Return(results, statement.origin()));
              return compile(read, results, body, statement.origin());
            });
    var values = call(line, variables);
    for (int i = 0; i < written.size(); i++) {
      variables.put(written.get(i), values.get(i));
    }
  }

  private Compiled compile(
      Iterable<Variable> read, List<Expression> results, Block body, Origin origin) {
    var parameters = new ArrayList<Variable>();
    read.forEach(parameters::add);
    var kinds = results.stream().map(Expression::kind).toList();
    var function = new Function(LINE, parameters, kinds, body, origin);
    return new Compiled(new Interpreter(program.with(List.of(function))), parameters);
  }

  private static List<Value> call(Compiled line, Map<Variable, Value> variables) {
    var arguments = new ArrayList<Value>();
    for (var parameter : line.parameters()) {
      var value = variables.get(parameter);
      if (value == null) {
        throw new IllegalStateException("'" + parameter + "' is read before it is assigned");
      }
      arguments.add(value);
    }
    return line.interpreter().call(LINE, arguments);
  }
}
