package dev.costate.equilibrium.condition;

import dev.costate.equilibrium.condition.Kink.Side;
import dev.costate.language.Place;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes every {@code min}, {@code max} and {@code abs} that a firm's code evaluates on every path
 * an internal good: min(u, v) becomes a new parameter m with the slacks u - m and v - m as results.
 * Calls are inlined and loops unrolled where that brings kinks to light ({@link Straightening}).
 */
final class KinkExposure {
  private final Function function;
  private final int outputs;
  private final Set<Integer> kept;
  private final Set<String> names = new HashSet<>();
  private final List<Kink> kinks = new ArrayList<>();
  private final List<Variable> levels = new ArrayList<>();
  private final List<Expression> slacks = new ArrayList<>();
  private final List<Statement> exposed = new ArrayList<>();
  private final List<Statement> plain = new ArrayList<>();
  private int seen;

  private KinkExposure(Function function, int outputs, Set<Integer> kept) {
    this.function = function;
    this.outputs = outputs;
    this.kept = kept;
    function.parameters().forEach(p -> names.add(p.name()));
    Walk.writes(function.body()).forEach(v -> names.add(v.name()));
  }

  /**
   * @param name the firm's function
   * @param outputs how many of its results are outputs; the others are sides of capacities
   * @param kept the kinks, counted in order of evaluation, that stay in the code
   */
  static Exposed expose(
      Program program, String name, int outputs, Set<Integer> kept, KinkRule rule) {
    var inline = Straightening.of(program, program.function(name));
    var straight =
        switch (rule) {
          case GENEROUS -> Branches.merged(program, inline);
          case STRICT -> inline;
        };
    return new KinkExposure(straight, outputs, kept).run(program);
  }

  private Exposed run(Program program) {
    for (var statement : function.body().statements()) {
      if (statement instanceof Return last) {
        finish(last);
        break;
      }
      var rewritten = expose(statement);
      exposed.add(rewritten);
      plain.add(rewritten);
    }
    if (kinks.isEmpty()) {
      return new Exposed(program, function.name(), "", List.of());
    }
    var names = new ArrayList<String>();
    program.functions().forEach(f -> names.add(f.name()));
    var f = fresh(function.name() + "_exposed", names);
    var g = fresh(function.name() + "_levels", names);
    var parameters = new ArrayList<>(function.parameters());
    parameters.addAll(levels);
    var results = Collections.nCopies(function.results().size() + slacks.size(), Kind.NUMBER);
    var smooth = new Function(f, parameters, results, new Block(exposed), function.origin());
    var place = function.origin().place();
    plain.removeLast();
    plain.add(
        new Return(
            List.copyOf(levels.stream().map(m -> (Expression) new Read(m, place)).toList()),
            function.origin()));
    var level =
        new Function(
            g,
            function.parameters(),
            Collections.nCopies(levels.size(), Kind.NUMBER),
            new Block(plain),
            function.origin());
    return new Exposed(program.with(List.of(smooth, level)), f, g, kinks);
  }

  private static String fresh(String wanted, List<String> taken) {
    var name = wanted;
    while (taken.contains(name)) {
      name += "_";
    }
    taken.add(name);
    return name;
  }

  private void finish(Return last) {
    var values = last.values().stream().map(value -> expose(value, last.origin())).toList();
    var all = new ArrayList<>(values.subList(0, outputs));
    all.addAll(slacks);
    all.addAll(values.subList(outputs, values.size()));
    exposed.add(new Return(all, last.origin()));
    plain.add(last);
  }

  private Statement expose(Statement statement) {
    var origin = statement.origin();
    return switch (statement) {
      case Statement.Assign s ->
          new Statement.Assign(s.target(), expose(s.value(), origin), origin);
      case Statement.AssignMany s ->
          new Statement.AssignMany(
              s.targets(), s.values().stream().map(v -> expose(v, origin)).toList(), origin);
      case Statement.CallMany s ->
          new Statement.CallMany(
              s.targets(),
              s.function(),
              s.arguments().stream().map(v -> expose(v, origin)).toList(),
              origin);
      case Statement.Push s -> new Statement.Push(s.array(), expose(s.value(), origin), origin);
      case Statement.GradientMany _,
          Statement.Pop _,
          Statement.If _,
          Statement.For _,
          Statement.ForEach _,
          Statement.While _,
          Statement.Break _,
          Statement.Continue _,
          Return _ ->
          statement;
    };
  }

  /**
   * The expression with its unconditional kinks replaced by their levels; parts first, in order of
   * evaluation.
   */
  private Expression expose(Expression expression, Origin origin) {
    if (expression instanceof Conditional) {
      return expression;
    }
    if (expression instanceof Apply apply
        && (apply.operation() == Operation.AND || apply.operation() == Operation.OR)) {
      return expression;
    }
    var parts = Walk.children(expression).stream().map(part -> expose(part, origin)).toList();
    var changed = parts.isEmpty() ? expression : Walk.withChildren(expression, parts);
    return changed instanceof Apply apply ? kink(apply, expression, origin) : changed;
  }

  private Expression kink(Apply apply, Expression written, Origin origin) {
    return switch (apply.operation()) {
      case MIN -> replace(apply, Side.LEAST, apply.arguments(), written, origin);
      case MAX -> replace(apply, Side.GREATEST, apply.arguments(), written, origin);
      case MIN_OF ->
          apply.argument(0) instanceof Elements(var elements, _, _)
              ? replace(apply, Side.LEAST, elements, written, origin)
              : apply;
      case MAX_OF ->
          apply.argument(0) instanceof Elements(var elements, _, _)
              ? replace(apply, Side.GREATEST, elements, written, origin)
              : apply;
      case ABS ->
          apply.kind() == Kind.NUMBER
              ? replace(
                  apply,
                  Side.GREATEST,
                  List.of(apply.argument(0), negated(apply.argument(0))),
                  written,
                  origin)
              : apply;
      default -> apply;
    };
  }

  private static Expression negated(Expression e) {
    return new Apply(Operation.NEGATE, List.of(e), Kind.NUMBER, e.place());
  }

  private Expression replace(
      Apply apply, Side side, List<Expression> arguments, Expression written, Origin origin) {
    if (kept.contains(seen++)) {
      return apply;
    }
    Place place = written.place();
    var level = variable("level");
    names.add(level.name());
    Expression read = new Read(level, place);
    for (var argument : arguments) {
      var slack = variable("slack");
      var difference = side == Side.LEAST ? List.of(argument, read) : List.of(read, argument);
      exposed.add(
          assign(slack, new Apply(Operation.SUBTRACT, difference, Kind.NUMBER, place), origin));
      slacks.add(new Read(slack, place));
    }
    var operation = side == Side.LEAST ? Operation.MIN : Operation.MAX;
    plain.add(assign(level, new Apply(operation, arguments, Kind.NUMBER, place), origin));
    levels.add(level);
    kinks.add(new Kink(level.name(), side, arguments.size(), place.text(), place));
    return read;
  }

  private static Statement assign(Variable variable, Expression value, Origin origin) {
    return new Statement.Assign(new Target.Whole(variable), value, origin.withoutComment());
  }

  private Variable variable(String stem) {
    int number = 1;
    while (!names.add(stem + number)) {
      number++;
    }
    return Variable.number(stem + number);
  }
}
