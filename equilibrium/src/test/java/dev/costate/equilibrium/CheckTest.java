package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.economy.Economy;
import dev.costate.economy.Overrides;
import dev.costate.equilibrium.check.CheckReport;
import dev.costate.equilibrium.check.CheckReport.ConsumerVerdict;
import dev.costate.equilibrium.check.CheckReport.FirmVerdict;
import dev.costate.equilibrium.check.CheckReport.Verdict;
import dev.costate.equilibrium.check.EquilibriumCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check accepts equilibria and refuses what is a little off. */
final class CheckTest {
  private static final String TAXED =
      """
      parameter tax = 20%
      firm Bakery makes bread from labor (tax tax to state), fuel:
          bread = ces(1.5, 0.5, [0.6, 0.4], [labor, fuel])
      firm Well makes fuel (markup 10%) from labor:
          fuel = 3 * labor
      firm Mill makes fine, coarse from bread:
          fine, coarse = cet_at(bread, 1, 2, [0.6, 0.4])
      firm Idle makes bread from labor:
          bread = 0.01 * labor
      consumer people:
          owns labor 100 (tax 10% to state), all of Bakery, all of Well, all of Mill
          buys fine (tax 5% to state)
          utility = fine^0.4 * coarse^0.3 * labor^0.3
      consumer state:
          transfers 50% of income to people
          utility = fine
      """;

  private static CheckReport report(Economy economy, Equilibrium equilibrium) {
    return EquilibriumCheck.of(economy, equilibrium);
  }

  @ParameterizedTest
  @CsvSource({
    "literature/hosoe,free_trade", "literature/hosoe,",
    "literature/kehoe,", "literature/mathiesen,",
    "literature/one-two-three,", "literature/one-two-three,wage_floor",
    "literature/scarf,", "literature/shoven-whalley,tax",
    "literature/tax-equivalence,", "literature/tax-equivalence,subsidy",
    "literature/two-by-two-ces,growth"
  })
  void publishedEquilibriaHold(String example, String scenario) {
    var overrides = new Overrides(scenario == null ? List.of() : List.of(scenario), List.of());
    var economy = Market.of(Market.example(example), overrides);
    var report = report(economy, Market.solved(economy));
    assertThat(report.holds()).as("%s", report).isTrue();
    assertThat(report.prices()).allMatch(p -> p.verdict() == Verdict.DOES_NOT_APPLY);
  }

  @Test
  void wedgesMarkupsSplitsAndLeisureHold() {
    var economy = Market.of(TAXED);
    var report = report(economy, Market.solved(economy));
    assertThat(report.holds()).as("%s", report).isTrue();
    assertThat(report.taxes()).hasSize(1);
    assertThat(report.firms()).hasSize(4);
  }

  @Test
  void choicesAreFoundAgain() {
    var economy =
        Market.of(
            """
            good crude: import at 1
            good petrol: price 2
            good diesel: price 3
            firm Refinery makes petrol, diesel from crude choosing cut in 0..1:
                petrol = cut^0.5 * crude^0.5
                diesel = (1 - cut)^0.5 * crude^0.5
            """);
    var report = report(economy, Market.solved(economy));
    assertThat(report.holds()).as("%s", report).isTrue();
  }

  @Test
  void everyPriceThatIsOffIsNoticed() {
    var economy = Market.of(TAXED);
    var right = Market.solved(economy);
    for (var good : right.goods().keySet()) {
      for (double factor : new double[] {0.99, 1.01}) {
        var report = report(economy, withPrice(right, good, factor));
        assertThat(report.holds()).as("price of %s times %s", good, factor).isFalse();
      }
    }
  }

  @Test
  void anOutputThatTheCodeDoesNotMakeIsNoticed() {
    var economy = Market.of(TAXED);
    var right = Market.solved(economy);
    var firms = new LinkedHashMap<>(right.firms());
    var mill = right.firm("Mill");
    var outputs = new LinkedHashMap<>(mill.outputs());
    outputs.computeIfPresent("fine", (_, x) -> 1.001 * x);
    firms.put("Mill", withOutputs(mill, outputs));
    var report =
        report(economy, with(right, right.goods(), firms, right.consumers(), right.taxes()));
    assertThat(report.firms().get(2).verdict()).isEqualTo(FirmVerdict.CANNOT_MAKE);
    assertThat(report.goods()).anyMatch(good -> !good.holds());
  }

  @Test
  void anotherSplitThatEarnsLessIsNoticed() {
    var economy = Market.of(TAXED);
    var right = Market.solved(economy);
    var mill = right.firm("Mill");
    var outputs = new LinkedHashMap<>(mill.outputs());
    double level = mill.inputs().values().iterator().next();
    outputs.put("fine", 0.6 * level);
    outputs.put("coarse", 0.4 * level);
    var firms = new LinkedHashMap<>(right.firms());
    firms.put("Mill", withOutputs(mill, outputs));
    var report =
        report(economy, with(right, right.goods(), firms, right.consumers(), right.taxes()));
    assertThat(report.firms().get(2).verdict()).isEqualTo(FirmVerdict.BETTER_PLAN);
  }

  @Test
  void anotherBundleIsNoticed() {
    var economy = Market.of(TAXED);
    var right = Market.solved(economy);
    var people = right.consumer("people");
    var prices = right.prices();
    var buys = new LinkedHashMap<>(people.buys());
    double moved = 0.01 * buys.getOrDefault("fine", 0.0);
    buys.merge("fine", -moved, Double::sum);
    double tax = 1.05;
    buys.merge(
        "coarse",
        tax * moved * prices.getOrDefault("fine", 0.0) / prices.getOrDefault("coarse", 1.0),
        Double::sum);
    var consumers = new LinkedHashMap<>(right.consumers());
    consumers.put(
        "people", new ConsumerAccount(people.income(), people.utility(), buys, Map.of(), 0));
    var report =
        report(economy, with(right, right.goods(), right.firms(), consumers, right.taxes()));
    assertThat(report.consumers().getFirst().verdict())
        .isIn(ConsumerVerdict.BETTER_BUNDLE, ConsumerVerdict.INCOME_DIFFERS);
    assertThat(report.holds()).isFalse();
  }

  @Test
  void moneyThatNobodyHasIsNoticed() {
    var economy = Market.of(TAXED);
    var right = Market.solved(economy);
    var people = right.consumer("people");
    var buys = new LinkedHashMap<>(people.buys());
    buys.replaceAll((_, quantity) -> 1.001 * quantity);
    var consumers = new LinkedHashMap<>(right.consumers());
    consumers.put(
        "people", new ConsumerAccount(people.income(), people.utility(), buys, Map.of(), 0));
    var report =
        report(economy, with(right, right.goods(), right.firms(), consumers, right.taxes()));
    assertThat(report.consumers().getFirst().holds()).isFalse();
    assertThat(report.budget().holds()).isFalse();
  }

  @Test
  void taxReceiptsAreAddedUpAgain() {
    var economy = Market.of(TAXED);
    var right = Market.solved(economy);
    var taxes = new LinkedHashMap<>(right.taxes());
    taxes.replaceAll((_, money) -> 1.001 * money);
    var report =
        report(economy, with(right, right.goods(), right.firms(), right.consumers(), taxes));
    assertThat(report.taxes()).noneMatch(CheckReport.TaxCheck::holds);
    assertThat(report.holds()).isFalse();
  }

  @Test
  void anUnknownThatIsOffIsNoticed() {
    var overrides = new Overrides(List.of("wage_floor"), List.of());
    var economy = Market.of(Market.example("literature/one-two-three"), overrides);
    var right = Market.solved(economy);
    for (var unknown : right.unknowns().keySet()) {
      var unknowns = new LinkedHashMap<>(right.unknowns());
      unknowns.merge(unknown, 0.01, Double::sum);
      var wrong =
          new Equilibrium(
              right.unitOfAccount(),
              right.goods(),
              right.firms(),
              right.consumers(),
              right.taxes(),
              unknowns,
              right.parameters(),
              right.outside(),
              right.unowned(),
              right.conditions(),
              right.worst(),
              right.effort());
      assertThat(report(economy, wrong).holds()).as(unknown).isFalse();
    }
  }

  private static Equilibrium withPrice(Equilibrium right, String good, double factor) {
    var goods = new LinkedHashMap<>(right.goods());
    var a = right.good(good);
    goods.put(
        good,
        new GoodAccount(
            a.price() * factor,
            a.made(),
            a.endowed(),
            a.used(),
            a.fromOutside(),
            a.toOutside(),
            a.disposed()));
    return with(right, goods, right.firms(), right.consumers(), right.taxes());
  }

  private static FirmAccount withOutputs(FirmAccount a, Map<String, Double> outputs) {
    return new FirmAccount(
        a.inputs(),
        outputs,
        a.profit(),
        a.margin(),
        a.activity(),
        a.choices(),
        a.rents(),
        a.marginals(),
        a.kinks());
  }

  private static Equilibrium with(
      Equilibrium e,
      Map<String, GoodAccount> goods,
      Map<String, FirmAccount> firms,
      Map<String, ConsumerAccount> consumers,
      Map<String, Double> taxes) {
    return new Equilibrium(
        e.unitOfAccount(),
        goods,
        firms,
        consumers,
        taxes,
        e.unknowns(),
        e.parameters(),
        e.outside(),
        e.unowned(),
        e.conditions(),
        e.worst(),
        e.effort());
  }
}
