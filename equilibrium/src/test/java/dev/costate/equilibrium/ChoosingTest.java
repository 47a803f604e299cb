package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.costate.equilibrium.check.EquilibriumCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Firms that choose numbers besides their inputs. */
class ChoosingTest {
  private static Equilibrium solved(String text) {
    var economy = Market.of(text);
    var found = Market.solved(economy);
    assertThat(EquilibriumCheck.of(economy, found).holds()).isTrue();
    return found;
  }

  /** The refinery of the manual: marginal cost of both fuels is 1.5 * 10/9 * v^(1/9). */
  @Test
  void theSplitOfARefinery() {
    var found =
        solved(
            """
            firm Refinery makes petrol, diesel from crude, heat choosing cut in 0..1:
                barrels = min(crude, 4*heat)
                petrol = cut * barrels^0.9
                diesel = (1 - cut) * barrels^0.9
            good crude: price 1
            good heat: price 2
            good petrol: demand(p) = 20 - p
            good diesel: demand(p) = 20 - p
            """);
    double price = found.prices().get("petrol");
    assertThat(found.prices().get("diesel")).isCloseTo(price, offset(1e-8));
    double barrels = found.quantities().get("crude");
    assertThat(price).isCloseTo(1.5 / 0.9 * Math.pow(barrels, 0.1), offset(1e-8));
    assertThat(2 * (20 - price)).isCloseTo(Math.pow(barrels, 0.9), offset(1e-7));
  }

  @ParameterizedTest
  @CsvSource({"0..1, 3, 20", "0.2..0.6, 3, 18", "0..1, 1, 10", "0.5..1, 1, 10"})
  void choicesAtTheirBounds(String bounds, double priceOfB, double profit) {
    var found =
        solved(
            """
            firm R makes a, b from crude choosing cut in %s:
                v = min(crude, 10)
                a = cut * v
                b = (1 - cut) * v
            good crude: price 1
            good a: price 2
            good b: price %s
            """
                .formatted(bounds, priceOfB));
    assertThat(found.firm("R").profit()).isCloseTo(profit, offset(1e-8));
  }

  @Test
  void severalChoicesUnderOneCapacity() {
    var found =
        solved(
            """
            firm R makes a, b from crude choosing x in 0..100, y in 0..100:
                a = x
                b = y
                capacity x + y <= crude^0.9
            good crude: price 1
            good a: demand(p) = 20 - p
            good b: demand(p) = 10 - p
            """);
    double price = found.prices().get("a");
    assertThat(found.prices().get("b")).isCloseTo(price, offset(1e-8));
    assertThat(price).isCloseTo(Math.pow(30 - 2 * price, 1 / 9.0) / 0.9, offset(1e-8));
    assertThat(found.firm("R").choices().get("x")).isCloseTo(20 - price, offset(1e-7));
  }

  /** More of the choice is always better, so that only its bound ends it. */
  @Test
  void noPlanBeyondTheBoundsOfAChoiceCounts() {
    var found =
        solved(
            """
            firm F makes x from l choosing a in 0..10:
                x = a * l^0.5
            good l: supply 4
            good x: price 1
            """);
    assertThat(found.quantities().get("x")).isCloseTo(20, offset(1e-8));
    assertThat(found.prices().get("l")).isCloseTo(2.5, offset(1e-8));
  }
}
