package dev.costate.program.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costate.program.Programs;
import dev.costate.program.Routes;
import dev.costate.program.emit.Compiler;
import dev.costate.runtime.Depth;
import org.junit.jupiter.api.Test;

class RecursionTest {
  private static final String COUNT =
      """
      function count(n):
          if n <= 1: return 1
          return 1 + count(n - 1)
      """;

  @Test
  void tenThousandNestedCallsWork() {
    assertThat(Routes.of(COUNT).text("count", Value.of(10_000))).isEqualTo("10000");
  }

  @Test
  void callsNestToTheLimitAndNoDeeper() {
    var routes = Routes.of(COUNT);
    assertThat(routes.text("count", Value.of(Depth.LIMIT))).isEqualTo("20000");
    var failure = routes.failure("count", Value.of(Depth.LIMIT + 1));
    assertThat(failure.diagnostic().message()).isEqualTo("calls nest deeper than 20000");
    assertThat(failure.place().text()).isEqualTo("count(n - 1)");
    assertThat(failure.place().line()).isEqualTo(3);
  }

  @Test
  void endlessRecursionIsAFailure() {
    var routes = Routes.of("function f(x): return g(x) + 1\nfunction g(x): return f(x)\n");
    assertThat(routes.failure("f", Value.of(1)).diagnostic().message())
        .isEqualTo("calls nest deeper than 20000");
  }

  @Test
  void mutualRecursionWithArraysAndSeveralResultsNestsDeep() {
    var routes =
        Routes.of(
            """
            function down(n, v):
                if n == 0: return sum(v), v
                push(v, n)
                s, w = over(n, v)
                return s, w
            function over(n, v):
                v[1] += 1
                return down(n - 1, v)
            """);
    assertThat(routes.call("down", Value.of(300), Value.vector(1)).getFirst()).hasToString("45451");
  }

  @Test
  void aLongChainOfDifferentFunctionsNestsDeep() {
    var text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      text.append("function f").append(i).append("(x): return f").append(i + 1).append("(x) + 1\n");
    }
    text.append("function f3000(x): return x\n");
    assertThat(Routes.of(text.toString()).text("f0", Value.of(0))).isEqualTo("3000");
  }

  @Test
  void bigFramesNestDeep() {
    var text = new StringBuilder("function f(n, x):\n    if n == 0: return x\n    a0 = x\n");
    for (int i = 1; i <= 300; i++) {
      text.append("    a").append(i).append(" = a").append(i - 1).append(" + n\n");
    }
    text.append("    b = f(n - 1, x)\n    s = b\n");
    for (int i = 0; i <= 300; i++) {
      text.append("    s += a").append(i).append("*0.001\n");
    }
    text.append("    return s\n");
    Routes.of(text.toString()).call("f", Value.of(10_000), Value.of(1));
  }

  @Test
  void aKernelOfARecursiveFunctionNestsDeep() {
    var kernel = Compiler.compile(Programs.of(COUNT)).kernel("count");
    var out = new double[1];
    kernel.evaluate(new double[] {10_000}, out);
    assertThat(out).containsExactly(10_000);
    assertThatThrownBy(() -> kernel.evaluate(new double[] {20_001}, out))
        .isInstanceOf(ProgramFailure.class)
        .hasMessage("test.market:3:16: calls nest deeper than 20000");
  }
}
