package dev.costate.equilibrium;

import static dev.costate.equilibrium.Markets.economy;
import static dev.costate.equilibrium.Markets.example;
import static dev.costate.equilibrium.Markets.solved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The essay's supply chain. */
final class EssayMarketTest {
  private static final double EXACT = 1e-12;

  private static final Map<String, Double> PRICES =
      Map.of("natgas", 1.0 / 24, "ethylene", 1.0 / 6, "polyethylene", 1.5, "tupperware", 1.0);

  private static void assertPrices(Equilibrium equilibrium, double factor) {
    PRICES.forEach((good, price) ->
        assertThat(equilibrium.goods().get(good).price())
            .as(good)
            .isCloseTo(factor * price, within(EXACT * factor)));
  }

  @Test
  void pricesAreTheDerivativesOfTheChain() {
    assertPrices(solved(example("tupperware.market")), 1);
  }

  @Test
  void aFixedPriceOfGasGivesTheSameNumbersAsItsSupply() {
    var equilibrium =
        solved(
            economy(
                """
                good natgas: price 1/24
                good tupperware: price 1
                firm A makes ethylene from natgas: ethylene = natgas^(1/2)
                firm B makes polyethylene from ethylene: polyethylene = 1 - 1/(ethylene + 1)
                firm C makes tupperware from polyethylene: tupperware = ln(polyethylene)
                """));
    assertPrices(equilibrium, 1);
    assertThat(equilibrium.quantities().get("natgas")).isCloseTo(4, within(1e-10));
  }

  @Test
  void atSevenTimesThePriceOfTheFinalGoodEveryPriceIsSevenTimesItsDerivative() {
    var equilibrium = solved(example("tupperware.market", "tupperware.price=7"));
    assertPrices(equilibrium, 7);
    assertPrices(equilibrium.in("tupperware"), 1);
  }

  @Test
  void aNegativeOutputIsBought() {
    var good = solved(example("tupperware.market")).goods().get("tupperware");
    assertThat(good.bought()).isCloseTo(-Math.log(2.0 / 3), within(EXACT));
    assertThat(good.made()).isZero();
  }
}
