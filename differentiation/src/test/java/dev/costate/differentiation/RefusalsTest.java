package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What cannot be differentiated is refused with its line, before anything is transformed, and all
 * of it at once.
 */
final class RefusalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "3 | a loop over an array   | function f(x):\\n    s = x\\n    for v in [1, 2]:\\n        s = s * v\\n    return s",
        "2 | an array               | function f(x):\\n    v = [x, 2*x]\\n    return v[1]",
        "2 | 'f' calls itself       | function f(x):\\n    return x if x < 1 else f(x/2)*x",
      })
  void theLineIsNamed(int line, String what, String text) {
    var program = Programs.of(text.replace("\\n", "\n") + "\n");
    var refusal =
        catchThrowableOfType(NotDifferentiable.class, () -> Differentiator.gradient(program, "f"));
    assertThat(refusal.diagnostics())
        .anySatisfy(d -> {
          assertThat(d.message()).contains(what);
          assertThat(d.place().line()).isEqualTo(line);
        });
  }

  @Test
  void everyReasonIsGivenAtOnce() {
    var program =
        Programs.of(
            """
            function f(x):
                y = x
                for z in [1, 2]:
                    y = y * z
                v = [x, y]
                return y * g(x)

            function g(x):
                return x if x < 1 else g(x/2)*x
            """);
    var refusal =
        catchThrowableOfType(NotDifferentiable.class, () -> Differentiator.gradient(program, "f"));
    assertThat(refusal.diagnostics().stream().map(d -> d.place().line())).contains(3, 5, 9);
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
