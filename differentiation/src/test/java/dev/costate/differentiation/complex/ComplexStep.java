package dev.costate.differentiation.complex;

import dev.costate.differentiation.complex.ComplexOperations.Rows;
import dev.costate.program.Program;
import dev.costate.program.run.Value;
import dev.costate.runtime.DeepStack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Derivatives of a program's functions by running them with complex numbers. */
public final class ComplexStep {
  /** So small that its square is nothing beside any number of a test. */
  private static final double STEP = 1e-30;

  private ComplexStep() {}

  /**
   * The derivative of a number that a function returns with respect to one element of an argument.
   *
   * @param program without gradients in its code
   * @param element flattened row by row; of a number 0
   */
  public static double partial(
      Program program, String function, List<Value> point, int argument, int element) {
    return partials(program, function, point, argument, element)[0];
  }

  /** The same of all elements that a function returns. */
  public static double[] partials(
      Program program, String function, List<Value> point, int argument, int element) {
    var arguments = new ArrayList<Object>();
    for (int i = 0; i < point.size(); i++) {
      arguments.add(complex(point.get(i), i == argument ? element : -1));
    }
    return DeepStack.call(() -> new ComplexRun(program).call(function, arguments)).stream()
        .flatMap(
            value -> value instanceof Rows rows ? rows.all().stream() : Stream.of((Complex) value))
        .mapToDouble(x -> x.imaginary() / STEP)
        .toArray();
  }

  private static Object complex(Value value, int moved) {
    return switch (value) {
      case Value.Number(double x) -> number(x, moved == 0);
      case Value.Truth(boolean truth) -> truth;
      case Value.Vector(var elements) -> Rows.vector(row(elements, 0, elements.length, moved));
      case Value.Matrix(int rows, int columns, var elements) -> {
        var all = new Complex[rows][];
        Arrays.setAll(all, i -> row(elements, i * columns, columns, moved));
        yield new Rows(all, columns);
      }
    };
  }

  private static Complex[] row(double[] elements, int from, int length, int moved) {
    var row = new Complex[length];
    Arrays.setAll(row, i -> number(elements[from + i], from + i == moved));
    return row;
  }

  private static Complex number(double x, boolean isMoved) {
    return new Complex(x, isMoved ? STEP : 0);
  }
}
