package dev.costate.cli.diagram;

import dev.costate.cli.derivative.Elements;
import dev.costate.cli.diagram.Trace.Arrow;
import dev.costate.cli.diagram.Trace.Form;
import dev.costate.cli.diagram.Trace.Repetition;
import dev.costate.cli.formula.Evaluator;
import dev.costate.cli.formula.Formula;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
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
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call that is traced. It fails nowhere: that the function runs at the point has been seen
 * before.
 */
final class TracedCall {
  /** A literal array of at most so many numbers is shown element by element. */
  private static final int LITERAL = 6;

  private enum End {
    NORMAL,
    BREAK,
    CONTINUE,
    RETURN
  }

  /** What a line computed, before it is stored. */
  private sealed interface Outcome {
    Value value();
  }

  /** A step of its own. */
  private record Made(Value value, String code, List<Arrow> arrows) implements Outcome {}

  /** What is known already: a copy of an array, or what a call that is shown returned. */
  private record Same(Traced traced) implements Outcome {
    @Override
    public Value value() {
      return traced.value();
    }
  }

  /** An array whose elements are steps of their own. */
  private record Apart(Value value, List<Made> elements) implements Outcome {}

  private final Tracing tracing;
  private final Function function;
  private final int depth;
  private final Map<Variable, Value> values = new HashMap<>();
  private final Map<Variable, Sources> sources = new HashMap<>();
  private List<Traced> returned = List.of();

  /**
   * @param depth how many calls that are shown it is inside of
   */
  TracedCall(Tracing tracing, Function function, int depth) {
    this.tracing = tracing;
    this.function = function;
    this.depth = depth;
  }

  List<Traced> run() {
    execute(function.body());
    return returned;
  }

  void put(Variable variable, Traced traced) {
    values.put(variable, traced.value());
    if (traced.sources().isActive()) {
      sources.put(variable, traced.sources());
    } else {
      sources.remove(variable);
    }
  }

  private Traced get(Variable variable) {
    var value = values.get(variable);
    if (value == null) {
      throw new IllegalStateException("'" + variable + "' has no value");
    }
    var known = sources.get(variable);
    return known == null ? Traced.constant(value) : new Traced(value, known);
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
      case Assign(var target, var value, _) -> assign(List.of(target), List.of(value));
      case AssignMany(var targets, var values, _) -> assign(targets, values);
      case CallMany call -> callMany(call);
      case Push(var array, var value, _) -> {
        var outcome = line(value, array.name());
        var before = get(array);
        int size = before.sources().size();
        var longer = Arrays.copyOf(Elements.numbers(before.value()), size + 1);
        put(array, new Traced(new Value.Vector(longer), before.sources().resized(size + 1)));
        element(array, size, outcome);
      }
      case Pop(var target, var array, _) -> {
        int element = element(target);
        var before = get(array);
        int last = before.sources().size() - 1;
        var popped = before.element(last);
        var shorter = Arrays.copyOf(Elements.numbers(before.value()), last);
        put(array, new Traced(new Value.Vector(shorter), before.sources().resized(last)));
        store(target, element, copied(array, last, popped, "pop(" + array + ")"));
      }
      case If(var condition, var then, var otherwise, _) -> {
        return execute(tracing.evaluator.truth(condition, values) ? then : otherwise);
      }
      case For loop -> {
        return execute(loop);
      }
      case ForEach loop -> {
        return execute(loop);
      }
      case While loop -> {
        var iterations = new Iterations();
        while (tracing.evaluator.truth(loop.condition(), values)) {
          if (iterations.run(loop.body())) {
            break;
          }
        }
        return iterations.end();
      }
      case Break _ -> {
        return End.BREAK;
      }
      case Continue _ -> {
        return End.CONTINUE;
      }
      case Return(var results, _) -> {
        returned = results.stream().map(this::result).toList();
        return End.RETURN;
      }
      case GradientMany(_, var callee, _, _) ->
          throw new IllegalStateException("gradient(" + callee + ", …) has not been replaced");
    }
    return End.NORMAL;
  }

  private Traced result(Expression value) {
    if (value instanceof Read(var variable, _)) {
      return get(variable);
    }
    return traced(function.name(), line(value, function.name()));
  }

  /** What a line computed as a step, unless it is one. */
  private Traced traced(String name, Outcome outcome) {
    return switch (outcome) {
      case Same(var same) -> same;
      case Made(var value, _, var arrows) when arrows.isEmpty() -> Traced.constant(value);
      case Made(var value, var code, var arrows) -> tracing.made(name, value, code, arrows);
      case Apart(var value, var elements) -> {
        var array = Traced.constant(value);
        for (int i = 0; i < elements.size(); i++) {
          array =
              array.with(i, number(elements.get(i)), elementStep(name, array, i, elements.get(i)));
        }
        yield array;
      }
    };
  }

  private static double number(Outcome outcome) {
    return Evaluator.number(outcome.value());
  }

  private void assign(List<Target> targets, List<Expression> right) {
    var elements = targets.stream().map(this::element).toList();
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < right.size(); i++) {
      outcomes.add(line(right.get(i), targets.get(i).variable().name()));
    }
    for (int i = 0; i < targets.size(); i++) {
      store(targets.get(i), elements.get(i), outcomes.get(i));
    }
  }

  /** Which element of an array a target is, flattened; 0 for a whole variable. */
  private int element(Target target) {
    if (!(target instanceof Target.Element(var array, var indices))) {
      return 0;
    }
    int row = (int) tracing.evaluator.number(indices.getFirst(), values) - 1;
    return get(array).value() instanceof Value.Matrix matrix
        ? row * matrix.columns() + (int) tracing.evaluator.number(indices.get(1), values) - 1
        : row;
  }

  private void store(Target target, int element, Outcome outcome) {
    switch (target) {
      case Target.Whole(var variable) -> put(variable, traced(variable.name(), outcome));
      case Target.Element(var array, _) -> element(array, element, outcome);
    }
  }

  private void element(Variable array, int element, Outcome outcome) {
    var before = get(array);
    put(
        array,
        before.with(element, number(outcome), elementStep(array.name(), before, element, outcome)));
  }

  private int elementStep(String array, Traced before, int element, Outcome outcome) {
    if (outcome instanceof Same(var same)) {
      return same.sources().of(0);
    }
    if (!(outcome instanceof Made(var value, var code, var arrows)) || arrows.isEmpty()) {
      return Trace.NONE;
    }
    int least = before.sources().of(element) == Trace.NONE ? 1 : 2;
    return tracing.step(
        array + Elements.index(before.value(), element), least, value, code, arrows);
  }

  /** An element that becomes a number of its own. */
  private Outcome copied(Variable array, int element, Traced traced, String code) {
    int from = traced.sources().of(0);
    if (from == Trace.NONE || tracing.step(from).isNumber()) {
      return new Same(traced);
    }
    var at = Elements.index(tracing.step(from).value(), element);
    var arrow = new Arrow(from, "1 at " + at, Transfer.Slopes.of(element, 1));
    return new Made(traced.value(), code.isEmpty() ? array + at : code, List.of(arrow));
  }

  /** What an expression gives. */
  private Outcome line(Expression expression, String name) {
    if (expression.kind() == Kind.TRUTH || !LinePartials.readsAny(expression, sources.keySet())) {
      return new Same(Traced.constant(tracing.evaluator.value(expression, values)));
    }
    if (expression instanceof Read(var variable, _) && variable.kind().isArray()) {
      return new Same(get(variable));
    }
    if (expression instanceof Call call && isOpened(call)) {
      return new Same(open(call.function(), call.arguments()).getFirst());
    }
    if (expression instanceof Expression.Elements literal
        && literal.kind() == Kind.VECTOR
        && literal.elements().size() <= LITERAL) {
      var elements = literal.elements().stream().map(e -> computed(e, name)).toList();
      var numbers = elements.stream().mapToDouble(TracedCall::number).toArray();
      return new Apart(new Value.Vector(numbers), elements);
    }
    return computed(expression, name);
  }

  private Made computed(Expression expression, String name) {
    var texts = new LinkedHashMap<Variable, Expression>();
    var choices = choices(texts);
    var taken = choices.taken(expression);
    var value = tracing.evaluator.value(taken, values);
    var line = new TracedLine(tracing, values, sources, texts);
    var active = sources.keySet();
    List<Arrow> arrows;
    if (!LinePartials.readsAny(taken, active)) {
      arrows = line.byFormula(Map.of(), choices.passedOver());
    } else if (value instanceof Value.Number && LinePartials.hasFormula(taken, active)) {
      var partials = tracing.partials.of(taken, active, values, texts);
      arrows = line.byFormula(partials, choices.passedOver());
    } else {
      arrows = line.byPullback(new LinePullback.Line(List.of(), taken), value, name);
    }
    forget(texts);
    return new Made(value, Formula.of(expression), arrows);
  }

  private Choices choices(Map<Variable, Expression> texts) {
    return new Choices(
        tracing.evaluator,
        values,
        sources.keySet(),
        call -> isOpened(call) ? Optional.of(opened(call, texts)) : Optional.empty(),
        new LinkedHashSet<>());
  }

  private boolean isOpened(Call call) {
    return tracing.opens(call.function()) && LinePartials.readsAny(call, sources.keySet());
  }

  /** A variable that has what a call returned. */
  private Expression opened(Call call, Map<Variable, Expression> texts) {
    var result = open(call.function(), call.arguments()).getFirst();
    var variable = new Variable("(shown " + texts.size() + ")", call.kind());
    texts.put(variable, call);
    put(variable, result);
    return new Read(variable, call.place());
  }

  private void forget(Map<Variable, Expression> texts) {
    texts
        .keySet()
        .forEach(variable -> {
          values.remove(variable);
          sources.remove(variable);
        });
  }

  /** Runs a call whose inside is shown. */
  private List<Traced> open(String callee, List<Expression> arguments) {
    var called = tracing.program.function(callee);
    var inner = new TracedCall(tracing, called, depth + 1);
    var outer = tracing.path();
    int group =
        outer.stream()
            .filter(r -> r.form() == Form.LEVEL)
            .reduce((_, last) -> last)
            .map(Repetition::group)
            .orElseGet(tracing::newGroup);
    tracing.enter(outer, new Repetition(Form.LEVEL, group, depth + 1));
    for (int i = 0; i < arguments.size(); i++) {
      var parameter = called.parameters().get(i);
      var argument = arguments.get(i);
      inner.put(
          parameter,
          argument instanceof Read(var variable, _)
              ? get(variable)
              : traced(parameter.name(), line(argument, parameter.name())));
    }
    var results = inner.run();
    tracing.leave(outer);
    return results;
  }

  private void callMany(CallMany call) {
    var targets = call.targets();
    var elements = targets.stream().map(this::element).toList();
    var outcomes = new ArrayList<Outcome>();
    boolean reads =
        call.arguments().stream().anyMatch(a -> LinePartials.readsAny(a, sources.keySet()));
    if (reads && tracing.opens(call.function())) {
      open(call.function(), call.arguments()).forEach(traced -> outcomes.add(new Same(traced)));
    } else {
      outcomes.addAll(closed(call));
    }
    for (int i = 0; i < targets.size(); i++) {
      store(targets.get(i), elements.get(i), outcomes.get(i));
    }
  }

  /** The results of a call that is one line. */
  private List<Outcome> closed(CallMany call) {
    var texts = new LinkedHashMap<Variable, Expression>();
    var choices = choices(texts);
    var arguments = call.arguments().stream().map(choices::taken).toList();
    var temporaries = new ArrayList<Target>();
    for (int i = 0; i < call.targets().size(); i++) {
      var kind = tracing.program.function(call.function()).results().get(i);
      temporaries.add(new Target.Whole(new Variable("(result " + i + ")", kind)));
    }
    var made = new CallMany(temporaries, call.function(), arguments, call.origin());
    var after = new HashMap<>(values);
    tracing.evaluator.execute(made, after);
    var results = new ArrayList<Value>();
    temporaries.forEach(t -> results.add(after.getOrDefault(t.variable(), Value.of(0.0))));
    var active = sources.keySet();
    boolean isByFormula =
        results.stream().allMatch(Value.Number.class::isInstance)
            && arguments.stream()
                .filter(a -> LinePartials.readsAny(a, active))
                .allMatch(a -> !a.kind().isArray() && LinePartials.hasFormula(a, active));
    var code = Formula.call(call.function(), call.arguments());
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < results.size(); i++) {
      var line = new TracedLine(tracing, values, sources, texts);
      var place = call.origin().place();
      var arrows =
          isByFormula
              ? line.byFormula(
                  tracing.partials.ofResult(call.function(), arguments, i, active, values, texts),
                  choices.passedOver())
              : line.byPullback(
                  new LinePullback.Line(
                      List.of(made), new Read(temporaries.get(i).variable(), place)),
                  results.get(i),
                  call.targets().get(i).variable().name());
      outcomes.add(new Made(results.get(i), code, arrows));
    }
    forget(texts);
    return outcomes;
  }

  private End execute(For loop) {
    double from = tracing.evaluator.number(loop.from(), values);
    double to = tracing.evaluator.number(loop.to(), values);
    double step = tracing.evaluator.number(loop.step(), values);
    var iterations = new Iterations();
    for (double i = from; step > 0 ? i <= to : i >= to; i += step) {
      put(loop.counter(), Traced.constant(Value.of(i)));
      if (iterations.run(loop.body())) {
        break;
      }
    }
    return iterations.end();
  }

  private End execute(ForEach loop) {
    var text = Formula.of(loop.array());
    var array = traced(text, line(loop.array(), text));
    var iterations = new Iterations();
    var name = Variable.vector(text);
    for (int k = 0; k < array.sources().size(); k++) {
      iterations.begin();
      put(loop.element(), traced(loop.element().name(), copied(name, k, array.element(k), "")));
      if (iterations.run(loop.body())) {
        break;
      }
    }
    return iterations.end();
  }

  /** Counts the iterations of a loop. */
  private final class Iterations {
    private final List<Repetition> outer = tracing.path();
    private final int group = tracing.newGroup();
    private int index;
    private End end = End.NORMAL;

    /** From here on steps belong to the next iteration. */
    void begin() {
      tracing.enter(outer, new Repetition(Form.ITERATION, group, index));
    }

    /** One iteration; whether it was the last. */
    boolean run(Block body) {
      begin();
      index++;
      end = execute(body);
      return end == End.BREAK || end == End.RETURN;
    }

    End end() {
      tracing.leave(outer);
      return end == End.RETURN ? end : End.NORMAL;
    }
  }
}
