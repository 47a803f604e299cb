package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.program.Function;
import dev.costate.program.Program;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program that holds derivatives already, of the same functions, is a program like any other. */
final class DerivativesInTheProgramTest {
  private static final String CALLS =
      """
      function g(x, y): return x^2 * y
      function f(x, y): return g(x, y) + g(y, x)
      """;

  private static final String RECURSION =
      """
      function f(x, n):
          if n <= 0: return x
          return x * f(x, n - 1)
      """;

  @Test
  void aTangentThatIsThereServesTheJacobian() {
    var program = Differentiator.tangent(Programs.of(CALLS), "f", List.of()).program();
    var jacobian = Differentiator.jacobian(program, "f", List.of());
    assertThat(names(jacobian.program()))
        .contains("f_tangent", "g_tangent")
        .doesNotContain("g_tangent_");
    var hessian = Differentiator.hessian(jacobian.program(), "f", List.of());
    assertThat(names(hessian.program())).doesNotHaveDuplicates();
  }

  @Test
  void theTangentOfARecursionCanBeMadeTwice() {
    var program = Differentiator.tangent(Programs.of(RECURSION), "f", List.of()).program();
    var again = Differentiator.tangent(program, "f", List.of());
    assertThat(Programs.call(again.program(), again.function(), 2, 3, 1)).containsExactly(32);
  }

  @Test
  void everyDerivativeCanBeMadeInOneProgram() {
    for (var text : List.of(CALLS, RECURSION)) {
      var program = Programs.of(text);
      for (int round = 0; round < 2; round++) {
        program = Differentiator.gradient(program, "f").program();
        program = Differentiator.pullback(program, "f", List.of()).program();
        program = Differentiator.tangent(program, "f", List.of()).program();
        program = Differentiator.jacobian(program, "f", List.of()).program();
        program = Differentiator.hessian(program, "f", List.of()).program();
      }
      assertThat(Programs.call(program, "f", 2, 3)).hasSize(1);
    }
  }

  private static List<String> names(Program program) {
    return program.functions().stream().map(Function::name).toList();
  }
}
