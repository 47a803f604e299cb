package dev.costate.program.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.program.Routes;
import org.junit.jupiter.api.Test;

/** Programs as deep as the language allows run on every route. */
class NestingTest {
  private static final int DEEP = 990;

  @Test
  void bracketsNestDeep() {
    var text = "function f(x): return " + "(1 + ".repeat(DEEP) + "x" + ")".repeat(DEEP) + "\n";
    assertThat(Routes.of(text).text("f", Value.of(0))).isEqualTo("990");
  }

  @Test
  void callsNestDeepInAnExpression() {
    var text =
        "function g(x): return x + 1\nfunction f(x): return "
            + "g(".repeat(DEEP)
            + "x"
            + ")".repeat(DEEP)
            + "\n";
    assertThat(Routes.of(text).text("f", Value.of(0))).isEqualTo("990");
  }

  @Test
  void blocksNestDeep() {
    var text = new StringBuilder("function f(x):\n    s = 0\n");
    for (int i = 1; i <= DEEP - 1; i++) {
      text.append(" ".repeat(i + 3)).append("if x > ").append(i).append(":\n");
    }
    text.append(" ".repeat(DEEP + 3)).append("s = 7\n    return s\n");
    var routes = Routes.of(text.toString());
    assertThat(routes.text("f", Value.of(1000))).isEqualTo("7");
    assertThat(routes.text("f", Value.of(900))).isEqualTo("0");
  }

  @Test
  void branchesAreMany() {
    var text = new StringBuilder("function f(x):\n    if x == 0: return 0\n");
    for (int i = 1; i <= 2_000; i++) {
      text.append("    elif x == ").append(i).append(": return ").append(2 * i).append('\n');
    }
    text.append("    else: return -1\n");
    var routes = Routes.of(text.toString());
    assertThat(routes.text("f", Value.of(1999))).isEqualTo("3998");
    assertThat(routes.text("f", Value.of(0.5))).isEqualTo("-1");
  }

  @Test
  void chainsOfOperatorsAreLong() {
    var text = "function f(x): return x" + " + 1".repeat(9_000) + "\n";
    assertThat(Routes.of(text).text("f", Value.of(0))).isEqualTo("9000");
  }
}
