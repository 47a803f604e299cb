package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.economy.Overrides;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The small economies of the examples against what a pencil gives. */
class SmallModelsTest {
  private static final Offset<Double> EXACT = within(1e-10);

  private static Equilibrium solve(String name, String... scenarios) {
    return solve(name, List.of(scenarios), List.of());
  }

  private static Equilibrium set(String name, String... settings) {
    return solve(name, List.of(), List.of(settings));
  }

  private static Equilibrium solve(String name, List<String> scenarios, List<String> settings) {
    var found = Market.solved(Market.of(Market.example(name), new Overrides(scenarios, settings)));
    assertThat(found.residual()).isLessThanOrEqualTo(1e-12);
    return found;
  }

  private static double buys(Equilibrium found, String consumer, String good) {
    return found.consumer(consumer).buys().get(good);
  }

  /**
   * Home and foreign are 3 to 1 at the benchmark, so marginal rates are those of quantity ratios
   * over 3, to the power of one over the elasticity.
   */
  @Test
  void smallCountryEquatesMarginalRatesToWorldPricesAndTheTariff() {
    for (double tariff : new double[] {0, 0.1, 0.25, 1}) {
      var found = set("small-open-economy", "tariff=" + tariff);
      double home = found.good("home").made();
      double exports = found.good("exports").made();
      double price = found.good("home").price();
      double world = found.good("currency").price();
      assertThat(found.good("imports").made()).isCloseTo(exports, EXACT);
      assertThat(Math.pow(home / (3 * exports), 1.0 / 4)).isCloseTo(price / world, EXACT);
      assertThat(Math.pow(home / (3 * exports), 1.0 / 2))
          .as("rate of substitution")
          .isCloseTo(1 / (price / world / (1 + tariff)), EXACT);
      double frontier = 0.75 * Math.pow(home / 75, 1.25) + 0.25 * Math.pow(exports / 25, 1.25);
      assertThat(frontier).isCloseTo(1, EXACT);
      assertThat(found.taxes().get("household")).isCloseTo(tariff * world * exports, EXACT);
    }
  }

  @Test
  void smallCountryIsBestOffWithoutTariff() {
    double free = solve("small-open-economy", "free_trade").consumer("household").utility();
    assertThat(set("small-open-economy", "tariff=1%").consumer("household").utility())
        .isLessThan(free);
    assertThat(set("small-open-economy", "tariff=-1%").consumer("household").utility())
        .isLessThan(free);
  }

  /** Leisure over food is (price of food over net wage)^2, and food is bought of net wages. */
  @Test
  void taxOnWagesDoesNotTouchTheHoursThatAreKept() {
    for (double tax : new double[] {0, 0.2, 0.5}) {
      var found = set("leisure", "wage_tax=" + tax);
      double leisure = 100 / (2 - tax);
      assertThat(buys(found, "household", "hours")).isCloseTo(leisure, EXACT);
      assertThat(buys(found, "household", "food")).isCloseTo((1 - tax) * (100 - leisure), EXACT);
      assertThat(buys(found, "state", "food")).isCloseTo(tax * (100 - leisure), EXACT);
    }
  }

  @Test
  void carbonTaxRaisesThePriceOfPowerByItsCarbonAtTheMargin() {
    for (double tax : new double[] {0, 10, 20}) {
      var found = set("carbon-tax", "carbon_tax=" + tax);
      double power = (10 + 0.4 * tax) / 0.4;
      double gas = 0.5 * power - 0.2 * tax;
      assertThat(found.good("power").price()).isCloseTo(power, EXACT);
      assertThat(found.good("gas").price()).isCloseTo(gas, EXACT);
      assertThat(found.firm("CoalPlant").inputs().get("coal"))
          .isCloseTo((200 - 2 * power - gas) / 0.4, EXACT);
    }
  }

  @Test
  void permitsForTheEmissionsUnderTheTaxCostTheTax() {
    var tax = solve("carbon-tax");
    var permits = solve("carbon-permits");
    assertThat(permits.good("permits").price()).isCloseTo(20, EXACT);
    for (var firm : List.of("CoalPlant", "GasPlant")) {
      assertThat(permits.firm(firm).outputs().get("power"))
          .isCloseTo(tax.firm(firm).outputs().get("power"), EXACT);
    }
    assertThat(permits.consumer("state").income()).isCloseTo(tax.taxes().get("state"), EXACT);
  }

  @Test
  void permitsThatNobodyNeedsAreFree() {
    var found = set("carbon-permits", "state.permits=200");
    assertThat(found.good("permits").price()).isZero();
    assertThat(found.good("permits").disposed()).isCloseTo(200 - 142.5, EXACT);
  }

  @Test
  void whatSubsistenceLeavesIsDividedByShares() {
    var found = solve("subsistence");
    assertThat(buys(found, "household", "food")).isCloseTo(10 + 0.4 * 80, EXACT);
    assertThat(buys(found, "household", "clothes")).isCloseTo(5 + 0.6 * 80 / 2, EXACT);
  }

  @Test
  void markupMovesLaborFromBooksToBread() {
    var found = solve("monopoly");
    double bread = 100 / (1 + Math.pow(1.5, -3));
    assertThat(found.good("bread").made()).isCloseTo(bread, EXACT);
    assertThat(found.good("books").price()).isCloseTo(1.5, EXACT);
    assertThat(found.firm("Press").profit()).isCloseTo(0.5 * (100 - bread), EXACT);
    var competition = solve("monopoly", "competition");
    assertThat(competition.good("bread").made()).isCloseTo(50, EXACT);
    assertThat(competition.consumer("household").utility())
        .isGreaterThan(found.consumer("household").utility());
  }

  /** Of 400 left over at noon as much is carried on as losses leave, until it is used up. */
  @Test
  void storageRaisesPricesByItsLossesFromHourToHour() {
    var found = solve("storage");
    double carried = 0;
    for (int hour = 8; hour <= 24; hour++) {
      double left = 0.95 * carried + (hour <= 17 ? 100 : 0) - 60;
      carried = Math.max(0, left);
      assertThat(found.good("power[" + hour + "]").made()).isCloseTo(60 + carried, EXACT);
      assertThat(found.firm("Gas[" + hour + "]").outputs().get("power[" + hour + "]"))
          .isCloseTo(Math.max(0, -left), EXACT);
    }
    for (int hour = 1; hour <= 24; hour++) {
      double price = hour < 8 || hour > 21 ? 40 : 40 * Math.pow(0.95, 22 - hour);
      assertThat(found.good("power[" + hour + "]").price()).isCloseTo(price, EXACT);
    }
    IntStream.rangeClosed(8, 17)
        .forEach(hour ->
            assertThat(found.good("sunlight[" + hour + "]").price())
                .isCloseTo(found.good("power[" + hour + "]").price(), EXACT));
  }

  @Test
  void goodThatMustNotBeDumpedHasANegativePrice() {
    var found = solve("negative-price");
    assertThat(found.good("tailings").price()).isCloseTo(-1, EXACT);
    assertThat(found.good("ore").price()).isCloseTo(8, EXACT);
  }

  @Test
  void priceOfALicenceIsTheTariffThatDoesTheSame() {
    var quota = solve("quota");
    var tariff = solve("quota", "tariff_instead");
    assertThat(quota.good("licence").price()).isCloseTo(4.0 / 3, EXACT);
    assertThat(tariff.good("licence").price()).isZero();
    for (var good : List.of("bread", "cars")) {
      assertThat(quota.good(good).made()).isCloseTo(good.equals("cars") ? 30 : 70, EXACT);
      assertThat(tariff.good(good).made()).isCloseTo(quota.good(good).made(), EXACT);
      assertThat(tariff.good(good).price()).isCloseTo(quota.good(good).price(), EXACT);
    }
    assertThat(tariff.consumer("household").income())
        .isCloseTo(quota.consumer("household").income(), EXACT);
  }

  @Test
  void quotaThatDoesNotBindHasNoRent() {
    var found = set("quota", "licences=60");
    assertThat(found.good("licence").price()).isZero();
    assertThat(found.good("cars").made()).isCloseTo(50, EXACT);
  }

  @Test
  void taxIsWhatTheBudgetNeedsOfTheHoursThatAreSold() {
    for (double schools : new double[] {0, 20, 40}) {
      var found = set("balanced-budget", "schools_needed=" + schools);
      assertThat(found.unknowns().get("rate")).isCloseTo(schools / 50, EXACT);
      assertThat(found.good("schools").made()).isCloseTo(schools, EXACT);
      assertThat(buys(found, "household", "food")).isCloseTo(50 - schools, EXACT);
    }
  }

  /** The marginal product of labor is (ovens / labor)^(1/2) / 2. */
  @Test
  void wageFloorThatBindsMakesUnemployment() {
    var found = solve("wage-floor");
    assertThat(found.unknowns().get("unemployed")).isCloseTo(0.36, EXACT);
    assertThat(found.good("labor").price()).isCloseTo(0.625, EXACT);
    assertThat(found.good("bread").made()).isCloseTo(80, EXACT);
  }

  @Test
  void wageFloorBelowTheWageMakesNone() {
    var found = set("wage-floor", "least_wage=0.4");
    assertThat(found.unknowns().get("unemployed")).isZero();
    assertThat(found.good("labor").price()).isCloseTo(0.5, EXACT);
  }

  @Test
  void savingAndTransfersAreTakenOfIncomeBeforeEither() {
    var found = solve("saving");
    assertThat(found.good("bonds").made() * found.good("bonds").price()).isCloseTo(10, EXACT);
    assertThat(buys(found, "pensioner", "bread")).isCloseTo(20, EXACT);
    assertThat(buys(found, "church", "bread")).isCloseTo(5, EXACT);
    assertThat(buys(found, "worker", "bread")).isCloseTo(65, EXACT);
  }

  /** Each sells all it has for all it wants: 10 apples for 15 pears. */
  @Test
  void perfectSubstitutesAreTradedAtThePriceThatClears() {
    var found = solve("perfect-substitutes");
    assertThat(found.good("pears").price()).isCloseTo(10.0 / 15, EXACT);
    assertThat(buys(found, "Anna", "pears")).isCloseTo(15, EXACT);
    assertThat(buys(found, "Ben", "apples")).isCloseTo(10, EXACT);
  }

  /** With 30 pears Ben keeps some: then both goods are equally good for him, at 2 to 1. */
  @Test
  void perfectSubstitutesAreBothBoughtWhereTheirPricesAreTheirWorth() {
    var found = set("perfect-substitutes", "Ben.pears=30");
    assertThat(found.good("pears").price()).isCloseTo(0.5, EXACT);
    assertThat(buys(found, "Anna", "pears")).isCloseTo(20, EXACT);
    assertThat(buys(found, "Ben", "pears")).isCloseTo(10, EXACT);
  }

  @Test
  void perfectComplementsAreSharedSoThatNothingIsLeft() {
    var found = solve("perfect-complements");
    assertThat(buys(found, "Ada", "tea")).isCloseTo(8, EXACT);
    assertThat(buys(found, "Bea", "sugar")).isCloseTo(8, EXACT);
    assertThat(found.good("sugar").price()).isCloseTo(0.5, EXACT);
  }

  @Test
  void landIsWorthWhatItsJointProductsFetch() {
    var found = solve("sheep");
    assertThat(found.good("land").price())
        .isCloseTo(found.good("wool").price() + 2 * found.good("mutton").price(), EXACT);
    assertThat(found.good("wool").price()).isCloseTo(1, EXACT);
    assertThat(buys(found, "household", "labor")).isCloseTo(200, EXACT);
    var summer = solve("sheep", "hot_summers");
    assertThat(summer.good("wool").price()).isZero();
    assertThat(summer.good("wool").disposed()).isCloseTo(100, EXACT);
    assertThat(summer.good("land").price()).isCloseTo(2, EXACT);
    assertThat(summer.good("labor").price()).isCloseTo(0.75, EXACT);
  }

  /** A seed must give one seed: 2 (land / seed)^(1/2) = 1. */
  @Test
  void firmMayUseWhatItMakes() {
    var found = solve("seed-corn");
    assertThat(found.firm("Farm").inputs().get("corn")).isCloseTo(400, EXACT);
    assertThat(found.good("corn").made()).isCloseTo(800, EXACT);
    assertThat(found.good("land").price()).isCloseTo(4, EXACT);
  }
}
