package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What cannot be differentiated is refused with its line, before anything is transformed, and all
 * of it at once.
 */
final class RefusalsTest {
  @Test
  void whatReachesARangeThroughACallIsAnInteger() {
    var program =
        Programs.of(
            """
            function total(x, n):
                s = 0
                for i in 1..n: s += x
                return s

            function f(x): return total(x, x + 1)
            """);
    var refusal =
        catchThrowableOfType(
            NotDifferentiable.class, () -> Differentiator.gradient(program, "f", List.of("x")));
    assertThat(refusal).hasMessageContaining("'x' of 'f' is an integer");
    assertThat(refusal.diagnostics().getFirst().place().line()).isEqualTo(6);
  }

  @Test
  void anIntegerIsNotDifferentiated() {
    var program =
        Programs.of(
            """
            function f(x, n):
                s = x
                for i in 1..n:
                    s = s * x
                return s
            """);
    assertThat(Differentiator.gradient(program, "f").wrt())
        .extracting(v -> v.name())
        .containsExactly("x");
    assertThatThrownBy(() -> Differentiator.gradient(program, "f", List.of("n")))
        .isInstanceOf(NotDifferentiable.class)
        .hasMessageContaining("'n' of 'f' is an integer");
  }

  @Test
  void theTangentOfARecursionIsARecursion() {
    var program =
        Programs.of(
            """
            function power(x, n):
                return 1 if n <= 0 else x * even(x, n - 1)

            function even(x, n): return power(x, n)
            """);
    var tangent = Differentiator.tangent(program, "power", List.of("x"));
    assertThat(Programs.call(tangent.program(), tangent.function(), 2, 5, 1)).containsExactly(80);
  }

  @Test
  void nothingToDifferentiateIsAnError() {
    var program = Programs.of("function f(x): return floor(x)\n");
    assertThatThrownBy(() -> Differentiator.gradient(program, "f"))
        .hasMessageContaining("nothing to differentiate");
  }
}
