package dev.costate.verification.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.program.run.Value;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
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
    var partial =
        Workload.compiled(gradient.program())
            .call(gradient.function(), workload.arguments())
            .getFirst();
    return switch (partial) {
      case Value.Number(double number) -> new double[] {number};
      case Value.Vector(var elements) -> elements;
      case Value.Matrix(_, _, var elements) -> elements;
      case Value.Truth _ -> throw new IllegalStateException("no number");
    };
  }

  private static double[] vector(String name, int argument) {
    return ((Value.Vector) Workload.of(name).arguments().get(argument)).elements();
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

  @Test
  void logSumExp() {
    assertThat(ByHand.logSumExp(vector("log-sum-exp", 0)))
        .containsExactly(generated("log-sum-exp"), within(ROUNDING));
  }

  @Test
  void leastSquares() {
    var c = vector("least-squares", 0);
    var x = vector("least-squares", 1);
    var y = vector("least-squares", 2);
    var expected = generated("least-squares");
    assertThat(ByHand.leastSquares(c, x, y)).containsExactly(expected, within(1e-6));
    assertThat(ByHipparchus.leastSquares(c, x, y)).containsExactly(expected, within(1e-6));
  }

  @Test
  void lstm() {
    var w = vector("lstm", 0);
    var x = vector("lstm", 1);
    var expected = generated("lstm");
    assertThat(ByHand.lstm(w, x)).containsExactly(expected, within(1e-8));
    assertThat(ByHipparchus.lstm(w, x)).containsExactly(expected, within(1e-8));
  }
}
