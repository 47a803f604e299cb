package dev.costate.program.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costate.program.Program;
import dev.costate.program.Programs;
import dev.costate.program.Routes;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KernelTest {
  private static double[] evaluate(Kernel kernel, double... in) {
    var out = new double[kernel.outputs()];
    kernel.evaluate(in, out);
    return out;
  }

  @Test
  void oneAndSeveralResultsGoToTheOutput() {
    var program =
        Compiler.compile(
            Programs.of(
                """
                function f(x, y): return x^2 + y
                function g(x): return x, 2*x, 3*x
                function h(x):
                    a, b, c = g(x)
                    return a + b + c
                """));
    assertThat(evaluate(program.kernel("f"), 3, 1)).containsExactly(10);
    assertThat(evaluate(program.kernel("g"), 3)).containsExactly(3, 6, 9);
    assertThat(evaluate(program.kernel("h"), 3)).containsExactly(18);
    assertThat(program.kernel("f").inputs()).isEqualTo(2);
    assertThat(program.kernel("g").outputs()).isEqualTo(3);
  }

  @Test
  void aProgramWithoutFunctionsCompiles() {
    assertThat(Compiler.compile(Program.EMPTY).program()).isEqualTo(Program.EMPTY);
  }

  @Test
  void inputAndOutputMayBeOneArray() {
    var kernel = Compiler.compile(Programs.of("function f(x, y): return y, x\n")).kernel("f");
    double[] both = {1, 2};
    kernel.evaluate(both, both);
    assertThat(both).containsExactly(2, 1);
  }

  /** As many results as any function has: their places serve the calls inside too. */
  @Test
  void callsInsideMayReturnArraysAmongSeveralResults() {
    var kernel =
        Compiler.compile(
                Programs.of(
                    """
                    function pair(x): return [x, 2*x], [3*x]
                    function f(x):
                        a, b = pair(x)
                        return sum(a), b[1]
                    """))
            .kernel("f");
    assertThat(evaluate(kernel, 2)).containsExactly(6, 6);
  }

  @Test
  void arraysInsideANumericFunctionAreAllowed() {
    var kernel =
        Compiler.compile(
                Programs.of(
                    """
                    function f(n):
                        v = zeros(n)
                        for i in 1..n: v[i] = i^2
                        return sum(v)
                    """))
            .kernel("f");
    assertThat(evaluate(kernel, 4)).containsExactly(30);
  }

  @Test
  void aFailureIsThatOfTheProgram() {
    var kernel = Compiler.compile(Programs.of("function f(x): return [1, 2][x]\n")).kernel("f");
    assertThatThrownBy(() -> evaluate(kernel, 3))
        .isInstanceOf(ProgramFailure.class)
        .hasMessage("test.market:1:30: index 3 is outside 1..2");
  }

  @Test
  void twoHundredParametersWork() {
    var names =
        IntStream.rangeClosed(1, 200).mapToObj(i -> "x" + i).collect(Collectors.joining(", "));
    var sum =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> i + "*x" + i)
            .collect(Collectors.joining(" + "));
    var swapped =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> "x" + (201 - i))
            .collect(Collectors.joining(", "));
    var program =
        Programs.of(
            "function f("
                + names
                + "): return "
                + sum
                + "\n"
                + "function g("
                + names
                + "): return f("
                + swapped
                + ") - x1\n"
                + "function mixed(v, t, m, "
                + names
                + "):\n"
                + "    a = length(v) + rows(m) + (1 if t and true else 0)\n"
                + "    return a + f("
                + names
                + ")\n"
                + "function h(x): return mixed([1, x], x > 0, [[x]], "
                + names.replaceAll("x\\d+", "x")
                + ")\n");
    var in = IntStream.rangeClosed(1, 200).asDoubleStream().toArray();
    var compiled = Compiler.compile(program);
    assertThat(evaluate(compiled.kernel("f"), in)).containsExactly(2686700);
    assertThat(evaluate(compiled.kernel("g"), in)).containsExactly(1353399);
    assertThat(new Routes(program).text("h", Value.of(2))).isEqualTo("40204");
  }

  @Test
  void wrongSizesAndKindsAreRefused() {
    var program =
        Compiler.compile(Programs.of("function f(x): return x\nfunction g(v): return v[1]\n"));
    assertThatThrownBy(() -> program.kernel("f").evaluate(new double[0], new double[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'f' has 1 inputs and 1 outputs, not 0 and 1");
    assertThatThrownBy(() -> program.kernel("g"))
        .hasMessage("'g' is no function from numbers to numbers");
    assertThatThrownBy(() -> program.kernel("h")).hasMessage("no function 'h'");
    assertThatThrownBy(() -> program.call("g", java.util.List.of(Value.of(1))))
        .hasMessage("'v' of 'g' is a vector, not a number");
  }

  /** Allocation is counted for the thread by the JVM itself. */
  @Test
  void anEvaluationAllocatesNothing() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    var kernel =
        Compiler.compile(
                Programs.of(
                    """
                    function f(x, n):
                        s = 0
                        for i in 1..n:
                            if i == 3: continue
                            s += max(x, 1/i)^0.3 * g(x, i)
                        p, q = two(s, x)
                        return p, q
                    function g(x, y): return ln(x + y)
                    function two(x, y): return x*y, x + y
                    """))
            .kernel("f");
    double[] in = {1.5, 20};
    var out = new double[2];
    for (int i = 0; i < 100; i++) {
      kernel.evaluate(in, out);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1_000; i++) {
      kernel.evaluate(in, out);
    }
    long used = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(used).isLessThan(1_000);
  }
}
