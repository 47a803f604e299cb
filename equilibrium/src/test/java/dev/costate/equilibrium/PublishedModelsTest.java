package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.economy.Overrides;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Published models give their published numbers, from default starts. Each file in {@code
 * examples/literature} names its source; the numbers are those of the reference solutions, which an
 * independent solver reproduced.
 */
class PublishedModelsTest {
  private static final double PRINTED = 1e-7;

  private static Equilibrium solve(String name, String... scenarios) {
    var economy =
        Market.of(
            Market.example("literature/" + name), new Overrides(List.of(scenarios), List.of()));
    var equilibrium = Market.solved(economy);
    assertThat(equilibrium.residual()).isLessThanOrEqualTo(1e-9);
    return equilibrium;
  }

  private static void prices(Equilibrium found, double tolerance, Map<String, Double> expected) {
    expected.forEach((good, price) ->
        assertThat(found.good(good).price())
            .as("price of %s", good)
            .isCloseTo(price, within(tolerance * Math.max(1, Math.abs(price)))));
  }

  private static void outputs(Equilibrium found, double tolerance, Map<String, Double> expected) {
    expected.forEach((good, quantity) ->
        assertThat(found.good(good).made())
            .as("made of %s", good)
            .isCloseTo(quantity, within(tolerance * Math.max(1, quantity))));
  }

  @Test
  void twoByTwoBenchmarkHasPricesOfOne() {
    prices(
        solve("two-by-two"),
        1e-12,
        Map.of("x", 1.0, "y", 1.0, "welfare", 1.0, "labor", 1.0, "capital", 1.0));
  }

  @Test
  void twoByTwoWithMoreLabor() {
    var found = solve("two-by-two", "growth");
    prices(
        found,
        1e-11,
        Map.of(
            "y", 1.009576582776887,
            "welfare", 1.0031820580257143,
            "labor", 0.953462589245592,
            "capital", 1.0488088481701519));
    outputs(
        found,
        1e-11,
        Map.of("x", 104.88088481701514, "y", 51.94300591270423, "welfare", 156.82230953684994));
    assertThat(found.consumer("household").income()).isCloseTo(157.32132722552274, within(1e-9));
  }

  @Test
  void twoByTwoWithElasticitiesBelowOne() {
    var found = solve("two-by-two-ces", "growth");
    prices(
        found,
        PRINTED,
        Map.of(
            "y", 1.0174590420922098,
            "welfare", 1.0057861367468626,
            "labor", 0.9131639599518202,
            "capital", 1.0907794477357717));
    outputs(found, PRINTED, Map.of("x", 105.05065382343373, "y", 51.62402095686318));
  }

  @Test
  void oneTwoThreeBenchmark() {
    var found = solve("one-two-three");
    prices(found, 1e-8, Map.of("pfx", 1.0, "pa", 1.0, "px", 1.0, "labor", 1.0, "capital", 1.0));
    assertThat(found.consumer("government").income()).isCloseTo(35.583, within(1e-9));
  }

  @Test
  void oneTwoThreeWithoutTariffAndWithLumpSums() {
    var found = solve("one-two-three", "lump_sum");
    double pd = 1.0070022344597493;
    prices(
        found,
        PRINTED,
        Map.of(
            "pfx", 1.0755261761982433 / pd,
            "capital", 1.0347436346818013 / pd,
            "labor", 1.028143742844291 / pd,
            "pa", 0.9823863688608743 / pd));
    assertThat(found.unknowns().get("replacement")).isCloseTo(0.38090042610962555, within(PRINTED));
    assertThat(found.unknowns().get("unemployed")).isZero();
  }

  @Test
  void oneTwoThreeWithoutTariffAndWithAWageTax() {
    var found = solve("one-two-three", "wage_tax");
    assertThat(found.unknowns().get("replacement")).isCloseTo(0.0909035579940565, within(PRINTED));
    prices(found, PRINTED, Map.of("pfx", 1.13693229765541 / 1.0647664462896207));
  }

  @Test
  void oneTwoThreeWithAWageFloor() {
    var found = solve("one-two-three", "wage_floor");
    double pd = 1.1815614680983193;
    assertThat(found.unknowns().get("replacement")).isCloseTo(0.11902313383111375, within(PRINTED));
    assertThat(found.unknowns().get("unemployed")).isGreaterThan(0.1);
    assertThat(found.good("labor").price()).isCloseTo(found.good("pa").price(), within(1e-12));
    prices(
        found,
        PRINTED,
        Map.of("labor", 1.1514791966109479 / pd, "capital", 1.1324982091819222 / pd));
  }

  @Test
  void shovenAndWhalley() {
    var found = solve("shoven-whalley");
    prices(
        found,
        1e-12,
        Map.of(
            "capital", 1.3734711469786698,
            "mfrs", 1.399110662231816,
            "nonmfrs", 1.0930764800086183));
    outputs(found, 1e-12, Map.of("mfrs", 24.942472866207872, "nonmfrs", 54.37817026715176));
    assertThat(found.firm("Manufacturing").inputs().get("labor"))
        .isCloseTo(26.36558432234164, within(1e-11));
    assertThat(found.consumer("rich").income()).isCloseTo(34.33677867446674, within(1e-11));
  }

  @Test
  void shovenAndWhalleyWithTheTaxOnCapital() {
    var found = solve("shoven-whalley", "tax");
    prices(
        found,
        1e-12,
        Map.of(
            "capital", 1.1276441515641575,
            "mfrs", 1.4665149188237976,
            "nonmfrs", 1.0057730418987223));
    outputs(found, 1e-12, Map.of("mfrs", 22.386707568848024, "nonmfrs", 57.306968261809146));
    assertThat(found.consumer("poor").income()).isCloseTo(61.366284380778374, within(1e-11));
  }

  @Test
  void scarf() {
    var found = solve("scarf");
    double durable = 0.20658325303522457;
    prices(
        found,
        1e-9,
        Map.of(
            "capital_end", 0.220320878448334 / durable,
            "nondurable", 0.10607704462134106 / durable,
            "capital", 0.2510657283633983 / durable,
            "skilled", 0.16101507007652147 / durable,
            "unskilled", 0.0549380254551804 / durable));
    assertThat(found.firm("n2").outputs().get("nondurable"))
        .isCloseTo(8 * 0.006022990606704817, within(1e-9));
    for (var idle : List.of("d2", "n3", "cd", "c2")) {
      assertThat(found.firm(idle).activity()).isEqualTo(FirmAccount.Activity.SHUT);
      assertThat(found.firm(idle).margin()).isNegative();
    }
    assertThat(found.consumer("agent1").income() * durable).isCloseTo(1.77034959, within(1e-8));
  }

  /** Prices of g2, g3, g4 in g1, activities, index. */
  @Test
  void kehoeHasThreeEquilibriaWhoseIndicesSumToOne() {
    var found = EquilibriumSearch.all(Market.of(Market.example("literature/kehoe")), 60);
    assertThat(found).hasSize(3);
    assertThat(found.stream().mapToInt(IndexedEquilibrium::index).sum()).isEqualTo(1);
    double[][] expected = {
      {1, 1, 1, 5.2, 6.9, -1},
      {1.56816437, 0.24244751, 3.46204559, 4.27012831, 8.11980347, 1},
      {0.90864086, 1.12181218, 0.6041104, 5.31801325, 6.51481515, 1}
    };
    for (var one : expected) {
      assertThat(found)
          .anySatisfy(each -> {
            prices(each.equilibrium(), 1e-8, Map.of("g2", one[0], "g3", one[1], "g4", one[2]));
            outputs(each.equilibrium(), 1e-8, Map.of("g1", 6 * one[3], "g2", 3 * one[4]));
            assertThat(each.index()).isEqualTo((int) one[5]);
          });
    }
  }

  @Test
  void mathiesen() {
    var found = solve("mathiesen");
    prices(found, 1e-12, Map.of("good1", 6.0, "good2", 1.0, "good3", 5.0));
    assertThat(found.good("good1").made()).isCloseTo(3, within(1e-12));
  }

  @Test
  void taxesOnAllFactorsAndOnOutputAreTheSame() {
    var factors = solve("tax-equivalence", "factors");
    var output = solve("tax-equivalence", "output");
    var subsidy = solve("tax-equivalence", "subsidy");
    prices(
        factors,
        PRINTED,
        Map.of("x", 0.9476053, "y", 1.0552917, "labor", 1.174515, "capital", 0.8987593));
    outputs(factors, PRINTED, Map.of("x", 107.77878, "y", 96.78058, "welfare", 204.26348));
    for (var good : factors.goods().keySet()) {
      double made = factors.good(good).made();
      assertThat(output.good(good).made()).isCloseTo(made, within(1e-10 * Math.max(1, made)));
      assertThat(subsidy.good(good).made()).isCloseTo(made, within(1e-10 * Math.max(1, made)));
      assertThat(output.good(good).price()).isCloseTo(factors.good(good).price(), within(1e-10));
    }
    assertThat(subsidy.good("labor").price() / factors.good("labor").price())
        .isCloseTo(1.25, within(1e-10));
  }

  @Test
  void hosoeBenchmarkReproducesTheAccounts() {
    var found = solve("hosoe");
    found.prices().forEach((good, price) -> assertThat(price).as(good).isCloseTo(1, within(1e-10)));
    assertThat(found.consumer("household").utility()).isCloseTo(25.5085, within(5e-5));
  }

  @Test
  void hosoeWithoutTariffs() {
    var found = solve("hosoe", "free_trade");
    prices(
        found,
        1e-6,
        Map.of(
            "capital", 1.000888,
            "currency", 1.062824,
            "bread", 0.981252,
            "milk", 0.975996,
            "bread_home", 0.980128,
            "milk_home", 0.991258));
    outputs(
        found,
        1e-7,
        Map.of(
            "bread", 84.051894,
            "milk", 85.770227,
            "bread_foreign", 12.859343,
            "milk_foreign", 13.073301,
            "bread_out", 9.43432,
            "milk_out", 4.498324));
    assertThat(found.consumer("household").utility()).isCloseTo(26.092634, within(1e-6));
  }

  /** In the city labor earns half of 40% of spending, that is 20 of food, at the decreed wage. */
  @Test
  void harrisAndTodaro() {
    for (double decreed : new double[] {0.6, 2.0 / 3, 0.8}) {
      var found =
          Market.solved(
              Market.of(Market.example("literature/harris-todaro"), "decreed=" + decreed));
      double employed = 20 / decreed;
      assertThat(found.unknowns().get("urban")).isCloseTo(0.4, within(1e-10));
      assertThat(found.unknowns().get("unemployed")).isCloseTo(1 - employed / 40, within(1e-10));
      assertThat(found.good("food").made()).isCloseTo(60, within(1e-9));
      assertThat(found.good("rural_labor").price())
          .isCloseTo(decreed * employed / 40, within(1e-10));
      assertThat(found.good("cars").made()).isCloseTo(Math.sqrt(30 * employed), within(1e-9));
    }
  }

  @Test
  void harrisAndTodaroWithoutABindingFloorHasNoUnemployment() {
    var found = Market.solved(Market.of(Market.example("literature/harris-todaro"), "decreed=0.4"));
    assertThat(found.unknowns().get("unemployed")).isZero();
    assertThat(found.good("rural_labor").price())
        .isCloseTo(found.good("urban_labor").price(), within(1e-12));
  }
}
