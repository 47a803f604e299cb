package dev.costate.cli.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.costate.differentiation.Differentiator;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.program.Program;
import dev.costate.program.emit.Compiler;
import dev.costate.program.lower.Lowering;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TracingTest {
  private static final String FUNCTIONS =
      """
      function f(x):
          a = x^(1/2)
          b = 1 - 1/(a + 1)
          c = ln(b)
          return c

      function shared(x, y):
          u = x * y
          v = u + x^2
          w = max(u, v)
          return w*x + ln(v)

      function looped(x, n):
          s = x
          for i in 1..n:
              s = s*x + 1/i
          return s

      function nested(x, y):
          s = 0
          for i in 1..4:
              t = x
              for j in 1..i:
                  t = t * y / j
              s += t
          return s

      function branched(x):
          y = x
          if x > 1:
              y *= 2
          elif x > 0:
              y = y^3
          else:
              y = -y
          return y if y > 0.5 else 2*y

      function calling(x, y):
          t = shared(x^2, y) * x + f(y)
          if t > 0:
              t += looped(y, 3)
          p, q = two(t, x)
          return p + q*sin(x)

      function two(a, b):
          return a*b, a/b

      function updated(x):
          a = x
          b = x + a
          a, b = b, a
          a -= min(b, 3, a)
          return a * b^2

      function early(x):
          for i in 1..10:
              x = x * 1.5
              if x > 4:
                  return x^2
          return x

      function flat(x):
          return floor(x) * x

      function several(x):
          return x, 2*x
      """;

  private static Program program() {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("functions.market", FUNCTIONS), diagnostics);
    var program = Lowering.of(file.functions()).lower(diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    return program;
  }

  private static List<Value> values(double... point) {
    return Arrays.stream(point).mapToObj(Value::of).toList();
  }

  private static List<Double> gradient(Program program, String function, List<Value> point) {
    var derivative = Differentiator.gradient(program, function);
    return Compiler.compile(derivative.program()).call(derivative.function(), point).stream()
        .map(value -> ((Value.Number) value).value())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "f, 4", "shared, 2 5", "shared, -0.5 3", "looped, 1.1 4", "looped, 1.1 60", "nested, 0.7 1.3",
    "branched, 3", "branched, 0.9", "branched, 0.2", "branched, -4", "calling, 2 3",
        "calling, -1 3",
    "updated, 1.5", "updated, 9", "flat, 2.5"
  })
  void adjointsOfTheTraceAreTheCompiledGradient(String function, String at) {
    var program = program();
    var point = values(Arrays.stream(at.split(" ", -1)).mapToDouble(Double::parseDouble).toArray());
    var expected = gradient(program, function, point);
    var trace = Tracing.of(program, function, point);
    for (var drawn : List.of(trace, Folding.of(trace))) {
      var adjoints = drawn.adjoints();
      for (int i = 0; i < expected.size(); i++) {
        double size = Math.max(1, Math.abs(expected.get(i)));
        assertThat(adjoints.get(i)[0])
            .as("%s(%s), parameter %d", function, at, i)
            .isCloseTo(expected.get(i), within(1e-12 * size));
      }
    }
  }

  @Test
  void aReturnInsideALoopEndsTheTrace() {
    var trace = Tracing.of(program(), "early", values(1));
    assertThat(trace.adjoints().getFirst()[0]).isCloseTo(2 * Math.pow(1.5, 8), within(1e-12));
  }

  @Test
  void aLongLoopIsFoldedAndAShortOneIsNot() {
    var program = program();
    var longer = Tracing.of(program, "looped", values(1.01, 60));
    assertThat(longer.steps()).hasSize(62);
    assertThat(Folding.of(longer).steps()).hasSize(4);
    var shorter = Tracing.of(program, "looped", values(1.01, 5));
    assertThat(Folding.of(shorter).steps()).hasSize(7);
  }

  @Test
  void arrowsCarryTheDerivativesOfTheirLines() {
    var trace = Tracing.of(program(), "f", values(4));
    assertThat(trace.steps()).extracting(Trace.Step::name).containsExactly("x", "a", "b", "c");
    assertThat(trace.steps().stream().flatMap(s -> s.arrows().stream()))
        .extracting(Trace.Arrow::partial)
        .containsExactly("1/2 * x^(-1/2)", "1/(a + 1)^2", "1/b");
  }

  @Test
  void aPictureHasOneResult() {
    assertThatThrownBy(() -> Tracing.of(program(), "several", values(1)))
        .isInstanceOf(ProgramFailure.class)
        .hasMessageContaining("'several' has 2 results");
  }
}
