package dev.costate.program.run;

import dev.costate.language.Place;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Gradient;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
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
import dev.costate.runtime.Failure;
import dev.costate.runtime.Matrix;
import dev.costate.runtime.Vector;
import dev.costate.runtime.Whole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One call of a function that is running: its variables, each with an array of its own. */
final class Frame {
  /** How a statement ended. */
  private enum End {
    NORMAL,
    BREAK,
    CONTINUE,
    RETURN
  }

  private final Interpreter.Run run;
  private final Map<Variable, Object> variables = new HashMap<>();
  private List<Object> results = List.of();

  Frame(Interpreter.Run run) {
    this.run = run;
  }

  List<Object> run(Block body) {
    execute(body);
    return results;
  }

  void store(Variable variable, Object value) {
    variables.put(variable, copy(value));
  }

  private static Object copy(Object value) {
    return switch (value) {
      case Vector vector -> vector.copy();
      case Matrix matrix -> matrix.copy();
      default -> value;
    };
  }

  private Object load(Variable variable) {
    var value = variables.get(variable);
    if (value == null) {
      throw new IllegalStateException("'" + variable + "' is read before it is assigned");
    }
    return value;
  }

  /** What the work gives; where it fails is this place. */
  private static <T> T at(Place place, Supplier<T> work) {
    try {
      return work.get();
    } catch (Failure failure) {
      throw ProgramFailure.at(place, failure);
    }
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
      case Assign(var target, var value, _) -> {
        var indices = indices(target);
        write(target, indices, evaluate(value));
      }
      case AssignMany(var targets, var values, _) -> {
        var indices = targets.stream().map(this::indices).toList();
        // A value may be the array of a variable that another target changes.
        var right = values.stream().map(this::evaluate).map(Frame::copy).toList();
        writeAll(targets, indices, right);
      }
      case CallMany(var targets, var function, var arguments, var origin) -> {
        var indices = targets.stream().map(this::indices).toList();
        writeAll(targets, indices, run.call(function, evaluate(arguments), origin.place()));
      }
      case Push(var array, var value, _) -> {
        double appended = number(value);
        ((Vector) load(array)).push(appended);
      }
      case Pop(var target, var array, var origin) -> {
        var indices = indices(target);
        double last = at(origin.place(), () -> ((Vector) load(array)).pop(0));
        write(target, indices, last);
      }
      case If(var condition, var then, var otherwise, _) -> {
        return execute(truth(condition) ? then : otherwise);
      }
      case For loop -> {
        return execute(loop);
      }
      case ForEach(var element, var array, var body, _) -> {
        for (double value : ((Vector) evaluate(array)).toArray()) {
          store(element, value);
          var end = execute(body);
          if (end == End.BREAK) {
            break;
          }
          if (end == End.RETURN) {
            return end;
          }
        }
      }
      case While(var condition, var body, _) -> {
        while (truth(condition)) {
          var end = execute(body);
          if (end == End.BREAK) {
            break;
          }
          if (end == End.RETURN) {
            return end;
          }
        }
      }
      case Break _ -> {
        return End.BREAK;
      }
      case Continue _ -> {
        return End.CONTINUE;
      }
      case Return(var values, _) -> {
        results = values.stream().map(this::evaluate).map(Frame::copy).toList();
        return End.RETURN;
      }
      case GradientMany(_, var function, _, _) -> throw unreplaced(function);
    }
    return End.NORMAL;
  }

  private End execute(For loop) {
    double from = bound(loop.from());
    double to = bound(loop.to());
    double step = at(loop.step().place(), () -> Whole.exactStep(number(loop.step()), 0));
    for (double i = from; step > 0 ? i <= to : i >= to; i += step) {
      store(loop.counter(), i);
      var end = execute(loop.body());
      if (end == End.BREAK) {
        break;
      }
      if (end == End.RETURN) {
        return end;
      }
    }
    return End.NORMAL;
  }

  private double bound(Expression expression) {
    double value = number(expression);
    return at(expression.place(), () -> Whole.exactBound(value, 0));
  }

  /** The indices of a target, known to be whole but not yet to be in range. */
  private int[] indices(Target target) {
    return switch (target) {
      case Target.Whole _ -> new int[0];
      case Target.Element(_, var indices) -> indices.stream().mapToInt(this::index).toArray();
    };
  }

  private int index(Expression expression) {
    double value = number(expression);
    return at(expression.place(), () -> Whole.index(value, 0));
  }

  private void writeAll(List<Target> targets, List<int[]> indices, List<Object> values) {
    for (int i = 0; i < targets.size(); i++) {
      write(targets.get(i), indices.get(i), values.get(i));
    }
  }

  private void write(Target target, int[] indices, Object value) {
    switch (target) {
      case Target.Whole(var variable) -> store(variable, value);
      case Target.Element(var variable, var written) -> {
        try {
          if (load(variable) instanceof Matrix matrix) {
            matrix.set(indices[0], indices[1], (Double) value, 0);
          } else {
            ((Vector) load(variable)).set(indices[0], (Double) value, 0);
          }
        } catch (Failure failure) {
          throw ProgramFailure.at(written.getFirst().place(), failure);
        }
      }
    }
  }

  private double number(Expression expression) {
    return (Double) evaluate(expression);
  }

  private boolean truth(Expression expression) {
    return (Boolean) evaluate(expression);
  }

  private List<Object> evaluate(List<Expression> expressions) {
    var values = new ArrayList<Object>();
    for (var expression : expressions) {
      values.add(evaluate(expression));
    }
    return values;
  }

  /**
   * The value of an expression; of a variable its own array, so that whoever stores or changes it
   * must copy it.
   */
  private Object evaluate(Expression expression) {
    return switch (expression) {
      case Literal(var value, _) -> value;
      case Truth(var value, _) -> value;
      case Read(var variable, _) -> load(variable);
      case Constant(var name, _) -> run.constant(name);
      case Apply apply -> apply(apply);
      case Call(var function, var arguments, _, var place) ->
          run.call(function, evaluate(arguments), place).getFirst();
      case Conditional(var condition, var then, var otherwise, _) ->
          evaluate(truth(condition) ? then : otherwise);
      case Elements(var elements, var kind, var place) -> array(evaluate(elements), kind, place);
      case Gradient(var function, _, _, _) -> throw unreplaced(function);
    };
  }

  private Object apply(Apply apply) {
    return switch (apply.operation()) {
      case AND -> truth(apply.argument(0)) && truth(apply.argument(1));
      case OR -> truth(apply.argument(0)) || truth(apply.argument(1));
      case ELEMENT -> {
        var vector = (Vector) evaluate(apply.argument(0));
        int index = index(apply.argument(1));
        yield at(apply.argument(1).place(), () -> vector.get(index, 0));
      }
      case ELEMENT_MATRIX -> {
        var matrix = (Matrix) evaluate(apply.argument(0));
        int row = index(apply.argument(1));
        int column = index(apply.argument(2));
        yield at(apply.argument(1).place(), () -> matrix.get(row, column, 0));
      }
      case Operation operation -> {
        var arguments = evaluate(apply.arguments()).toArray();
        run.applied(apply, arguments);
        yield at(apply.place(), () -> Operations.apply(operation, arguments));
      }
    };
  }

  private static Object array(List<Object> elements, Kind kind, Place place) {
    if (kind == Kind.VECTOR) {
      return Vector.owning(elements.stream().mapToDouble(Double.class::cast).toArray());
    }
    var rows = elements.stream().map(Vector.class::cast).toArray(Vector[]::new);
    return at(place, () -> Matrix.ofRows(rows, 0));
  }

  private static IllegalStateException unreplaced(String function) {
    return new IllegalStateException(
        "gradient(" + function + ", …) must be replaced by calls before a program runs");
  }
}
