package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.differentiation.complex.ComplexStep;
import dev.costate.program.run.Interpreter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The adjoint of each function of the corpus is what a complex step gives, to rounding; kinks
 * follow the same convention there, since choices are made by real parts.
 */
final class ComplexStepTest {
  private static final double ROUNDING = 1e-12;

  static List<CorpusTest.Case> cases() throws IOException {
    return CorpusTest.cases();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theAdjointIsTheComplexStep(CorpusTest.Case of) {
    var program = Differentiator.runnable(Programs.of(of.code()));
    var point = of.point(program);
    var gradient = Differentiator.gradient(program, of.function());
    var partials = new Interpreter(gradient.program()).call(gradient.function(), point);
    var numbers = Routes.numbers(partials);
    double size = 1 + Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    for (int i = 0; i < partials.size(); i++) {
      int argument = program.function(of.function()).parameters().indexOf(gradient.wrt().get(i));
      var elements = Routes.numbers(partials.get(i));
      for (int k = 0; k < elements.length; k++) {
        assertThat(elements[k])
            .as("partial %d of %s\n%s", k, gradient.wrt().get(i), Programs.text(gradient))
            .isCloseTo(
                ComplexStep.partial(program, of.function(), point, argument, k),
                within(ROUNDING * size));
      }
    }
  }
}
