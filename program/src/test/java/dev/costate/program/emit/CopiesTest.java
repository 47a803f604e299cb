package dev.costate.program.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.costate.program.Programs;
import dev.costate.program.Routes;
import dev.costate.program.run.Value;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arrays behave as values, and are not copied where nobody can tell. */
class CopiesTest {
  private static final String FUNCTIONS =
      """
      function set(v, i, x):
          v[i] = x
          return v
      function same(v):
          n = length(v)
          return v
      function first(v): return v[1]
      function grow(v, w):
          push(v, w[1])
          push(w, v[1])
          return v, w
      """;

  private static String text(String body, Value... arguments) {
    return Routes.of(FUNCTIONS + "function f(v):\n" + body.indent(4))
        .text("f", arguments.length == 0 ? new Value[] {Value.vector(1, 2, 3)} : arguments);
  }

  @Test
  void aFunctionThatChangesItsParameterChangesNothingElse() {
    assertThat(text("w = set(v, 1, 9)\nreturn v - w")).isEqualTo("[-8, 0, 0]");
    assertThat(text("u = [1, 2, 3]\nw = set(u, 1, 9)\nreturn u - w - v*0")).isEqualTo("[-8, 0, 0]");
    assertThat(text("u = same(v)\nu[1] = 5\nreturn u - v")).isEqualTo("[4, 0, 0]");
    assertThat(text("u = same(v)\nw = same(u)\nw[1] = 5\nreturn u - w + v*0"))
        .isEqualTo("[-4, 0, 0]");
  }

  @Test
  void anArgumentThatIsOverwrittenMayBeChangedButNotIfItIsReadElsewhere() {
    assertThat(text("v = set(v, 1, 9)\nreturn v")).isEqualTo("[9, 2, 3]");
    assertThat(text("u = v * 1\nu = set(u, 1, 9) + u\nreturn u")).isEqualTo("[10, 4, 6]");
    assertThat(text("u = v * 1\nu = u + set(u, 1, 9)\nreturn u")).isEqualTo("[10, 4, 6]");
    assertThat(text("u = v * 1\nw = u\nu = set(u, 1, 9)\nreturn w")).isEqualTo("[1, 2, 3]");
    assertThat(text("u = v * 1\nfor x in u:\n    u = set(u, 2, x)\n    u = set(u, 3, 9)\nreturn u"))
        .isEqualTo("[1, 3, 9]");
    assertThat(text("u = v * 1\nu, n = set(u, 1, 9), first(u)\nreturn u * n"))
        .isEqualTo("[9, 2, 3]");
  }

  @Test
  void oneArrayPassedTwiceIsTwoArrays() {
    assertThat(text("a, b = grow(v, v)\nreturn [length(a), length(b), length(v)]"))
        .isEqualTo("[4, 4, 3]");
    assertThat(text("u = v * 1\nu, b = grow(u, u)\nreturn [length(u), length(b), length(v)]"))
        .isEqualTo("[4, 4, 3]");
  }

  @Test
  void aVariableReturnedTwiceIsTwoArrays() {
    var routes =
        Routes.of(
            """
            function twice(x):
                v = [x, x]
                w = v
                return v, w, v
            function f(x):
                a, b, c = twice(x)
                a[1] = 7
                b[1] = 8
                return a + b*10 + c*100
            """);
    assertThat(routes.text("f", Value.of(1))).isEqualTo("[187, 111]");
  }

  @Test
  void swappedArraysStayApart() {
    assertThat(text("a, b = v, v*2\na, b = b, a\na[1] = 50\nreturn a + b - v"))
        .isEqualTo("[50, 4, 6]");
    assertThat(
            text(
                "a = v*1\nb = a\nc = [0]\nb, c = c, b\npush(c, 1)\nreturn [length(a), length(b), length(c)]"))
        .isEqualTo("[3, 1, 4]");
  }

  @Test
  void conditionalArraysAreCopiedLikeVariables() {
    assertThat(text("w = v if length(v) > 1 else [0]\nw[1] = 9\nreturn w - v"))
        .isEqualTo("[8, 0, 0]");
  }

  @Test
  void theCallersValuesStayAsTheyAre() {
    var program = Compiler.compile(Programs.of(FUNCTIONS));
    var vector = Value.vector(1, 2);
    program.call("set", List.of(vector, Value.of(1), Value.of(9)));
    assertThat(vector).isEqualTo(Value.vector(1, 2));
  }

  /** A copy in each of the rounds would allocate 800 kB each time. */
  @Test
  void whatNobodyCanTellIsNotCopied() {
    var program =
        Compiler.compile(
            Programs.of(
                FUNCTIONS
                    + """
                    function rounds(n):
                        v = zeros(100000)
                        for i in 1..n:
                            v = set(v, i, i)
                            v[i] += first(v)
                        return v[n]
                    """));
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(program.call("rounds", List.of(Value.of(1000))).getFirst()).hasToString("1002");
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8_000_000);
  }
}
