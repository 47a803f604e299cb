package dev.costate.verification.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is timed is right: generated gradients, those by hand and those of the library are equal.
 */
final class WorkloadTest {
  private static final double ROUNDING = 1e-9;
  private static final double DIFFERENCES = 1e-4;

  static Iterable<String> names() {
    return Workload.NAMES;
  }

  private static double[] generated(String name) {
    var workload = Workload.of(name);
    var gradient = workload.gradient();
    return Workload.compiled(gradient.program())
        .call(gradient.function(), workload.arguments())
        .stream()
        .flatMapToDouble(WorkloadTest::numbers)
        .toArray();
  }

  private static DoubleStream numbers(Value partial) {
    return switch (partial) {
      case Value.Number(double number) -> DoubleStream.of(number);
      case Value.Vector(var elements) -> Arrays.stream(elements);
      case Value.Matrix(_, _, var elements) -> Arrays.stream(elements);
      case Value.Truth _ -> throw new IllegalStateException("no number");
    };
  }

  private static void assertEqual(double[][] partials, double[] expected) {
    var found = Arrays.stream(partials).flatMapToDouble(Arrays::stream).toArray();
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(found).containsExactly(expected, within(ROUNDING * largest));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aStepAlongOnePartialChangesTheFunctionByIt(String name) {
    var workload = Workload.of(name);
    var wrt = workload.gradient().wrt().getFirst();
    var program = workload.program();
    int at = program.function(workload.function()).parameters().indexOf(wrt);
    var compiled = Workload.compiled(program);
    double step = 1e-5;
    var values = new double[2];
    for (int side = 0; side < 2; side++) {
      var arguments = new ArrayList<>(workload.arguments());
      arguments.set(at, moved(arguments.get(at), side == 0 ? step : -step));
      var result = compiled.call(workload.function(), arguments).getFirst();
      values[side] = ((Value.Number) result).value();
    }
    double slope = (values[0] - values[1]) / (2 * step);
    assertThat(generated(name)[0]).isCloseTo(slope, within(DIFFERENCES * (1 + Math.abs(slope))));
  }

  private static Value moved(Value value, double step) {
    return switch (value) {
      case Value.Number(double number) -> Value.of(number + step);
      case Value.Vector(var elements) -> {
        elements[0] += step;
        yield new Value.Vector(elements);
      }
      case Value.Matrix(int rows, int columns, var elements) -> {
        elements[0] += step;
        yield new Value.Matrix(rows, columns, elements);
      }
      case Value.Truth _ -> value;
    };
  }

  @ParameterizedTest
  @MethodSource("names")
  void theGradientByHandIsTheGeneratedOne(String name) {
    assertEqual(ByHand.of(Workload.of(name)).gradient(), generated(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void theGradientOfTheLibraryIsTheGeneratedOne(String name) {
    var smaller = Workload.forHipparchus(name);
    assertEqual(ByHipparchus.of(Workload.of(smaller)).gradient(), generated(smaller));
  }
}
