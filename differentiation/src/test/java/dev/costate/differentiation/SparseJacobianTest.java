package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.differentiation.complex.ComplexStep;
import dev.costate.differentiation.jacobian.Sparsity;
import dev.costate.program.Verifier;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Jacobians of random functions with bands, recurrences, branches and jumps out of loops, element
 * by element against complex steps: no zero is wrong.
 */
final class SparseJacobianTest {
  private static final int FUNCTIONS = 400;

  /** At least so many must be found sparse, for the test to say something. */
  private static final int SPARSE = 40;

  private static final double ROUNDING = 1e-10;
  private static final int LENGTH = 7;

  private final Random random = new Random(20);

  @Test
  void jacobiansOfRandomFunctionsAreThoseOfComplexSteps() {
    int sparse = 0;
    for (int n = 0; n < FUNCTIONS; n++) {
      var text = function();
      var program = Programs.of(text);
      var jacobian = Differentiator.jacobian(program, "f", List.of("v", "u"));
      assertThat(Verifier.checkRunnable(jacobian.program())).as(text).isEmpty();
      var f = program.function("f");
      sparse += Sparsity.of(f, f.parameters()).isPresent() ? 1 : 0;
      List<Value> point = List.of(array(), array());
      var matrix =
          Routes.numbers(new Interpreter(jacobian.program()).call(jacobian.function(), point));
      for (int argument = 0; argument < 2; argument++) {
        for (int k = 0; k < LENGTH; k++) {
          var column = ComplexStep.partials(program, "f", point, argument, k);
          for (int row = 0; row < column.length; row++) {
            double actual = matrix[row * 2 * LENGTH + argument * LENGTH + k];
            assertThat(actual)
                .as("row %d, column %d of %d\n%s", row + 1, k + 1, argument, text)
                .isCloseTo(column[row], within(ROUNDING * (1 + Math.abs(column[row]))));
          }
        }
      }
    }
    assertThat(sparse).isGreaterThanOrEqualTo(SPARSE);
  }

  private Value array() {
    return new Value.Vector(random.doubles(LENGTH, 0.5, 1.5).toArray());
  }

  private String function() {
    var text = new StringBuilder("function f(v, u):\n    w = v*0 + u*0\n    t = 1\n    s = 1\n");
    for (int loop = 0; loop <= random.nextInt(3); loop++) {
      text.append(
          pick(
              "    for i in 2..length(v) - 1:\n",
              "    for i in length(v) - 1..2 step -1:\n",
              "    for i in 2..length(v) - 1:\n"));
      for (int line = 0; line <= random.nextInt(3); line++) {
        text.append(line(8));
      }
      if (random.nextInt(3) == 0) {
        text.append("        if %s > 1.2:\n%s".formatted(read(), line(12)));
        text.append(pick("", "            continue\n", "            break\n"));
      }
      text.append(line(8));
    }
    text.append(pick("", "    w[1] = v[1] * u[2]\n", "    w = w + v\n", "    w[2] = t\n"));
    return text.append("    return w\n").toString();
  }

  private String line(int indent) {
    var value = pick("%s * %s", "sin(%s) + %s", "%s + 2*%s").formatted(read(), read());
    return " ".repeat(indent)
        + switch (random.nextInt(10)) {
          case 0 -> "t = " + value;
          case 1 -> "s = " + read();
          case 2 -> "v[i] = " + read();
          case 3 -> "w[i], t = %s, %s".formatted(read(), read());
          case 4 -> "w[i - 1] = " + value;
          case 5 -> "w[i] += " + read();
          default -> "w[i] = " + value;
        }
        + "\n";
  }

  private String read() {
    return pick(
        "v[i]", "v[i - 1]", "v[i + 1]", "u[i]", "u[i + 1]", "v[i]", "t", "0.5", "w[i]", "u[i]");
  }

  private String pick(String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
