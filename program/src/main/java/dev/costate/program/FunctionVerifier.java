package dev.costate.program;

import dev.costate.language.Place;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Gradient;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Expression.Truth;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks one function for {@link Verifier}. */
final class FunctionVerifier implements DefiniteAssignment.Report {
  private final Program program;
  private final Map<String, Function> functions;
  private final Function function;
  private final List<Violation> found;
  private final Map<String, Variable> variables = new HashMap<>();
  private final Set<Variable> counters = new HashSet<>();
  private final Set<Variable> counting = new HashSet<>();
  private int loops;

  FunctionVerifier(
      Program program, Map<String, Function> functions, Function function, List<Violation> found) {
    this.program = program;
    this.functions = functions;
    this.function = function;
    this.found = found;
  }

  void check() {
    var place = function.origin().place();
    if (function.results().isEmpty()) {
      wrong(place, "no result");
    }
    if (new HashSet<>(function.parameters()).size() != function.parameters().size()) {
      wrong(place, "two parameters of one name");
    }
    Walk.statements(
        function.body(),
        statement -> {
          if (statement instanceof For loop) {
            counters.add(loop.counter());
          }
          if (statement instanceof ForEach loop) {
            counters.add(loop.element());
          }
        });
    for (var parameter : function.parameters()) {
      known(parameter, place);
      written(parameter, place);
    }
    block(function.body());
    DefiniteAssignment.check(function, this);
  }

  private void wrong(Place place, String what) {
    found.add(new Violation(function.name(), place, what));
  }

  @Override
  public void unassigned(Variable variable, Place place, Statement statement) {
    wrong(place, "'" + variable + "' may be unassigned");
  }

  @Override
  public void endsWithoutReturn() {
    wrong(function.origin().place(), "a path ends without return");
  }

  private void known(Variable variable, Place place) {
    var before = variables.putIfAbsent(variable.name(), variable);
    if (before != null && !before.equals(variable)) {
      wrong(
          place,
          "'"
              + variable
              + "' is a "
              + variable.kind()
              + " here and a "
              + before.kind()
              + " before");
    }
  }

  private void written(Variable variable, Place place) {
    if (counters.contains(variable)) {
      wrong(place, "the counter '" + variable + "' is assigned");
    }
  }

  private void block(Block block) {
    block.statements().forEach(this::statement);
  }

  private void statement(Statement statement) {
    var place = statement.origin().place();
    for (var expression : Walk.expressions(statement)) {
      expression(expression);
    }
    switch (statement) {
      case Assign(var target, var value, _) -> assign(target, value.kind(), place);
      case AssignMany(var targets, var values, _) -> {
        if (targets.size() != values.size() || targets.size() < 2) {
          wrong(place, targets.size() + " targets and " + values.size() + " values");
          return;
        }
        for (int i = 0; i < targets.size(); i++) {
          assign(targets.get(i), values.get(i).kind(), place);
        }
      }
      case CallMany(var targets, var name, var arguments, _) -> {
        arguments(name, arguments, place);
        var results = functions.containsKey(name) ? functions.get(name).results() : List.<Kind>of();
        if (targets.size() != results.size() || targets.size() < 2) {
          wrong(place, targets.size() + " targets for " + Verifier.signature(functions, name));
          return;
        }
        for (int i = 0; i < targets.size(); i++) {
          assign(targets.get(i), results.get(i), place);
        }
      }
      case GradientMany(var targets, var name, var arguments, _) -> {
        arguments(name, arguments, place);
        targets.forEach(target -> assign(target, target(target), place));
      }
      case Push(var array, var value, _) -> {
        known(array, place);
        written(array, place);
        kind(array.kind(), Kind.VECTOR, "what push changes", place);
        kind(value.kind(), Kind.NUMBER, "what is pushed", place);
      }
      case Pop(var target, var array, _) -> {
        known(array, place);
        written(array, place);
        kind(array.kind(), Kind.VECTOR, "what pop changes", place);
        assign(target, Kind.NUMBER, place);
      }
      case If(var condition, var then, var otherwise, _) -> {
        kind(condition.kind(), Kind.TRUTH, "a condition", place);
        block(then);
        block(otherwise);
      }
      case For loop -> {
        kind(loop.from().kind(), Kind.NUMBER, "a bound", place);
        kind(loop.to().kind(), Kind.NUMBER, "a bound", place);
        kind(loop.step().kind(), Kind.NUMBER, "a step", place);
        counted(loop.counter(), loop.body(), place);
      }
      case ForEach(var element, var array, var body, _) -> {
        kind(array.kind(), Kind.VECTOR, "what a loop goes through", place);
        counted(element, body, place);
      }
      case While(var condition, var body, _) -> {
        kind(condition.kind(), Kind.TRUTH, "a condition", place);
        loop(body);
      }
      case Break _, Continue _ -> {
        if (loops == 0) {
          wrong(place, "outside a loop");
        }
      }
      case Return(var values, _) -> {
        var kinds = values.stream().map(Expression::kind).toList();
        if (!kinds.equals(function.results())) {
          wrong(place, "returns " + kinds + ", not " + function.results());
        }
      }
    }
  }

  private void counted(Variable counter, Block body, Place place) {
    known(counter, place);
    kind(counter.kind(), Kind.NUMBER, "a counter", place);
    if (!counting.add(counter)) {
      wrong(place, "'" + counter + "' already counts a loop around this one");
      return;
    }
    loop(body);
    counting.remove(counter);
  }

  private void loop(Block body) {
    loops++;
    block(body);
    loops--;
  }

  private void assign(Target target, Kind value, Place place) {
    known(target.variable(), place);
    written(target.variable(), place);
    kind(value, target(target), "what '" + target.variable() + "' takes", place);
    if (target instanceof Target.Element(var array, var indices)) {
      kind(
          array.kind(), indices.size() == 2 ? Kind.MATRIX : Kind.VECTOR, "what has indices", place);
      if (indices.isEmpty() || indices.size() > 2) {
        wrong(place, indices.size() + " indices");
      }
      indices.forEach(index -> kind(index.kind(), Kind.NUMBER, "an index", place));
    }
  }

  private static Kind target(Target target) {
    return switch (target) {
      case Target.Whole(var variable) -> variable.kind();
      case Target.Element _ -> Kind.NUMBER;
    };
  }

  private void kind(Kind actual, Kind expected, String role, Place place) {
    if (actual != expected) {
      wrong(place, role + " is a " + actual + ", not a " + expected);
    }
  }

  private void expression(Expression expression) {
    Walk.children(expression).forEach(this::expression);
    var place = expression.place();
    switch (expression) {
      case Literal _, Truth _ -> {}
      case Read(var variable, _) -> known(variable, place);
      case Constant(var name, _) -> {
        if (!program.constants().containsKey(name)
            && !Program.MATHEMATICAL_CONSTANTS.containsKey(name)) {
          wrong(place, "no constant '" + name + "'");
        }
      }
      case Apply(var operation, var arguments, var kind, _) -> {
        var kinds = arguments.stream().map(Expression::kind).toList();
        var result = ResultKinds.of(operation, kinds);
        if (result.isEmpty()) {
          wrong(place, "'" + operation.text() + "' (" + operation + ") does not take " + kinds);
        } else {
          kind(kind, result.get(), "the value of '" + operation.text() + "'", place);
        }
      }
      case Call(var name, var arguments, var kind, _) -> {
        arguments(name, arguments, place);
        if (functions.containsKey(name) && !functions.get(name).results().equals(List.of(kind))) {
          wrong(place, "one " + kind + " expected of " + Verifier.signature(functions, name));
        }
      }
      case Conditional(var condition, var then, var otherwise, _) -> {
        kind(condition.kind(), Kind.TRUTH, "a condition", place);
        kind(otherwise.kind(), then.kind(), "the other value", place);
      }
      case Elements(var elements, var kind, _) -> {
        var expected = kind == Kind.VECTOR ? Kind.NUMBER : Kind.VECTOR;
        if (!kind.isArray()) {
          wrong(place, "elements make a " + kind);
        }
        elements.forEach(element -> kind(element.kind(), expected, "an element", place));
      }
      case Gradient(var name, var arguments, _, _) -> arguments(name, arguments, place);
    }
  }

  private void arguments(String name, List<Expression> arguments, Place place) {
    var called = functions.get(name);
    if (called == null) {
      wrong(place, "no function '" + name + "'");
      return;
    }
    var given = arguments.stream().map(Expression::kind).toList();
    if (!given.equals(called.parameters().stream().map(Variable::kind).toList())) {
      wrong(place, "arguments " + given + " for " + Verifier.signature(functions, name));
    }
  }
}
