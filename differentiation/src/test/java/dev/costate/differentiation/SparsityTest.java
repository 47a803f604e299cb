package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.differentiation.jacobian.Sparsity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known about who depends on whom, and that what is not known is not used. */
final class SparsityTest {
  /** A body between {@code w = zeros(length(v))} and {@code return w}, and the offsets of v. */
  record Known(String body, List<Integer> offsets) {}

  private static String function(String body) {
    return "function g(x): return x^2 + 1\n\nfunction h(v): return v\n\n"
        + "function f(v, n):\n    w = zeros(length(v))\n"
        + body.indent(4)
        + "    return w\n";
  }

  static List<Known> known() {
    return List.of(
        new Known("for i in 1..n:\n    w[i] = sin(v[i])", List.of(0)),
        new Known("for i in 2..n - 1:\n    w[i] = v[i - 1] * v[i + 1]", List.of(-1, 1)),
        new Known("for i in n..2 step -1:\n    w[i - 1] = v[i]", List.of(1)),
        new Known("for i in 1..n - 2:\n    w[i + 2] = g(v[1 + i])", List.of(-1)),
        new Known("for i in 1..n:\n    t = v[i]^2\n    w[i] = t + exp(t)", List.of(0)),
        new Known("for i in 1..n:\n    w[i] = v[i] if v[n] > 0 else 2", List.of(0)),
        new Known(
            "for i in 2..n:\n    if v[i] > v[1]:\n        w[i] = v[i]\n    else:\n        w[i] = v[i - 1]",
            List.of(-1, 0)),
        new Known("w = v * 2\nw[1] = v[1] - v[2]\nw[n] = v[n] - v[n - 1]", List.of(-1, 0, 1)),
        new Known("w = v * n + v / 2", List.of(0)),
        new Known(
            "u = v\nfor i in 2..n:\n    u[i] = v[i - 1]\nfor i in 2..n:\n    w[i] = u[i - 1]",
            List.of(-2, -1)),
        new Known("i = 1\nwhile i <= n:\n    w[i] = v[i]\n    i += 1", List.of(0)),
        new Known("w = [v[2], v[3], 1] * n", List.of(1)),
        new Known(
            "for i in 1..n:\n    s = 0\n    for k in 1..3:\n        s += v[i] * k\n    w[i] = s",
            List.of(0)),
        new Known("for i in 1..n:\n    w[i] = floor(v[1]) * v[i]", List.of(0)),
        new Known("for i in 2..n:\n    w[i], w[i - 1] = v[i], v[i]", List.of(0, 1)),
        new Known("for i in 1..n:\n    w[i] = 2", List.of()));
  }

  @ParameterizedTest
  @MethodSource("known")
  void offsetsAreSeenInTheCode(Known of) {
    var program = Programs.of(function(of.body()));
    var f = program.function("f");
    var offsets = Sparsity.of(f, List.of(f.parameters().getFirst())).orElseThrow();
    assertThat(offsets.get(f.parameters().getFirst())).containsExactlyElementsOf(of.offsets());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i in 1..n:\n    w[i] = v[n + 1 - i]",
        "for i in 1..n:\n    w[i] = v[2 * i - i]",
        "s = 0\nfor i in 1..n:\n    s += v[i]\n    w[i] = s",
        "p = 0\nfor i in 1..n:\n    w[i] = p\n    p = v[i]",
        "for i in 2..n:\n    v[i] = v[i - 1] * v[i]\nw = v",
        "w = w + v * sum(v)",
        "w = v * v[1]",
        "w[1] = v[2]",
        "w = h(v)",
        "for x in v:\n    w[1] += x",
        "u = []\nfor x in v:\n    push(u, x)\nw = u",
        "u = v\nfor i in 1..n:\n    w[i] = pop(u)",
        "for i in 1..n:\n    for k in 1..n:\n        w[i] += v[k]",
        "i = 1\nwhile i <= n:\n    t = v[i]\n    i += 1\n    w[i - 1] = t",
        "t = v[1]\nfor i in 1..n:\n    if i > 1:\n        t = v[i]\n    w[i] = t",
        "t = 0\nfor i in 1..n:\n    w[i] = t\n    if i == 2: continue\n    t = v[i]",
        "t = 0\nfor i in 1..n:\n    t = v[i]\n    if t > 2: break\nfor i in 1..n:\n    w[i] = t",
        "i = 1\nt = v[1]\nwhile i < n:\n    i, t = i + 1, v[i]\n    w[i] = t",
        "m = [v, v]\nfor i in 1..n:\n    w[i] = m[1, i]",
        "for i in 1..n:\n    w[i] = max(v) - v[i]",
      })
  void whatIsNotSeenIsDense(String body) {
    var program = Programs.of(function(body));
    var f = program.function("f");
    assertThat(Sparsity.of(f, List.of(f.parameters().getFirst()))).isEmpty();
  }

  @Test
  void aBandTakesAsManySweepsAsItIsWide() {
    var program = Programs.of(function("for i in 2..n - 1:\n    w[i] = v[i - 1]*v[i] + v[i + 1]"));
    var text = Programs.text(Differentiator.jacobian(program, "f", List.of()));
    assertThat(text).contains("in 1..min(3, length(v))").doesNotContain("pullback");
  }
}
