package dev.costate.program.java;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.AssignMany;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.Pop;
import dev.costate.program.Statement.Push;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which vectors are a {@code double[]} and which grow and shrink, and so are a {@code Stack}.
 *
 * <p>Where an array goes from one variable to another, through an assignment, a call or a return,
 * both have one form, so that nothing is converted on the way: a recursion that hands its record on
 * stays linear. Results of functions that no other calls are arrays.
 */
final class ArrayForms {
  /** How a vector is kept. */
  enum Form {
    ARRAY,
    STACK
  }

  /**
   * A variable, or a result, of a function.
   *
   * @param what a {@link Variable}, or the position of a result
   */
  private record Holder(String function, Object what) {}

  private final Map<String, Function> functions = new HashMap<>();
  private final Set<String> called;
  private final Map<Holder, Holder> same = new HashMap<>();
  private final Set<Holder> growing = new HashSet<>();

  /**
   * @param called the functions that functions of the program call
   */
  ArrayForms(Program program, Set<String> called) {
    this.called = called;
    program.functions().forEach(function -> functions.put(function.name(), function));
    for (var function : program.functions()) {
      Walk.statements(function.body(), statement -> visit(function.name(), statement));
    }
    var found = growing.stream().map(this::representative).toList();
    growing.addAll(found);
  }

  Form of(Function function, Variable variable) {
    return form(new Holder(function.name(), variable));
  }

  /** The form of a result, as other functions of the program get it. */
  Form ofResult(String function, int position) {
    return form(new Holder(function, position));
  }

  private Form form(Holder holder) {
    return growing.contains(representative(holder)) ? Form.STACK : Form.ARRAY;
  }

  private Holder representative(Holder holder) {
    var found = holder;
    for (var next = same.get(found); next != null; next = same.get(found)) {
      found = next;
    }
    return found;
  }

  private void unite(Holder one, Holder other) {
    var first = representative(one);
    var second = representative(other);
    if (!first.equals(second)) {
      same.put(first, second);
    }
  }

  private void visit(String function, Statement statement) {
    for (var expression : Walk.expressions(statement)) {
      Walk.nodes(
          expression,
          node -> {
            if (node instanceof Call(var callee, var arguments, _, _)) {
              arguments(function, callee, arguments);
            }
          });
    }
    switch (statement) {
      case Assign(var target, var value, _) -> assign(function, target, value);
      case AssignMany(var targets, var values, _) -> {
        for (int i = 0; i < targets.size(); i++) {
          assign(function, targets.get(i), values.get(i));
        }
      }
      case CallMany(var targets, var callee, var arguments, _) -> {
        arguments(function, callee, arguments);
        for (int i = 0; i < targets.size(); i++) {
          if (targets.get(i) instanceof Target.Whole(var variable)
              && variable.kind() == Kind.VECTOR) {
            unite(new Holder(function, variable), new Holder(callee, i));
          }
        }
      }
      case Push(var array, _, _) -> growing.add(new Holder(function, array));
      case Pop(_, var array, _) -> growing.add(new Holder(function, array));
      case Return(var values, _) -> {
        for (int i = 0; i < values.size() && called.contains(function); i++) {
          flow(function, values.get(i), new Holder(function, i));
        }
      }
      case Statement.GradientMany _,
          Statement.If _,
          Statement.For _,
          Statement.ForEach _,
          Statement.While _,
          Statement.Break _,
          Statement.Continue _ -> {}
    }
  }

  private void assign(String function, Target target, Expression value) {
    if (target instanceof Target.Whole(var variable)) {
      flow(function, value, new Holder(function, variable));
    }
  }

  private void arguments(String function, String callee, List<Expression> arguments) {
    var called = functions.get(callee);
    if (called == null) {
      throw new IllegalArgumentException("no function '" + callee + "'");
    }
    for (int i = 0; i < arguments.size(); i++) {
      flow(function, arguments.get(i), new Holder(callee, called.parameters().get(i)));
    }
  }

  /** An array that an expression passes on unchanged gets the form of where it goes. */
  private void flow(String function, Expression value, Holder into) {
    if (value.kind() != Kind.VECTOR) {
      return;
    }
    switch (value) {
      case Read(var variable, _) -> unite(new Holder(function, variable), into);
      case Call(var callee, _, _, _) -> unite(new Holder(callee, 0), into);
      case Conditional(_, var then, var otherwise, _) -> {
        flow(function, then, into);
        flow(function, otherwise, into);
      }
      case Expression.Literal _,
          Expression.Truth _,
          Expression.Constant _,
          Expression.Apply _,
          Expression.Elements _,
          Expression.Gradient _ -> {}
    }
  }
}
