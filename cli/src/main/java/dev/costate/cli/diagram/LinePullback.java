package dev.costate.cli.diagram;

import dev.costate.differentiation.Differentiator;
import dev.costate.differentiation.Flow;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Executed lines with arrays, run backwards: the line is made a function, whose result is weighted
 * by the adjoint, and the gradient of that is generated as for any function.
 */
final class LinePullback {
  /**
   * A line.
   *
   * @param before what is executed first, without blocks; often nothing
   * @param result what the line computes
   */
  record Line(List<Statement> before, Expression result) {
    Line {
      before = List.copyOf(before);
    }

    Set<Variable> reads() {
      var read = new LinkedHashSet<Variable>();
      before.forEach(s -> Walk.expressions(s).forEach(e -> read.addAll(Walk.reads(e))));
      read.addAll(Walk.reads(result));
      before.forEach(s -> Walk.writes(s).forEach(read::remove));
      return read;
    }
  }

  private record Key(Line line, List<Variable> active) {}

  private record Reversed(
      List<Variable> parameters, List<Variable> wrt, Interpreter interpreter, String function) {}

  private final Program program;
  private final Map<Key, Reversed> made = new HashMap<>();

  LinePullback(Program program) {
    this.program = program;
  }

  /**
   * What comes back to each variable through which the line depends on active ones.
   *
   * @param adjoint of the result, of its shape
   */
  Map<Variable, Value> of(
      Line line, Set<Variable> active, Map<Variable, Value> point, Value adjoint) {
    var read = line.reads();
    var key = new Key(line, read.stream().filter(active::contains).toList());
    var reversed = made.get(key);
    if (reversed == null) {
      reversed = reversed(key, List.copyOf(read));
      made.put(key, reversed);
    }
    var back = new LinkedHashMap<Variable, Value>();
    if (reversed.wrt().isEmpty()) {
      return back;
    }
    var arguments = new ArrayList<Value>();
    for (var parameter : reversed.parameters()) {
      var value = point.get(parameter);
      arguments.add(value == null ? adjoint : value);
    }
    var partials = reversed.interpreter().call(reversed.function(), arguments);
    for (int i = 0; i < partials.size(); i++) {
      back.put(reversed.wrt().get(i), partials.get(i));
    }
    return back;
  }

  private Reversed reversed(Key key, List<Variable> read) {
    var name = "line";
    while (program.find(name).isPresent()) {
      name += "_";
    }
    var line = weighted(name, key.line(), read);
    var whole = program.with(List.of(line));
    var wrt = Flow.of(whole).differentiated(line).stream().filter(key.active()::contains).toList();
    if (wrt.isEmpty()) {
      return new Reversed(line.parameters(), wrt, new Interpreter(whole), name);
    }
    var gradient = Differentiator.gradient(whole, name, wrt.stream().map(Variable::name).toList());
    return new Reversed(
        line.parameters(), wrt, new Interpreter(gradient.program()), gradient.function());
  }

  /** The sum of the result's elements, each times its adjoint. */
  private static Function weighted(String name, Line line, List<Variable> read) {
    var origin = Origin.of(line.result().place());
    var kind = line.result().kind();
    var result = new Variable("(result)", kind);
    var adjoint = new Variable("(adjoint)", kind);
    var body = new ArrayList<Statement>(line.before());
    body.add(new Assign(new Target.Whole(result), line.result(), origin));
    var parameters = new ArrayList<>(read);
    parameters.add(adjoint);
    var sum = new Weighted(result, adjoint, Variable.number("(sum)"), origin);
    if (kind.isArray()) {
      body.add(new Assign(new Target.Whole(sum.sum()), sum.number(0), origin));
      body.add(kind == Kind.VECTOR ? sum.vector() : sum.matrix());
      body.add(new Return(List.of(sum.read(sum.sum())), origin));
    } else {
      body.add(
          new Return(
              List.of(sum.apply(Operation.MULTIPLY, sum.read(adjoint), sum.read(result))), origin));
    }
    return new Function(name, parameters, List.of(Kind.NUMBER), new Block(body), origin);
  }

  private record Weighted(Variable result, Variable adjoint, Variable sum, Origin origin) {
    private static final Variable I = Variable.number("(i)");
    private static final Variable J = Variable.number("(j)");

    Statement vector() {
      return loop(I, Operation.LENGTH, add(Operation.ELEMENT, read(I)));
    }

    Statement matrix() {
      return loop(
          I,
          Operation.ROWS,
          loop(J, Operation.COLUMNS, add(Operation.ELEMENT_MATRIX, read(I), read(J))));
    }

    private Statement loop(Variable counter, Operation size, Statement body) {
      return new For(
          counter,
          number(1),
          apply(size, read(result)),
          number(1),
          OptionalInt.empty(),
          Block.of(body),
          origin);
    }

    private Statement add(Operation element, Expression... at) {
      var product =
          apply(Operation.MULTIPLY, element(element, adjoint, at), element(element, result, at));
      return new Assign(new Target.Whole(sum), apply(Operation.ADD, read(sum), product), origin);
    }

    private Expression element(Operation operation, Variable array, Expression... at) {
      var arguments = new ArrayList<Expression>(List.of(read(array)));
      arguments.addAll(List.of(at));
      return apply(operation, arguments.toArray(Expression[]::new));
    }

    Expression apply(Operation operation, Expression... arguments) {
      return new Apply(operation, List.of(arguments), Kind.NUMBER, origin.place());
    }

    Expression read(Variable variable) {
      return new Read(variable, origin.place());
    }

    Expression number(double value) {
      return new Literal(value, origin.place());
    }
  }
}
