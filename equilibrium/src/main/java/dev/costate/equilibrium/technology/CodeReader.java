package dev.costate.equilibrium.technology;

import dev.costate.equilibrium.technology.Form.Array;
import dev.costate.equilibrium.technology.Form.Known;
import dev.costate.equilibrium.technology.Form.Truth;
import dev.costate.program.Block;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs code on forms: loops over numbers that are known, branches on what is known. */
final class CodeReader {
  private static final int MOST_STEPS = 200_000;
  private static final int DEEPEST = 200;

  private final Program program;
  private final Nests nests;
  private int steps;
  private int depth;

  CodeReader(Program program, Nests nests) {
    this.program = program;
    this.nests = nests;
  }

  Program program() {
    return program;
  }

  Nests nests() {
    return nests;
  }

  /** The results of a call. */
  List<Form> call(String function, List<Form> arguments) {
    var ready = ReadyCalls.of(function, arguments, nests);
    return ready.isPresent() ? ready.get() : run(function, arguments);
  }

  private List<Form> run(String name, List<Form> arguments) {
    if (++depth > DEEPEST) {
      throw new NoTechnology("deep calls");
    }
    var function = program.find(name).orElseThrow(() -> new NoTechnology("a call of " + name));
    var scope = new HashMap<String, Form>();
    for (int i = 0; i < arguments.size(); i++) {
      scope.put(function.parameters().get(i).name(), arguments.get(i));
    }
    var returned = block(function.body(), scope);
    depth--;
    return returned.orElseThrow(() -> new NoTechnology("no return"));
  }

  /** What the block returns, if it does. */
  private Optional<List<Form>> block(Block block, Map<String, Form> scope) {
    for (var statement : block.statements()) {
      if (++steps > MOST_STEPS) {
        throw new NoTechnology("long code");
      }
      var returned = statement(statement, scope);
      if (returned.isPresent()) {
        return returned;
      }
    }
    return Optional.empty();
  }

  private Optional<List<Form>> statement(Statement statement, Map<String, Form> scope) {
    var values = new ExpressionReader(this, scope);
    switch (statement) {
      case Statement.Assign s -> assign(s.target(), values.read(s.value()), scope, values);
      case Statement.AssignMany s -> {
        var forms = s.values().stream().map(values::read).toList();
        for (int k = 0; k < forms.size(); k++) {
          assign(s.targets().get(k), forms.get(k), scope, values);
        }
      }
      case Statement.CallMany s -> {
        var forms = call(s.function(), s.arguments().stream().map(values::read).toList());
        for (int k = 0; k < s.targets().size(); k++) {
          assign(s.targets().get(k), forms.get(k), scope, values);
        }
      }
      case Statement.If s -> {
        return block(values.truth(s.condition()) ? s.then() : s.otherwise(), scope);
      }
      case Statement.For s -> {
        return loop(s, values, scope);
      }
      case Statement.Return s -> {
        return Optional.of(s.values().stream().map(values::read).toList());
      }
      case Statement.ForEach _,
          Statement.While _,
          Statement.Break _,
          Statement.Continue _,
          Statement.Push _,
          Statement.Pop _,
          Statement.GradientMany _ ->
          throw new NoTechnology("a statement of " + statement.getClass().getSimpleName());
    }
    return Optional.empty();
  }

  private Optional<List<Form>> loop(
      Statement.For loop, ExpressionReader values, Map<String, Form> scope) {
    double from = values.number(loop.from());
    double to = values.number(loop.to());
    double step = values.number(loop.step());
    if (step == 0) {
      throw new NoTechnology("a step of 0");
    }
    for (double i = from; step > 0 ? i <= to : i >= to; i += step) {
      scope.put(loop.counter().name(), Known.of(i));
      var returned = block(loop.body(), scope);
      if (returned.isPresent()) {
        return returned;
      }
    }
    return Optional.empty();
  }

  private static void assign(
      Target target, Form value, Map<String, Form> scope, ExpressionReader values) {
    if (target instanceof Target.Whole(var variable)) {
      scope.put(variable.name(), value);
      return;
    }
    if (target instanceof Target.Element(var array, var indices)
        && indices.size() == 1
        && scope.get(array.name()) instanceof Array(var elements)) {
      var changed = new ArrayList<>(elements);
      changed.set(ExpressionReader.index(values.number(indices.getFirst()), elements), value);
      scope.put(array.name(), new Array(changed));
      return;
    }
    throw new NoTechnology("an assignment to part of an array");
  }

  static boolean truth(Form form) {
    if (form instanceof Truth(boolean value)) {
      return value;
    }
    throw new NoTechnology("a condition on quantities");
  }
}
