package dev.costate.economy;

import dev.costate.program.CallGraph;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Walk;
import dev.costate.program.run.ProgramFailure;
import dev.costate.runtime.NumberText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The numbers of the declarations, evaluated: each is a function without parameters that may read
 * parameters of the file, which are evaluated first, whatever their order.
 */
final class Numbers {
  private final Draft draft;
  private final Program program;
  private final CallGraph calls;
  private final Map<String, String> functions;
  private final Map<String, Function> byName = new HashMap<>();
  private final Map<String, Double> values = new LinkedHashMap<>();
  private final Deque<String> open = new ArrayDeque<>();

  /** Those without a value, and those that read them: only the first is an error. */
  private final Set<String> unknown = new LinkedHashSet<>();

  /**
   * @param functions the function that computes each number
   */
  Numbers(Draft draft, Program program, Map<String, String> functions) {
    this.draft = draft;
    this.program = program;
    this.calls = CallGraph.of(program);
    this.functions = functions;
    program.functions().forEach(function -> byName.put(function.name(), function));
  }

  /** Evaluates every number; what goes wrong is reported. */
  Numbers evaluate() {
    draft.numbers().values().forEach(this::evaluate);
    var inOrder = new LinkedHashMap<String, Double>();
    draft.numbers().keySet().forEach(name -> inOrder.put(name, value(name)));
    values.clear();
    values.putAll(inOrder);
    return this;
  }

  double value(String dotted) {
    return values.getOrDefault(dotted, Double.NaN);
  }

  /** Every number by its dotted name, in the order of the file. */
  Map<String, Double> values() {
    return values;
  }

  private void evaluate(Dotted number) {
    if (values.containsKey(number.name())) {
      return;
    }
    if (open.contains(number.name())) {
      var cycle = new ArrayList<>(open.reversed());
      cycle.add(number.name());
      error(
          number,
          "'%s' depends on itself: %s".formatted(number.name(), String.join(" → ", cycle)),
          "give one of them a number");
      unknown(number);
      return;
    }
    open.push(number.name());
    double value = run(number);
    open.pop();
    if (values.putIfAbsent(number.name(), value) == null && !unknown.contains(number.name())) {
      check(number, value);
    }
  }

  private double run(Dotted number) {
    var function = functions.getOrDefault(number.name(), number.name());
    var written = literal(named(function));
    if (written.isPresent()) {
      return written.getAsDouble();
    }
    var reached = calls.reachable(function).stream().map(this::named).toList();
    var read = new LinkedHashMap<String, Double>();
    for (var constant : constants(reached)) {
      if (draft.unknowns().contains(constant)) {
        error(
            number,
            "'%s' reads '%s', which is solved for with the market"
                .formatted(number.name(), constant),
            "this number is needed before; an unknown may stand in code, amounts, rates and curves");
        return unknown(number);
      }
      var needed = draft.numbers().get(constant);
      if (needed != null) {
        evaluate(needed);
        if (unknown.contains(needed.name())) {
          return unknown(number);
        }
      }
      read.put(constant, constant(constant));
    }
    try {
      return Code.evaluate(new Program(reached, read), function);
    } catch (ProgramFailure failure) {
      var why = failure.diagnostic();
      error(number, "'%s' has no value: %s".formatted(number.name(), why.message()), why.hint());
      return unknown(number);
    }
  }

  /** The value of a function that is a number as written: nothing has to be run for it. */
  private static OptionalDouble literal(Function function) {
    var statements = function.body().statements();
    return statements.size() == 1
            && statements.getFirst() instanceof Statement.Return(var values, _)
            && values.size() == 1
            && values.getFirst() instanceof Literal(double value, _)
        ? OptionalDouble.of(value)
        : OptionalDouble.empty();
  }

  private double unknown(Dotted number) {
    unknown.add(number.name());
    values.put(number.name(), Double.NaN);
    return Double.NaN;
  }

  private Map<String, Double> constantsNow() {
    var now = new LinkedHashMap<>(program.constants());
    draft.constants().forEach(name -> now.put(name, value(name)));
    return now;
  }

  private Function named(String function) {
    var found = byName.get(function);
    if (found == null) {
      throw new IllegalArgumentException("no function '" + function + "'");
    }
    return found;
  }

  private double constant(String name) {
    return draft.constants().contains(name) ? value(name) : program.constant(name);
  }

  private static Set<String> constants(Collection<Function> reached) {
    var found = new LinkedHashSet<String>();
    for (var function : reached) {
      Walk.constants(function.body()).forEach(constant -> found.add(constant.name()));
    }
    return found;
  }

  /**
   * How the numbers are computed that are not written as their values.
   *
   * @param decisive the parameters at whose values the market is written out otherwise
   */
  Definitions definitions(Set<String> decisive) {
    var computed = new LinkedHashMap<String, String>();
    var kept = new LinkedHashSet<String>();
    for (var name : draft.numbers().keySet()) {
      var function = functions.getOrDefault(name, name);
      if (literal(named(function)).isEmpty()) {
        computed.put(name, function);
        kept.addAll(calls.reachable(function));
      }
    }
    var definitions =
        program.functions().stream().filter(function -> kept.contains(function.name())).toList();
    return new Definitions(new Program(definitions, constantsNow()), computed, decisive);
  }

  /** The final program: without the functions of the numbers, and with every constant. */
  Program program() {
    var kept =
        program.functions().stream().filter(f -> !draft.helpers().contains(f.name())).toList();
    return new Program(kept, constantsNow());
  }

  private void check(Dotted number, double value) {
    var range = number.range();
    if (!range.contains(value)) {
      boolean isNumber = Double.isFinite(value) || range == Dotted.Range.LIMIT;
      if (!isNumber) {
        unknown.add(number.name());
      }
      error(
          number,
          "'%s' is %s, but must be %s"
              .formatted(
                  number.name(),
                  NumberText.of(value),
                  isNumber ? range.words() : Dotted.Range.ANY.words()),
          isNumber ? range.hint() : "");
    }
  }

  private void error(Dotted number, String message, String hint) {
    draft.diagnostics().error(number.place(), message, hint);
  }
}
