package dev.costate.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.Equilibrium.Start;
import dev.costate.equilibrium.Outcome;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Solving, solving again, and asking by name. */
final class MarketTest {
  private static final double SAME = 1e-8;

  private static Market example(String name) throws IOException {
    return Market.read(Path.of("..", "examples", name + ".market"));
  }

  private static void assertSame(Equilibrium a, Equilibrium b) {
    for (var good : b.goods().keySet()) {
      assertClose("price of " + good, a.price(good), b.price(good));
      assertClose("quantity of " + good, a.quantity(good), b.quantity(good));
    }
  }

  private static void assertClose(String what, double a, double b) {
    assertThat(a).as(what).isCloseTo(b, within(SAME * Math.max(1, Math.abs(b))));
  }

  @Test
  void functionsAloneAreNoMarket() {
    var functions = Market.parse("function f(x):\n    return x^2\n");
    assertThatThrownBy(functions::solve)
        .isInstanceOf(InvalidMarketException.class)
        .hasMessageContaining("there are no goods and no firms");
  }

  @ParameterizedTest
  @CsvSource({
    "tupperware, natgas.supply, 3.9",
    "tupperware, tupperware.price, 7",
    "literature/two-by-two, household.labor, 77",
    "literature/shoven-whalley, rate, 0.1",
    "literature/shoven-whalley, rate, 0.5",
    "literature/hosoe, household.capital, 45",
    "literature/one-two-three, tm, 0.3",
    "literature/mathiesen, household.good2, 5.1",
    "monopoly, markup, 0.4",
    "quota, licences, 25",
    "wage-floor, least_wage, 0.6",
    "storage, loss, 0.06",
    "carbon-tax, carbon_tax, 15",
    "refinery-network, fibre.price, 1.3",
    "leisure, wage_tax, 0.3",
    "small-open-economy, tariff, 0.2",
  })
  void solvingFromTheLastTakesFewerStepsToTheSame(String name, String parameter, double value)
      throws IOException {
    var market = example(name);
    var last = market.solve();
    var changed = market.with(parameter, value);
    var usual = changed.solve();
    var again = changed.solveFrom(last);
    assertSame(again, usual);
    assertThat(usual.effort().start()).isEqualTo(Start.USUAL);
    assertThat(again.effort().start()).isEqualTo(Start.GIVEN);
    assertThat(again.effort().iterations()).isLessThan(usual.effort().iterations());
  }

  @Test
  void aSweepFromTheLastTakesFewerStepsThanOneFromTheUsualStart() throws IOException {
    var market = example("literature/shoven-whalley");
    int usual = 0;
    int warm = 0;
    var last = market.solve();
    for (int k = 1; k <= 20; k++) {
      var taxed = market.with("rate", 0.05 * k);
      var afresh = taxed.solve();
      last = taxed.solveFrom(last);
      assertSame(last, afresh);
      usual += afresh.effort().iterations();
      warm += last.effort().iterations();
    }
    assertThat(warm).isLessThan(usual);
  }

  @Test
  void withoutAnyChangeNoStepIsTaken() throws IOException {
    var market = example("literature/scarf");
    var last = market.solve();
    var again = market.solveFrom(last);
    assertSame(again, last);
    assertThat(again.effort().iterations()).isLessThanOrEqualTo(1);
  }

  @Test
  void anEquilibriumFromFarAwayEndsInTheUsualStartAndSaysSo() throws IOException {
    var last = example("balanced-budget").solve();
    var changed = example("balanced-budget").with("household.hours", 45.54696164260491);
    var found = changed.solveFrom(last);
    assertThat(found.effort().start()).isEqualTo(Start.USUAL_AFTER_GIVEN);
    assertSame(found, changed.solve());
  }

  @Test
  void anEquilibriumOfAnotherMarketIsNoStart() throws IOException {
    var found = example("tupperware").solveFrom(example("literature/scarf").solve());
    assertThat(found.effort().start()).isEqualTo(Start.USUAL_AFTER_GIVEN);
    assertSame(found, example("tupperware").solve());
  }

  @Test
  void aFirmMoreIsNoHindrance() {
    var model = new EconomyBuilder();
    model.good("labor").supply(10);
    model.good("bread").demand("p", "20 / p");
    model.firm("Old").makes("bread").from("labor").code("bread = labor^0.5");
    var last = model.market().solve();
    model.firm("New").makes("bread").from("labor").code("bread = 2 * labor^0.5");
    var market = model.market();
    assertSame(market.solveFrom(last), market.solve());
  }

  @Test
  void unitsOfTheLastDoNotMatter() throws IOException {
    var market = example("literature/two-by-two");
    var changed = market.with("household.labor", 75);
    assertSame(changed.solveFrom(market.solve().in("capital")), changed.solve());
  }

  @Test
  void changesAddUpAndLeaveTheFirstMarketAlone() throws IOException {
    var market = example("tupperware");
    var both = market.with("natgas.supply", 3).with("tupperware.price", 2);
    assertThat(both.parameters())
        .containsEntry("natgas.supply", 3.0)
        .containsEntry("tupperware.price", 2.0);
    assertThat(both.with("natgas.supply", 5).parameters()).containsEntry("natgas.supply", 5.0);
    assertThat(market.parameters()).containsEntry("natgas.supply", 4.0);
  }

  @Test
  void whatIsComputedFromAParameterFollows() throws IOException {
    var market = example("literature/shoven-whalley").with("rate", 0.5);
    assertThat(market.parameters().get("Manufacturing.capital.tax")).isEqualTo(0.2);
    assertSame(market.solve(), example("literature/shoven-whalley").withScenario("tax").solve());
    assertThat(market.with("rate", "2 * 10%").solve().parameter("rate")).isEqualTo(0.2);
  }

  @Test
  void parametersOfTablesAndSetsCanChange() throws IOException {
    var market = example("power-day").with("load[19]", 60);
    assertThat(market.parameters()).containsEntry("load[19]", 60.0);
    assertThat(market.solve().effort().start()).isEqualTo(Start.USUAL);
  }

  @Test
  void namesThatAreNotThereAreSuggested() throws IOException {
    var market = example("literature/shoven-whalley");
    var found = market.solve();
    assertThatThrownBy(() -> found.price("captal"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no good 'captal': did you mean 'capital'?");
    assertThatThrownBy(() -> found.firm("Other"))
        .hasMessage("no firm 'Other': did you mean 'Others'?");
    assertThatThrownBy(() -> found.firm("Others").makes("labor"))
        .hasMessage("no output 'labor': there is nonmfrs");
    assertThatThrownBy(() -> found.consumer("rch"))
        .hasMessage("no consumer 'rch': did you mean 'rich'?");
    assertThatThrownBy(() -> found.consumer("rich").buys("capital"))
        .hasMessage("no wanted good 'capital': there is mfrs, nonmfrs");
    assertThatThrownBy(() -> market.with("rat", 1))
        .hasMessage("there is no parameter 'rat': did you mean 'rate'?");
    assertThatThrownBy(() -> market.withScenario("tx"))
        .hasMessage("there is no scenario 'tx': did you mean 'tax'?");
  }

  @Test
  void aWrongValueIsRefusedWithItsPlace() throws IOException {
    var market = example("tupperware");
    assertThatThrownBy(() -> market.with("natgas.supply", -1))
        .isInstanceOf(InvalidMarketException.class)
        .hasMessageContaining("with:1:17: error: 'natgas.supply' is -1, but must be 0 or more");
    assertThatThrownBy(() -> market.with("natgas.supply", Double.NaN))
        .hasMessage("the value of 'natgas.supply' is NaN, but must be a finite number");
  }

  @Test
  void whereThereIsNoEquilibriumTheReasonIsTheResult() {
    var model = new EconomyBuilder();
    model.good("rice").demand(10).importAt(3, 4);
    var market = model.market();
    assertThat(market.search()).isInstanceOf(Outcome.UnmetDemand.class);
    assertThatThrownBy(market::solve)
        .isInstanceOfSatisfying(
            NoEquilibriumException.class,
            none -> assertThat(none.outcome()).isInstanceOf(Outcome.UnmetDemand.class))
        .hasMessageContaining("10 of 'rice' is wanted and at most about 4 can be had");
  }

  @Test
  void aMarketWithMoneyIsReportedInItsNumeraire() {
    var market =
        Market.parse(
            """
            numeraire bread
            good flour: price 2
            good bread: demand 10
            firm Bakery makes bread from flour:
                bread = 0.5 * flour
            """);
    var found = market.solve();
    assertThat(found.unitOfAccount()).isEqualTo("bread");
    assertThat(found.price("flour")).isCloseTo(0.5, within(SAME));
  }

  @Test
  void severalEquilibriaHaveIndices() throws IOException {
    var found = example("literature/kehoe").equilibria(60);
    assertThat(found).hasSize(3);
    assertThat(found.stream().mapToInt(each -> each.index()).sum()).isEqualTo(1);
  }

  @Test
  void filesThatAreNotThereOrWrongAreRefused() {
    assertThatThrownBy(() -> Market.read(Path.of("nowhere.market")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> Market.parse("good bread: prize 2"))
        .isInstanceOf(InvalidMarketException.class)
        .hasMessageStartingWith("one error:\nmarket:1:13: error: 'prize' is no line of a good");
  }

  @Test
  void severalThreadsMaySolveOneMarket() throws IOException {
    var market = example("power-day");
    var loads =
        IntStream.range(0, 8).parallel().mapToObj(k -> market.with("load[3]", 30 + k)).toList();
    assertThat(loads)
        .extracting(m -> m.parameters().get("load[3]"))
        .containsExactly(30.0, 31.0, 32.0, 33.0, 34.0, 35.0, 36.0, 37.0);
    var alone = example("literature/scarf");
    var prices = IntStream.range(0, 4).parallel().mapToObj(_ -> alone.solve().prices()).distinct();
    assertThat(prices).hasSize(1);
  }
}
