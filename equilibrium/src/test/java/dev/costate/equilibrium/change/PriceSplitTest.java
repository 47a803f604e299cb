package dev.costate.equilibrium.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.equilibrium.change.Part.Cause;
import dev.costate.equilibrium.change.PriceSplit.Factor;
import dev.costate.equilibrium.change.PriceSplit.Priced;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PriceSplitTest {
  private static final double ROUNDING = 1e-12;

  private final Random random = new Random(1920);

  private Change number(double least, double most) {
    return new Change(random.nextDouble(least, most), random.nextDouble(least, most));
  }

  private Gate gate() {
    return new Gate(
        random.nextDouble(0.5, 1.5), random.nextDouble(-0.2, 0.2), random.nextDouble(0.5));
  }

  private Priced priced(Change price) {
    return new Priced(Cause.INPUT_PRICE, "good", price, gate(), gate());
  }

  private static double sum(PriceSplit split) {
    return split.parts().stream().mapToDouble(Part::amount).sum();
  }

  private static double of(List<Part> parts, Cause cause) {
    return parts.stream().filter(p -> p.cause() == cause).mapToDouble(Part::amount).sum();
  }

  private static Change times(Change a, Change b) {
    return new Change(a.before() * b.before(), a.after() * b.after());
  }

  /** The price that the gate turns into a sum of products, before and after. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void theChangeOfAPriceThatIsPaidForProductsIsTheSumOfItsParts(int products) {
    var before = gate();
    var after = gate();
    var worth = new double[2];
    var terms = new Priced[products];
    var factors = new Factor[products];
    for (int k = 0; k < products; k++) {
      terms[k] = priced(number(1, 3));
      factors[k] = new Factor(Cause.MARGINAL_PRODUCT, "good", number(-1, 4));
      worth[0] += terms[k].counted().before() * factors[k].of().before();
      worth[1] += terms[k].counted().after() * factors[k].of().after();
    }
    var price =
        new Change(
            (worth[0] - before.amount()) / before.factor(),
            (worth[1] - after.amount()) / after.factor());
    var split =
        PriceSplit.ofPaid(
            new Priced(Cause.OUTPUT_PRICE, "it", price, before, after), Cause.INPUT_WEDGE);
    for (int k = 0; k < products; k++) {
      split.product(1, terms[k], Cause.OUTPUT_WEDGE, factors[k]);
    }
    assertThat(sum(split)).isCloseTo(price.delta(), within(ROUNDING * products));
  }

  @Test
  void theChangeOfAPriceThatCoversCostAndMarkupIsTheSumOfItsParts() {
    for (int sample = 0; sample < 20; sample++) {
      var before = gate();
      var after = gate();
      var cost = priced(number(1, 3));
      var amount = new Factor(Cause.INPUT_PER_UNIT, "good", number(0.2, 2));
      var total = times(cost.counted(), amount.of());
      var price =
          new Change(
              (total.before() * (1 + before.markup()) - before.amount()) / before.factor(),
              (total.after() * (1 + after.markup()) - after.amount()) / after.factor());
      var split =
          PriceSplit.ofCost(new Priced(Cause.OUTPUT_PRICE, "it", price, before, after))
              .product(1, cost, Cause.INPUT_WEDGE, amount);
      assertThat(sum(split)).isCloseTo(price.delta(), within(ROUNDING));
    }
  }

  @Test
  void whatDoesNotChangeHasNoPart() {
    var same = new Gate(0.8, 0.1, 0.2);
    var still = new Priced(Cause.INPUT_PRICE, "good", new Change(2, 2), same, same);
    var split =
        PriceSplit.scaled(1)
            .product(
                1,
                still,
                Cause.INPUT_WEDGE,
                new Factor(Cause.INPUT_PER_UNIT, "good", new Change(1, 3)));
    assertThat(of(split.parts(), Cause.INPUT_PER_UNIT))
        .isCloseTo(2 * same.counted(2), within(ROUNDING));
    assertThat(split.parts().stream().filter(p -> p.amount() != 0)).hasSize(1);
  }

  /** A tax on the price itself is no change of the wedge while its rate stands. */
  @Test
  void aRateThatStandsIsNoWedgePart() {
    var gate = new Gate(1.25, 0, 0);
    var price = new Priced(Cause.OUTPUT_PRICE, "it", new Change(4, 8), gate, gate);
    var parts =
        PriceSplit.ofPaid(price, Cause.INPUT_WEDGE)
            .plus(Cause.SLACK, "", new Change(5, 10))
            .parts();
    assertThat(of(parts, Cause.INPUT_WEDGE)).isZero();
    assertThat(of(parts, Cause.SLACK)).isCloseTo(4, within(ROUNDING));
  }

  @Test
  void theChangeOfAProductIsDividedAtTheMeans() {
    var parts =
        PriceSplit.scaled(1)
            .product(
                1,
                new Factor(Cause.RENT, "", new Change(1, 3)),
                new Factor(Cause.CAPACITY_USE, "", new Change(10, 20)))
            .parts();
    assertThat(of(parts, Cause.RENT)).isEqualTo(15 * 2);
    assertThat(of(parts, Cause.CAPACITY_USE)).isEqualTo(2 * 10);
  }
}
