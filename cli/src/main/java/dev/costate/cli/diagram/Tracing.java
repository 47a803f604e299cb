package dev.costate.cli.diagram;

import dev.costate.cli.derivative.Elements;
import dev.costate.cli.formula.Evaluator;
import dev.costate.differentiation.Differentiator;
import dev.costate.differentiation.Flow;
import dev.costate.program.CallGraph;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Variable;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import dev.costate.runtime.DeepStack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a function and remembers every executed line that depends on its differentiated parameters,
 * also of the calls of recursive functions. A call of another function is one line: its inside is a
 * picture of its own.
 */
final class Tracing {
  /** More executed lines than this are no picture. */
  private static final int LIMIT = 20_000;

  private final Function function;
  private final CallGraph graph;
  final Program program;
  final Evaluator evaluator;
  final LinePartials partials;
  final LinePullback pullback;
  private final Map<String, Integer> versions = new HashMap<>();
  private final List<Trace.Step> steps = new ArrayList<>();
  private List<Trace.Repetition> path = List.of();
  private int groups;

  private Tracing(Program program, Function function) {
    this.program = program;
    this.function = function;
    this.graph = CallGraph.of(program);
    this.evaluator = new Evaluator(program);
    this.partials = new LinePartials(program);
    this.pullback = new LinePullback(program);
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
    var runnable = Differentiator.runnable(program);
    return DeepStack.call(() ->
        new Tracing(runnable, runnable.function(name))
            .run(arguments, Flow.of(runnable).differentiated(runnable.function(name))));
  }

  private Trace run(List<Value> arguments, List<Variable> differentiated) {
    if (differentiated.isEmpty()) {
      throw new ProgramFailure(
          function.origin().place(),
          "there is nothing to differentiate in '%s'".formatted(function.name()),
          "none of its parameters reaches its result with a derivative");
    }
    var call = new TracedCall(this, function, 0);
    for (int i = 0; i < arguments.size(); i++) {
      var parameter = function.parameters().get(i);
      call.put(
          parameter,
          differentiated.contains(parameter)
              ? made(parameter.name(), arguments.get(i), "", List.of())
              : Traced.constant(arguments.get(i)));
    }
    int parameters = steps.size();
    var returned = call.run().getFirst();
    int result = returned.sources().of(0);
    return new Trace(
        function.name(), steps, parameters, result, Elements.numbers(returned.value())[0]);
  }

  /** Whether the inside of a call is shown. */
  boolean opens(String callee) {
    return graph.isRecursive(callee);
  }

  /** A step for a whole variable. */
  Traced made(String name, Value value, String code, List<Trace.Arrow> arrows) {
    int step = step(name, 1, value, code, arrows);
    return new Traced(value, Sources.all(step, Elements.numbers(value).length));
  }

  /**
   * A step, and where it is.
   *
   * @param least the least version it can be
   */
  int step(String name, int least, Value value, String code, List<Trace.Arrow> arrows) {
    int version = versions.merge(name, least, (before, _) -> before + 1);
    steps.add(new Trace.Step(name, version, value, code, arrows, path));
    if (steps.size() > LIMIT) {
      throw new ProgramFailure(
          function.origin().place(),
          "more than %d lines are executed: too many for a picture".formatted(LIMIT),
          "draw it at a point where its loops are shorter");
    }
    return steps.size() - 1;
  }

  Trace.Step step(int at) {
    return steps.get(at);
  }

  int newGroup() {
    return groups++;
  }

  /** Where in the repetitions the run is; {@link #enter} changes it. */
  List<Trace.Repetition> path() {
    return path;
  }

  /**
   * From now on steps stand in a repetition inside of an outer path; a deeper level replaces its
   * outer.
   */
  void enter(List<Trace.Repetition> outer, Trace.Repetition repetition) {
    var inner = new ArrayList<>(outer);
    if (!inner.isEmpty()
        && inner.getLast().form() == Trace.Form.LEVEL
        && inner.getLast().group() == repetition.group()) {
      inner.removeLast();
    }
    inner.add(repetition);
    path = List.copyOf(inner);
  }

  void leave(List<Trace.Repetition> outer) {
    path = outer;
  }
}
