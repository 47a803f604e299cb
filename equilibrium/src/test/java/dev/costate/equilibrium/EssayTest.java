package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.costate.differentiation.Differentiator;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.program.lower.Lowering;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The essay's supply chain: prices are what backpropagation computes. */
class EssayTest {
  private static final double EXACT = 1e-12;
  private static final String CHAIN = Market.example("tupperware");

  private static void assertPrices(Equilibrium found, double scale) {
    assertThat(found.good("natgas").price()).isCloseTo(scale / 24, offset(EXACT * scale));
    assertThat(found.good("ethylene").price()).isCloseTo(scale / 6, offset(EXACT * scale));
    assertThat(found.good("polyethylene").price()).isCloseTo(1.5 * scale, offset(EXACT * scale));
    assertThat(found.good("tupperware").price()).isEqualTo(scale);
  }

  @Test
  void thePricesAreTheDerivativesOfTheEssay() {
    var found = Market.solved(CHAIN);
    assertPrices(found, 1);
    assertThat(found.residual()).isLessThan(1e-14);
  }

  @Test
  void theyEqualTheGeneratedDerivativeOfTheComposedFunction() {
    var text =
        """
        function f(x):
            a = x^(1/2)
            b = 1 - 1/(a + 1)
            c = ln(b)
            return c
        """;
    var file = Parser.parse(Source.of("f.market", text), new Diagnostics());
    var program = Lowering.of(file.functions()).lower(new Diagnostics());
    var derivative = Differentiator.gradient(program, "f");
    var value =
        new Interpreter(derivative.program())
            .call(derivative.function(), List.of(Value.of(4)))
            .getFirst();
    assertThat(((Value.Number) value).value())
        .isCloseTo(Market.solved(CHAIN).good("natgas").price(), offset(EXACT));
  }

  @Test
  void aFixedPriceOfGasGivesTheSameNumbersBack() {
    var found = Market.solved(CHAIN.replace("natgas: supply 4", "natgas: price 1/24"));
    assertPrices(found, 1);
    assertThat(found.firm("A").inputs().get("natgas")).isCloseTo(4, offset(4e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {7, 1e-6, 1e6})
  void everyPriceIsTheFinalPriceTimesItsDerivative(double price) {
    var found = Market.solved(CHAIN, "tupperware.price=" + price);
    assertPrices(found, price);
    assertPrices(found.in("tupperware"), 1);
  }

  @Test
  void theMoulderBuysTupperware() {
    var found = Market.solved(CHAIN);
    assertThat(found.firm("C").outputs().get("tupperware"))
        .isCloseTo(Math.log(2.0 / 3), offset(EXACT));
    assertThat(found.good("tupperware").used()).isCloseTo(-Math.log(2.0 / 3), offset(EXACT));
    assertThat(found.good("tupperware").made()).isZero();
  }
}
