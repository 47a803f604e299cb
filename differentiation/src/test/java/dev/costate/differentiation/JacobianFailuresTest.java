package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costate.program.run.Interpreter;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JacobianFailuresTest {
  /** Its Jacobian has ten thousand million elements. */
  private static final int TOO_LONG = 100_000;

  @Test
  void aMatrixThatIsTooLargeIsReportedWhereTheFunctionBegins() {
    var program =
        Programs.of(
            """
            # Every element depends on every other.

            function f(v):
                w = zeros(length(v))
                s = sum(v)
                for i in 1..length(v): w[i] = v[1]*v[i] + s
                return w
            """);
    var jacobian = Differentiator.jacobian(program, "f", List.of());
    var interpreter = new Interpreter(jacobian.program());
    var point = List.<Value>of(new Value.Vector(new double[TOO_LONG]));
    // the line of 'function f', not that of a generated line
    assertThatThrownBy(() -> interpreter.call(jacobian.function(), point))
        .isInstanceOf(ProgramFailure.class)
        .hasMessageContaining("test.market:3:");
  }
}
