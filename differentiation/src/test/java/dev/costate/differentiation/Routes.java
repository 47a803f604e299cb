package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Variable;
import dev.costate.program.Verifier;
import dev.costate.program.emit.Compiler;
import dev.costate.program.print.Raising;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Every route to the derivative of a function at a point: adjoint and tangent, interpreted and
 * compiled, printed and read again, and differences.
 */
final class Routes {
  /** Adjoint and tangent differ by rounding alone. */
  private static final double ROUNDING = 1e-9;

  /** Contributions may be added in another order. */
  private static final double ROUNDING_OF_SUMS = 1e-9;

  /** What central differences of a smooth function reach. */
  private static final double DIFFERENCES = 1e-5;

  private final Program program;
  private final String function;
  private final List<Value> point;
  private final Random random = new Random(7);
  private boolean comparedWithDifferences;

  private Routes(Program program, String function, List<Value> point) {
    this.program = Differentiator.runnable(program);
    this.function = function;
    this.point = point;
  }

  /**
   * Compares all routes.
   *
   * @return whether differences could be compared, which they cannot across a kink or a jump
   */
  static boolean agree(Program program, String function, List<Value> point, boolean secondOrder) {
    var routes = new Routes(program, function, point);
    routes.first();
    routes.jacobian();
    if (secondOrder) {
      routes.second();
      routes.hessian();
    }
    return routes.comparedWithDifferences;
  }

  private void first() {
    var gradient = Differentiator.gradient(program, function);
    var tangent = Differentiator.tangent(program, function, List.of());
    for (var derivative : List.of(gradient, tangent)) {
      assertThat(Verifier.checkRunnable(derivative.program()))
          .as(Programs.text(derivative))
          .isEmpty();
    }
    var partials = interpreted(gradient, point);
    for (int i = 0; i < gradient.wrt().size(); i++) {
      assertThat(numbers(partials.get(i)))
          .as("shape of the partial of %s", gradient.wrt().get(i))
          .hasSameSizeAs(numbers(point.get(position(gradient.wrt().get(i)))));
    }
    var direction = direction(gradient.wrt());
    double slope = dot(numbers(partials), numbers(direction));
    var arguments = new ArrayList<>(point);
    arguments.addAll(direction);
    close("tangent", numbers(interpreted(tangent, arguments))[0], slope, ROUNDING, tangent);
    assertThat(numbers(compiled(gradient, point)))
        .as("compiled\n%s", Programs.text(gradient))
        .containsExactly(numbers(partials));
    var again = Programs.of(Programs.text(gradient) + given());
    assertThat(numbers(new Interpreter(again).call(gradient.function(), point)))
        .as("read again\n%s", Programs.text(gradient))
        .containsExactly(numbers(partials));
    differences(program, function, gradient, direction, slope);
  }

  /** The tangent of the gradient along one direction, against differences of the gradient. */
  private void second() {
    var gradient = Differentiator.gradient(program, function);
    var names = gradient.wrt().stream().map(Variable::name).toList();
    var second = Differentiator.tangent(gradient.program(), gradient.function(), names);
    var direction = direction(gradient.wrt());
    var arguments = new ArrayList<>(point);
    arguments.addAll(direction);
    var actual = numbers(interpreted(second, arguments));
    var coarse = difference(gradient.program(), gradient.function(), gradient, direction, 1e-4);
    var fine = difference(gradient.program(), gradient.function(), gradient, direction, 1e-5);
    for (int i = 0; i < actual.length; i++) {
      if (Math.abs(coarse[i] - fine[i]) < DIFFERENCES / 10 * (1 + Math.abs(fine[i]))) {
        close("second derivative " + i, actual[i], fine[i], 10 * DIFFERENCES, second);
      }
    }
    if (gradient.wrt().size() == 1 && gradient.wrt().getFirst().kind() == Kind.NUMBER) {
      var reverse = Differentiator.gradient(gradient.program(), gradient.function(), names);
      double unit = numbers(direction)[0];
      close(
          "reverse over reverse",
          numbers(interpreted(reverse, point))[0] * unit,
          actual[0],
          100 * ROUNDING,
          reverse);
    }
  }

  /** The one row of the Jacobian is the gradient. */
  private void jacobian() {
    var gradient = Differentiator.gradient(program, function);
    var jacobian = Differentiator.jacobian(program, function, List.of());
    assertThat(numbers(interpreted(jacobian, point)))
        .as(Programs.text(jacobian))
        .containsExactly(numbers(interpreted(gradient, point)), within(ROUNDING_OF_SUMS));
  }

  /** The Hessian times a direction is the tangent of the gradient along it. */
  private void hessian() {
    var gradient = Differentiator.gradient(program, function);
    var names = gradient.wrt().stream().map(Variable::name).toList();
    var second = Differentiator.tangent(gradient.program(), gradient.function(), names);
    var direction = direction(gradient.wrt());
    var arguments = new ArrayList<>(point);
    arguments.addAll(direction);
    var expected = numbers(interpreted(second, arguments));
    var by = numbers(direction);
    var derivative = Differentiator.hessian(program, function, List.of());
    var hessian = numbers(interpreted(derivative, point));
    for (int i = 0; i < expected.length; i++) {
      var row = Arrays.copyOfRange(hessian, i * by.length, (i + 1) * by.length);
      close("Hessian " + i, dot(row, by), expected[i], ROUNDING, derivative);
    }
  }

  private void differences(
      Program of, String name, Derivative gradient, List<Value> direction, double slope) {
    double coarse = difference(of, name, gradient, direction, 1e-4)[0];
    double fine = difference(of, name, gradient, direction, 1e-5)[0];
    if (Math.abs(coarse - fine) < DIFFERENCES / 10 * (1 + Math.abs(fine))) {
      close("differences", slope, fine, DIFFERENCES, gradient);
      comparedWithDifferences = true;
    }
  }

  private double[] difference(
      Program of, String name, Derivative gradient, List<Value> direction, double step) {
    var up = numbers(new Interpreter(of).call(name, moved(gradient.wrt(), direction, step)));
    var down = numbers(new Interpreter(of).call(name, moved(gradient.wrt(), direction, -step)));
    var slope = new double[up.length];
    Arrays.setAll(slope, i -> (up[i] - down[i]) / (2 * step));
    return slope;
  }

  private List<Value> moved(List<Variable> wrt, List<Value> direction, double step) {
    var moved = new ArrayList<>(point);
    for (int i = 0; i < wrt.size(); i++) {
      int at = position(wrt.get(i));
      var to = numbers(point.get(at)).clone();
      var by = numbers(direction.get(i));
      for (int k = 0; k < to.length; k++) {
        to[k] += step * by[k];
      }
      moved.set(at, like(point.get(at), to));
    }
    return moved;
  }

  private int position(Variable parameter) {
    return program.function(function).parameters().indexOf(parameter);
  }

  private List<Value> direction(List<Variable> wrt) {
    return wrt.stream()
        .map(parameter -> {
          var value = point.get(position(parameter));
          var numbers = new double[numbers(value).length];
          Arrays.setAll(numbers, _ -> 2 * random.nextDouble() - 1);
          return like(value, numbers);
        })
        .toList();
  }

  static Value like(Value shape, double[] numbers) {
    return switch (shape) {
      case Value.Number _ -> Value.of(numbers[0]);
      case Value.Vector _ -> new Value.Vector(numbers);
      case Value.Matrix(int rows, int columns, _) -> new Value.Matrix(rows, columns, numbers);
      case Value.Truth _ -> throw new IllegalArgumentException("no number: " + shape);
    };
  }

  static double[] numbers(List<Value> values) {
    return values.stream().flatMapToDouble(v -> Arrays.stream(numbers(v))).toArray();
  }

  static double[] numbers(Value value) {
    return switch (value) {
      case Value.Number(double x) -> new double[] {x};
      case Value.Vector(var elements) -> elements;
      case Value.Matrix(_, _, var elements) -> elements;
      case Value.Truth _ -> throw new IllegalArgumentException("no number: " + value);
    };
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static List<Value> interpreted(Derivative derivative, List<Value> arguments) {
    try {
      return new Interpreter(derivative.program()).call(derivative.function(), arguments);
    } catch (RuntimeException failure) {
      throw new AssertionError(Programs.text(derivative), failure);
    }
  }

  private static List<Value> compiled(Derivative derivative, List<Value> arguments) {
    return Compiler.compile(derivative.program()).call(derivative.function(), arguments);
  }

  private String given() {
    var text = new StringBuilder();
    program.functions().forEach(f -> text.append('\n').append(Raising.text(f)));
    return text.toString();
  }

  private static void close(
      String what, double actual, double expected, double tolerance, Derivative derivative) {
    if (!(Math.abs(actual - expected) <= tolerance * (1 + Math.abs(expected)))) {
      fail("%s: %s, expected %s\n%s", what, actual, expected, Programs.text(derivative));
    }
  }
}
