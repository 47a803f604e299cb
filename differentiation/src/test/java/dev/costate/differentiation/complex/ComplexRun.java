package dev.costate.differentiation.complex;

import dev.costate.differentiation.complex.ComplexOperations.Rows;
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
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A call that runs with complex numbers; written apart from the product's interpreter. */
final class ComplexRun {
  private enum End {
    NORMAL,
    BREAK,
    CONTINUE,
    RETURN
  }

  private final Program program;
  private final Map<Variable, Object> variables = new HashMap<>();
  private List<Object> results = List.of();

  ComplexRun(Program program) {
    this.program = program;
  }

  List<Object> call(String name, List<Object> arguments) {
    var function = program.function(name);
    var run = new ComplexRun(program);
    IntStream.range(0, arguments.size())
        .forEach(i -> run.store(function.parameters().get(i), arguments.get(i)));
    run.execute(function.body());
    return run.results;
  }

  private void store(Variable variable, Object value) {
    variables.put(variable, value instanceof Rows rows ? rows.copy() : value);
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
        var places = places(List.of(target));
        write(places, List.of(evaluate(value)));
      }
      case AssignMany(var targets, var values, _) -> {
        var places = places(targets);
        write(places, evaluate(values));
      }
      case CallMany(var targets, var function, var arguments, _) -> {
        var places = places(targets);
        write(places, call(function, evaluate(arguments)));
      }
      case Push(var array, var value, _) -> {
        var row = row(array);
        var longer = Arrays.copyOf(row, row.length + 1);
        longer[row.length] = (Complex) evaluate(value);
        variables.put(array, Rows.vector(longer));
      }
      case Pop(var target, var array, _) -> {
        var places = places(List.of(target));
        var row = row(array);
        variables.put(array, Rows.vector(Arrays.copyOf(row, row.length - 1)));
        write(places, List.of(row[row.length - 1]));
      }
      case If(var condition, var then, var otherwise, _) -> {
        return execute(truth(condition) ? then : otherwise);
      }
      case For loop -> {
        double to = real(loop.to());
        double step = real(loop.step());
        for (double i = real(loop.from()); step > 0 ? i <= to : i >= to; i += step) {
          variables.put(loop.counter(), Complex.of(i));
          var end = execute(loop.body());
          if (end == End.BREAK || end == End.RETURN) {
            return end == End.RETURN ? end : End.NORMAL;
          }
        }
      }
      case ForEach loop -> {
        for (var element : ((Rows) evaluate(loop.array())).copy().elements()[0]) {
          variables.put(loop.element(), element);
          var end = execute(loop.body());
          if (end == End.BREAK || end == End.RETURN) {
            return end == End.RETURN ? end : End.NORMAL;
          }
        }
      }
      case While(var condition, var body, _) -> {
        while (truth(condition)) {
          var end = execute(body);
          if (end == End.BREAK || end == End.RETURN) {
            return end == End.RETURN ? end : End.NORMAL;
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
        results = evaluate(values);
        return End.RETURN;
      }
      case GradientMany(_, var function, _, _) -> throw new IllegalArgumentException(function);
    }
    return End.NORMAL;
  }

  /** Where a target is: of a whole variable no row. */
  private record Place(Variable variable, int row, int column) {}

  /** Indices are evaluated before values. */
  private List<Place> places(List<Target> targets) {
    var places = new ArrayList<Place>();
    for (var target : targets) {
      places.add(
          switch (target) {
            case Target.Whole(var variable) -> new Place(variable, -1, -1);
            case Target.Element(var variable, var indices) ->
                new Place(
                    variable,
                    indices.size() == 1 ? 0 : (int) real(indices.getFirst()) - 1,
                    (int) real(indices.getLast()) - 1);
          });
    }
    return places;
  }

  private void write(List<Place> places, List<Object> values) {
    for (int i = 0; i < places.size(); i++) {
      var place = places.get(i);
      if (place.row() < 0) {
        store(place.variable(), values.get(i));
      } else {
        ((Rows) read(place.variable())).elements()[place.row()][place.column()] =
            (Complex) values.get(i);
      }
    }
  }

  private Object read(Variable variable) {
    var value = variables.get(variable);
    if (value == null) {
      throw new IllegalStateException("'" + variable + "' has no value");
    }
    return value;
  }

  private Complex[] row(Variable array) {
    return ((Rows) read(array)).elements()[0];
  }

  private boolean truth(Expression expression) {
    return (Boolean) evaluate(expression);
  }

  private double real(Expression expression) {
    return ((Complex) evaluate(expression)).real();
  }

  private List<Object> evaluate(List<Expression> expressions) {
    var values = new ArrayList<Object>();
    for (var expression : expressions) {
      var value = evaluate(expression);
      values.add(value instanceof Rows rows ? rows.copy() : value);
    }
    return values;
  }

  private Object evaluate(Expression expression) {
    return switch (expression) {
      case Literal(var value, _) -> Complex.of(value);
      case Truth(var value, _) -> value;
      case Read(var variable, _) -> read(variable);
      case Constant(var name, _) -> Complex.of(program.constant(name));
      case Call(var function, var arguments, _, _) ->
          call(function, evaluate(arguments)).getFirst();
      case Conditional(var condition, var then, var otherwise, _) ->
          evaluate(truth(condition) ? then : otherwise);
      case Elements(var elements, var kind, _) -> array(evaluate(elements), kind);
      case Gradient(var function, _, _, _) -> throw new IllegalArgumentException(function);
      case Apply apply -> apply(apply);
    };
  }

  private Object apply(Apply apply) {
    var operation = apply.operation();
    if (operation == Operation.AND || operation == Operation.OR) {
      boolean first = truth(apply.argument(0));
      return first == (operation == Operation.AND) ? truth(apply.argument(1)) : first;
    }
    if (operation == Operation.ELEMENT) {
      return ((Rows) evaluate(apply.argument(0))).elements()[0][(int) real(apply.argument(1)) - 1];
    }
    if (operation == Operation.ELEMENT_MATRIX) {
      return ((Rows) evaluate(apply.argument(0)))
          .elements()[(int) real(apply.argument(1)) - 1][(int) real(apply.argument(2)) - 1];
    }
    return ComplexOperations.apply(operation, evaluate(apply.arguments()));
  }

  private static Rows array(List<Object> elements, Kind kind) {
    return kind == Kind.VECTOR
        ? Rows.vector(elements.stream().map(Complex.class::cast).toArray(Complex[]::new))
        : Rows.matrix(
            elements.stream().map(row -> ((Rows) row).elements()[0]).toArray(Complex[][]::new));
  }
}
