package dev.costate.cli.diagram;

import dev.costate.cli.formula.Evaluator;
import dev.costate.cli.formula.Formula;
import dev.costate.differentiation.Flow;
import dev.costate.language.Place;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.AssignMany;
import dev.costate.program.Statement.Break;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.Continue;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.ForEach;
import dev.costate.program.Statement.GradientMany;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Pop;
import dev.costate.program.Statement.Push;
import dev.costate.program.Statement.Return;
import dev.costate.program.Statement.While;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a function of numbers and remembers every executed line that depends on its differentiated
 * parameters.
 */
final class Tracing {
  /** More executed lines than this are no picture. */
  private static final int LIMIT = 20_000;

  private enum End {
    NORMAL,
    BREAK,
    CONTINUE,
    RETURN
  }

  private final Function function;
  private final Evaluator evaluator;
  private final LinePartials partials;
  private final Map<Variable, Value> variables = new HashMap<>();
  private final Map<Variable, Integer> stepOf = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();
  private final List<Trace.Step> steps = new ArrayList<>();
  private Trace.Iteration iteration = Trace.ONCE;
  private int loops;
  private int result = Trace.NONE;
  private double returned;

  private Tracing(Program program, Function function) {
    this.function = function;
    this.evaluator = new Evaluator(program);
    this.partials = new LinePartials(program, evaluator);
  }

  /**
   * The trace of a function at a point.
   *
   * @throws ProgramFailure if the function fails there or cannot be drawn, with the line
   * @throws dev.costate.differentiation.NotDifferentiable if a function it calls has no derivative
   */
  static Trace of(Program program, String name, List<Value> arguments) {
    var function = program.function(name);
    if (!function.results().equals(List.of(Kind.NUMBER))) {
      throw new ProgramFailure(
          function.origin().place(),
          "'%s' has %d results%s: a picture has one number as result"
              .formatted(
                  name,
                  function.results().size(),
                  function.results().size() == 1 ? ", an array" : ""),
          "draw a function that returns one number");
    }
    return new Tracing(program, function).run(arguments, Flow.of(program).differentiated(function));
  }

  private Trace run(List<Value> arguments, List<Variable> differentiated) {
    if (differentiated.isEmpty()) {
      throw new ProgramFailure(
          function.origin().place(),
          "there is nothing to differentiate in '%s'".formatted(function.name()),
          "none of its parameters reaches its result with a derivative");
    }
    for (int i = 0; i < arguments.size(); i++) {
      var parameter = function.parameters().get(i);
      variables.put(parameter, arguments.get(i));
      if (differentiated.contains(parameter)) {
        requireNumber(parameter, function.origin().place());
        add(parameter, parameter.name(), "", List.of());
      }
    }
    int parameters = steps.size();
    execute(function.body());
    return new Trace(function.name(), steps, parameters, result, returned);
  }

  private End execute(Block block) {
    for (var statement : block.statements()) {
      var end = execute(statement);
      if (end != End.NORMAL) {
        return end;
      }
    }
    return End.NORMAL;
  }

  private End execute(Statement statement) {
    switch (statement) {
      case Assign(var target, var value, _) -> assign(statement, List.of(target), List.of(value));
      case AssignMany(var targets, var values, _) -> assign(statement, targets, values);
      case CallMany(var targets, var callee, var arguments, _) -> {
        var before = Map.copyOf(variables);
        evaluator.execute(statement, variables);
        var arrows = new ArrayList<List<Trace.Arrow>>();
        for (int i = 0; i < targets.size(); i++) {
          arrows.add(arrows(partials.ofResult(callee, arguments, i, stepOf.keySet(), before)));
        }
        var code = Formula.call(callee, arguments);
        for (int i = 0; i < targets.size(); i++) {
          store(targets.get(i), code, arrows.get(i), statement.origin().place());
        }
      }
      case Push(_, var value, var origin) -> {
        refuseIfActive(value, origin.place());
        evaluator.execute(statement, variables);
      }
      case Pop(var target, _, _) -> {
        evaluator.execute(statement, variables);
        stepOf.remove(target.variable());
      }
      case If(var condition, var then, var otherwise, _) -> {
        return execute(evaluator.truth(condition, variables) ? then : otherwise);
      }
      case For loop -> {
        return execute(loop);
      }
      case ForEach loop -> {
        return execute(loop);
      }
      case While loop -> {
        return execute(loop);
      }
      case Break _ -> {
        return End.BREAK;
      }
      case Continue _ -> {
        return End.CONTINUE;
      }
      case Return(var values, var origin) -> {
        finish(values.getFirst(), origin.place());
        return End.RETURN;
      }
      case GradientMany(_, var callee, _, var origin) ->
          throw notDrawn(origin.place(), "gradient(" + callee + ", …)");
    }
    return End.NORMAL;
  }

  private void assign(Statement statement, List<Target> targets, List<Expression> values) {
    var arrows = new ArrayList<List<Trace.Arrow>>();
    for (var value : values) {
      arrows.add(partialsOf(value));
    }
    evaluator.execute(statement, variables);
    for (int i = 0; i < targets.size(); i++) {
      store(targets.get(i), Formula.of(values.get(i)), arrows.get(i), statement.origin().place());
    }
  }

  private void store(Target target, String code, List<Trace.Arrow> arrows, Place place) {
    var variable = target.variable();
    if (arrows.isEmpty()) {
      stepOf.remove(variable);
      return;
    }
    requireNumber(variable, place);
    add(variable, variable.name(), code, arrows);
  }

  private void finish(Expression value, Place place) {
    returned = evaluator.number(value, variables);
    if (value instanceof Read(var variable, _)) {
      result = stepOf.getOrDefault(variable, Trace.NONE);
      return;
    }
    var arrows = partialsOf(value);
    if (!arrows.isEmpty()) {
      var name = Variable.number(function.name());
      variables.put(name, Value.of(returned));
      store(new Target.Whole(name), Formula.of(value), arrows, place);
      result = steps.size() - 1;
    }
  }

  private List<Trace.Arrow> partialsOf(Expression value) {
    if (value.kind().isArray()) {
      refuseIfActive(value, value.place());
      return List.of();
    }
    return arrows(partials.of(value, stepOf.keySet(), variables));
  }

  private List<Trace.Arrow> arrows(Map<Variable, LinePartials.Partial> found) {
    var arrows = new ArrayList<Trace.Arrow>();
    found.forEach((variable, partial) -> {
      var step = stepOf.get(variable);
      if (step != null) {
        arrows.add(new Trace.Arrow(step, partial.formula(), partial.value()));
      }
    });
    return arrows;
  }

  private void add(Variable variable, String name, String code, List<Trace.Arrow> arrows) {
    var value = variables.get(variable);
    if (value == null) {
      throw new IllegalStateException("'" + variable + "' has no value");
    }
    stepOf.put(variable, steps.size());
    int version = versions.merge(name, 1, Integer::sum);
    steps.add(new Trace.Step(name, version, Evaluator.number(value), code, arrows, iteration));
    if (steps.size() > LIMIT) {
      throw new ProgramFailure(
          function.origin().place(),
          "more than %d lines are executed: too many for a picture".formatted(LIMIT),
          "draw it at a point where its loops are shorter");
    }
  }

  private End execute(For loop) {
    double from = evaluator.number(loop.from(), variables);
    double to = evaluator.number(loop.to(), variables);
    double step = evaluator.number(loop.step(), variables);
    if (from != Math.rint(from) || to != Math.rint(to) || step != Math.rint(step) || step == 0) {
      throw new ProgramFailure(
          loop.from().place(),
          "the range %s..%s step %s is not whole".formatted(from, to, step),
          "use whole numbers");
    }
    var repetition = new Repetition();
    for (double i = from; step > 0 ? i <= to : i >= to; i += step) {
      variables.put(loop.counter(), Value.of(i));
      stepOf.remove(loop.counter());
      if (repetition.run(loop.body())) {
        break;
      }
    }
    return repetition.end();
  }

  private End execute(ForEach loop) {
    if (!(evaluator.value(loop.array(), variables) instanceof Value.Vector vector)) {
      throw new IllegalStateException("no vector: " + loop.array());
    }
    var repetition = new Repetition();
    for (double element : vector.elements()) {
      variables.put(loop.element(), Value.of(element));
      stepOf.remove(loop.element());
      if (repetition.run(loop.body())) {
        break;
      }
    }
    return repetition.end();
  }

  private End execute(While loop) {
    var repetition = new Repetition();
    while (evaluator.truth(loop.condition(), variables)) {
      if (repetition.run(loop.body())) {
        break;
      }
    }
    return repetition.end();
  }

  /** Counts the iterations of a loop that is not inside another. */
  private final class Repetition {
    private final boolean outermost = iteration.loop() == Trace.NONE;
    private final int loop = outermost ? loops++ : Trace.NONE;
    private int index;
    private End end = End.NORMAL;

    /** One iteration; whether it was the last. */
    boolean run(Block body) {
      if (outermost) {
        iteration = new Trace.Iteration(loop, index++);
      }
      end = execute(body);
      return end == End.BREAK || end == End.RETURN;
    }

    End end() {
      if (outermost) {
        iteration = Trace.ONCE;
      }
      return end == End.RETURN ? end : End.NORMAL;
    }
  }

  private void requireNumber(Variable variable, Place place) {
    if (variable.kind() != Kind.NUMBER) {
      throw notDrawn(
          place, "the %s '%s', which is differentiated,".formatted(variable.kind(), variable));
    }
  }

  private void refuseIfActive(Expression value, Place place) {
    if (LinePartials.readsAny(value, stepOf.keySet())) {
      throw notDrawn(place, "an array of differentiated values");
    }
  }

  private static ProgramFailure notDrawn(Place place, String what) {
    return new ProgramFailure(place, what + " cannot be drawn in this version yet", "use numbers");
  }
}
