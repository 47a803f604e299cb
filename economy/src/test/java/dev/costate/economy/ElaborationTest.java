package dev.costate.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.costate.language.Diagnostic;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElaborationTest {
  private static final String CHAIN =
      """
      parameter grams = 1 + 3
      good natgas: supply grams
      good tupperware: price 50%
      firm A makes tupperware from natgas:
          tupperware = natgas^(1/2)
      scenario shortage: natgas.supply = 3
      """;

  private final Diagnostics diagnostics = new Diagnostics();

  private Economy economy(String text, Overrides overrides) {
    var economy =
        Elaboration.elaborate(
            Parser.parse(Source.of("m.market", text), diagnostics), overrides, diagnostics);
    assertThat(economy).as("%s", diagnostics.all()).isPresent();
    return economy.orElseThrow();
  }

  private Economy economy(String text) {
    return economy(text, Overrides.NONE);
  }

  private List<String> messages(String text, Overrides overrides) {
    Elaboration.elaborate(
        Parser.parse(Source.of("m.market", text), diagnostics), overrides, diagnostics);
    return diagnostics.all().stream().map(Diagnostic::message).toList();
  }

  private List<String> messages(String text) {
    return messages(text, Overrides.NONE);
  }

  @Test
  void everyNumberOfADeclarationIsAParameterWithADottedName() {
    var market =
        economy(
            """
            good oil:
                import at 5 up to 100
                import at 7
                export at 3 up to 50
            good car: demand 10
            firm A makes car from oil:
                car = oil
                capacity car <= 20
                capacity oil <= 2*car
            """);
    assertThat(market.parameters())
        .containsEntry("oil.import[1].price", 5.0)
        .containsEntry("oil.import[1].limit", 100.0)
        .containsEntry("oil.import[2].price", 7.0)
        .containsEntry("oil.export.price", 3.0)
        .containsEntry("oil.export.limit", 50.0)
        .containsEntry("car.demand", 10.0)
        .containsEntry("A.capacity[1]", 20.0)
        .doesNotContainKeys("A.capacity[2]", "oil.import[2].limit");
  }

  @Test
  void parametersAreEvaluatedWhateverTheirOrder() {
    var market =
        economy(
            """
            parameter twice = double(once)
            parameter once = 3
            function double(x): return 2*x
            good x: supply twice
            good y: price 1
            firm A makes y from x: y = once*x
            """);
    assertThat(market.parameters()).containsEntry("twice", 6.0).containsEntry("x.supply", 6.0);
  }

  @Test
  void aParameterThatDependsOnItselfIsAnError() {
    assertThat(messages("parameter a = b\nparameter b = 2*a\ngood x: supply a\ngood y: price 1\n"))
        .anyMatch(m -> m.contains("depends on itself: a → b → a"));
  }

  @Test
  void scenariosApplyBeforeSettings() {
    assertThat(economy(CHAIN).good("natgas").trades()).containsExactly(new Trade.FixedSupply(4));
    assertThat(
            economy(CHAIN, new Overrides(List.of("shortage"), List.of())).good("natgas").trades())
        .containsExactly(new Trade.FixedSupply(3));
    assertThat(
            economy(CHAIN, new Overrides(List.of("shortage"), List.of("natgas.supply=5")))
                .good("natgas")
                .trades())
        .containsExactly(new Trade.FixedSupply(5));
  }

  @Test
  void aSettingReachesWhatDependsOnIt() {
    var market = economy(CHAIN, Overrides.settings("grams=200%"));
    assertThat(market.parameters()).containsEntry("grams", 2.0).containsEntry("natgas.supply", 2.0);
  }

  @Test
  void unknownSettingsAndScenariosAreErrorsWithASuggestion() {
    messages(CHAIN, new Overrides(List.of("shortge"), List.of("natgas.suply=5")));
    assertThat(diagnostics.all())
        .extracting(Diagnostic::message, Diagnostic::hint)
        .contains(
            tuple("there is no parameter 'natgas.suply'", "did you mean 'natgas.supply'?"),
            tuple("there is no scenario 'shortge'", "did you mean 'shortage'?"));
  }

  @Test
  void aCurveTakesOtherPricesAsParameters() {
    var market =
        economy(
            """
            good tea: demand(p) = 10 - p + price(coffee) - 0*price(tea)
            good coffee: price 2
            """);
    assertThat(market.good("tea").trades())
        .containsExactly(new Trade.DemandCurve("tea_demand", List.of("coffee")));
    assertThat(market.program().function("tea_demand").parameters()).hasSize(2);
  }

  @Test
  void aPriceOfAnUnknownGoodIsAnError() {
    assertThat(messages("good tea:\n    demand(p) = 10 - price(cofee)\ngood coffee: price 2\n"))
        .contains("there is no good 'cofee'");
  }

  @Test
  void allErrorsAreReportedAtOnce() {
    assertThat(
            messages(
                """
                good natgas: supply -4
                good tupperware: price 1/0
                firm A makes tupperware from natgas:
                    tupperware = natgas
                """))
        .containsExactly(
            "'natgas.supply' is -4, but must be 0 or more",
            "'tupperware.price' is Infinity, but must be a finite number");
  }

  @Test
  void anOutputThatNoLineAssignsIsAnError() {
    assertThat(messages("good x: supply 1\ngood y: price 1\nfirm A makes y from x:\n    z = x\n"))
        .contains("firm 'A' makes 'y' but no line says how much");
  }

  @Test
  void anOutputThatABranchDoesNotAssignIsAnError() {
    assertThat(
            messages(
                "good x: supply 1\ngood y: price 1\nfirm A makes y from x:\n    if x > 1:\n        y = x\n"))
        .contains("firm 'A' does not say on every path how much 'y' it makes");
  }

  @Test
  void oneGoodOnBothSidesNeedsAnAlias() {
    var market = economy("good x: price 1\nfirm A makes x from x as y:\n    x = 2*y\n");
    assertThat(market.firm("A").inputs().getFirst().local()).isEqualTo("y");
    assertThat(messages("good x: price 1\nfirm A makes x from x:\n    x = 2*x\n"))
        .contains("firm 'A' both makes and uses 'x', under one name");
  }

  @Test
  void twoInputsOfOneNameAreAnError() {
    assertThat(
            messages(
                "good x: price 1\ngood y: price 1\nfirm A makes z from x as u, y as u:\n    z = u\n"))
        .contains("in firm 'A' both 'x' and 'y' are called 'u'");
  }

  @Test
  void codeOfAFirmDoesNotReturn() {
    assertThat(messages("good x: price 1\nfirm A makes y from x:\n    y = x\n    return y\n"))
        .contains("a firm's code does not return");
  }

  @Test
  void aClosedMarketNeedsOwners() {
    assertThat(messages("good x: supply 1\nfirm A makes y from x:\n    y = x\n"))
        .contains("this market is closed, and nobody in it owns the supply of 'x'");
  }

  @Test
  void looseEndsAreWarnings() {
    messages(
        """
        parameter idle = 1
        good x: supply 1
        good y: price 1
        firm A makes y from w, v:
            y = w
        """);
    assertThat(diagnostics.hasErrors()).isFalse();
    assertThat(diagnostics.all())
        .extracting(Diagnostic::message)
        .containsExactlyInAnyOrder(
            "nothing reads the parameter 'idle'",
            "nobody uses 'x': its price will be 0",
            "nobody supplies or makes 'w'",
            "nobody supplies or makes 'v'",
            "firm 'A' never reads its input 'v'");
  }

  @Test
  void aGoodThatOnlyMakersCouldBuyIsNotSaidToBeFree() {
    assertThat(
            messages(
                "good a: price 1\ngood b: price 3\ngood c: supply 3\nfirm F makes b, c from a:\n    b = a\n    c = -a\n"))
        .containsExactly(
            "nobody uses 'c': its price is 0 unless a firm's code makes a negative amount of it");
  }

  @Test
  void aNegativePriceNeedsNoDisposal() {
    assertThat(messages("good waste: import at -1 up to 5\ngood y: price 1\n"))
        .anyMatch(m -> m.startsWith("'waste.import.price' is -1"));
  }

  @Test
  void aFileOfFunctionsIsNoMarket() {
    var library = economy("function f(x): return x^2\n");
    assertThat(library.isMarket()).isFalse();
    assertThat(library.program().find("f")).isPresent();
  }

  @Test
  void ratesBeyondThePriceAreWarnedOf() {
    var text =
        """
        parameter t = 150%
        firm F makes food (tax t to state) from labor (subsidy 120% from state):
            food = labor
        consumer state:
            owns labor 10
            utility = food
        """;
    assertThat(messages(text))
        .containsExactly(
            "with taxes of 150% who sells 'food' keeps -50% of its price",
            "with subsidies of 120% who buys 'labor' pays -20% of its price: more always pays more");
  }

  @Test
  void ratesOfAllThePriceAreNot() {
    var text =
        """
        firm F makes food (tax 60% to state) (tax 40% to state) from labor (subsidy 100% from state):
            food = labor
        consumer state:
            owns labor 10
            utility = food
        """;
    assertThat(messages(text)).isEmpty();
  }
}
