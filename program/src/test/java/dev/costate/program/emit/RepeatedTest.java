package dev.costate.program.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.program.Programs;
import dev.costate.program.Routes;
import dev.costate.program.run.Value;
import org.junit.jupiter.api.Test;

/** A slow call whose value is at hand is not made again, and one whose value has changed is. */
class RepeatedTest {
  private static String text(String body) {
    return Routes.of("function f(x, y):\n" + body.indent(4))
        .text("f", Value.of(0.3), Value.of(0.7));
  }

  private static int calls(String body) {
    var function = Programs.of("function f(x, y):\n" + body.indent(4)).function("f");
    return Repeated.in(function.body()).size();
  }

  @Test
  void equalSlowCallsAreFoundWhereverTheyStand() {
    assertThat(calls("return exp(x * y) + 2 * exp(x * y)")).isEqualTo(1);
    assertThat(calls("a = sin(x)\nif x > y: a = sin(x)\nreturn a")).isEqualTo(1);
    assertThat(calls("return exp(x) + exp(y) + sqrt(x) + sqrt(x) + x^2 + x^2")).isZero();
  }

  @Test
  void aVariableThatIsWrittenBetweenMakesANewValue() {
    assertThat(text("a = sin(x)\nx = 2\nreturn sin(x) - sin(2) + 0 * a")).isEqualTo("0");
    assertThat(text("a = sin(x)\nx, y = y, x\nreturn sin(y) - a")).isEqualTo("0");
    assertThat(text("v = [x, y]\na = sin(v[1])\nv[1] = 2\nreturn sin(v[1]) - sin(2) + 0 * a"))
        .isEqualTo("0");
    assertThat(text("v = [x]\na = sin(length(v))\npush(v, 1)\nreturn sin(length(v)) - sin(2)"))
        .isEqualTo("0");
  }

  @Test
  void aValueOfABranchIsNotAtHandBehindIt() {
    assertThat(text("if x > y:\n    a = sin(x)\nelse:\n    a = 1\nreturn sin(x) - a"))
        .isEqualTo(text("return sin(x) - 1"));
    assertThat(text("a = exp(y) if x > y else exp(x)\nreturn exp(y) - exp(x) + 0 * a"))
        .isEqualTo(text("return exp(y) - exp(x)"));
    assertThat(text("a = 1\nif x > y and cos(x) > 0: a = 2\nreturn cos(x) * a"))
        .isEqualTo(text("return cos(x)"));
    assertThat(text("a = 1\nif x < y or cos(x) > 0: a = 2\nreturn cos(x) * a"))
        .isEqualTo(text("return cos(x) * 2"));
  }

  @Test
  void aLoopComputesAgainWhatItChanges() {
    assertThat(text("s = sin(x)\nfor i in 1..2:\n    s += sin(x)\n    x += 1\nreturn s"))
        .isEqualTo(text("return sin(x) + sin(x) + sin(x + 1)"));
    assertThat(text("s = 0\nfor i in 1..2: s += sin(i) + sin(i)\nreturn s"))
        .isEqualTo(text("return sin(1) + sin(1) + sin(2) + sin(2)"));
    assertThat(text("s = 0\nwhile sin(x) < 0.9:\n    s += sin(x)\n    x += 0.5\nreturn s + sin(x)"))
        .isEqualTo(text("return 0 + sin(x) + sin(x + 0.5) + sin(x + 0.5 + 0.5)"));
    assertThat(text("s = 0\nfor e in [1, 2]: s += sin(e) + sin(e)\nreturn s"))
        .isEqualTo(text("return sin(1) + sin(1) + sin(2) + sin(2)"));
  }
}
