package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the world outside trades: prices, limits, curves, leftovers. */
class OutsidersTest {
  private static final double EXACT = 1e-12;

  private static final String OIL =
      """
      good oil:
          import at 5 up to 10
          import at 7 up to 5
          supply 1
      good fuel:
          demand(p) = 40 - 2*p
          export at 3 up to 50
      firm Refinery makes fuel from oil:
          fuel = oil
      """;

  /** Demand of 40 - 2p, then exports at 3: each supply meets it in another step. */
  @ParameterizedTest
  @CsvSource({"3, 15, 11", "14, 12, 7", "18, 10, 6", "25, 5, 5", "32, 0, 4", "60, 0, 3"})
  void importsComeInStepsAtTheirPrices(double supply, double imported, double price) {
    var oil = Market.solved(OIL, "oil.supply=" + supply).good("oil");
    assertThat(oil.price()).isCloseTo(price, offset(EXACT * price));
    assertThat(oil.fromOutside()).isCloseTo(supply + imported, offset(1e-9));
  }

  @Test
  void exportsStopAtTheirLimit() {
    var found = Market.solved(OIL, "oil.supply=100");
    assertThat(found.good("fuel").price()).isZero();
    assertThat(found.good("fuel").toOutside()).isCloseTo(40 + 50, offset(1e-9));
    assertThat(found.good("oil").disposed()).isGreaterThanOrEqualTo(0);
  }

  @Test
  void whatNobodyWantsAtAnyPriceIsFree() {
    var found =
        Market.solved("good x: supply 4\ngood y: demand 1\nfirm A makes y from x:\n    y = 2*x\n");
    assertThat(found.good("x").price()).isZero();
    assertThat(found.good("y").price()).isZero();
    var x = found.good("x");
    assertThat(x.fromOutside()).isCloseTo(x.used() + x.disposed(), offset(EXACT));
  }

  @Test
  void withoutDisposalAPriceMayBeNegative() {
    var found =
        Market.solved(
            """
            good x: supply 4
            good y: price 10
            good waste:
                no disposal
                demand(p) = -3*p
            firm A makes y, waste from x:
                y = x
                waste = 0.5 * x
            """);
    assertThat(found.good("waste").price()).isCloseTo(-2.0 / 3, offset(EXACT));
    assertThat(found.good("x").price()).isCloseTo(10 - 1.0 / 3, offset(1e-11));
  }

  @Test
  void curvesMayReadOtherPrices() {
    var found =
        Market.solved(
            """
            good tea:
                supply(p) = 2*p
                demand(p) = 30 - 3*p + price(coffee)
            good coffee:
                supply(p) = p
                demand(p) = 40 - 2*p + 0.5*price(tea)
            """);
    double tea = found.good("tea").price();
    double coffee = found.good("coffee").price();
    assertThat(5 * tea - coffee).isCloseTo(30, offset(1e-11));
    assertThat(3 * coffee - 0.5 * tea).isCloseTo(40, offset(1e-11));
  }

  @Test
  void demandIsNeverLessThanNothing() {
    var found =
        Market.solved(
            "good y:\n    demand(p) = 10 - p\n    supply(p) = 0.1*p\n    export at 15 up to 3\n");
    assertThat(found.good("y").price()).isCloseTo(15, offset(1e-11));
    assertThat(found.good("y").toOutside()).isCloseTo(1.5, offset(1e-11));
    assertThat(found.good("y").fromOutside()).isCloseTo(1.5, offset(1e-11));
  }

  @Test
  void whatOutsidersPayAndArePaidDiffersByTheProfits() {
    var found = Market.solved(Market.example("refinery-network"));
    double profits = found.firms().values().stream().mapToDouble(FirmAccount::profit).sum();
    assertThat(found.outside().balance()).isCloseTo(profits, offset(1e-10));
    assertThat(found.unowned()).isCloseTo(profits, offset(1e-12));
  }

  @Test
  void whereNobodyTradesThePriceLiesBetweenWhatIsAskedAndWhatIsOffered() {
    var found =
        Market.solved("good a:\n    supply(p) = 1000*(p - 3)\n    demand(p) = 10 - 3*p^3\n");
    assertThat(found.prices().get("a")).isBetween(Math.cbrt(10.0 / 3), 3.0);
    assertThat(found.quantities()).containsEntry("a", 0.0);
  }

  @Test
  void whatCanBeHiddenForNothingHasNoNegativePrice() {
    var found =
        Market.solved(
            "good power: demand 10\ngood slag:\n    no disposal\ngood coal: price 1\nfirm P makes power, slag from coal:\n    power = 2*coal\n    slag = 0.5*coal\nfirm Dump makes q from slag, coal: q = min(slag, coal)*0\n");
    assertThat(found.prices()).containsEntry("slag", 0.0);
  }
}
