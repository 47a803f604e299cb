package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.data.Offset.offset;

import dev.costate.equilibrium.Outcome.UnboundedProfit.Returns;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markets without an equilibrium say why. */
class FailuresTest {
  @ParameterizedTest
  @ValueSource(strings = {"supply 4", "price 3", "supply(p) = p"})
  void increasingReturnsComeWithAPlanThatShowsThem(String steel) {
    var outcome =
        Market.outcome(
            "good steel: %s\ngood ships: price 1\nfirm Yard makes ships from steel: ships = steel^2\n"
                .formatted(steel));
    assertThat(outcome)
        .asInstanceOf(type(Outcome.UnboundedProfit.class))
        .satisfies(failure -> {
          assertThat(failure.firm()).isEqualTo("Yard");
          assertThat(failure.returns()).isEqualTo(Returns.INCREASING);
          assertThat(failure.plan().profit()).isPositive();
        });
  }

  @Test
  void aChainThatEarnsOnEveryUnitHasNoEnd() {
    var outcome =
        Market.outcome(
            "good x: price 1\ngood y: price 3\nfirm A makes m from x: m = 2*x\nfirm B makes y from m: y = m\n");
    assertThat(outcome)
        .asInstanceOf(type(Outcome.UnboundedProfit.class))
        .satisfies(failure -> {
          assertThat(failure.firm()).isEqualTo("B");
          assertThat(failure.returns()).isEqualTo(Returns.CONSTANT);
          assertThat(failure.prices()).containsEntry("y", 3.0);
          assertThat(failure.plan().profit()).isPositive();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"y = 2*x", "y = min(2*x, 100)", "y = 8*x/(4 + 0*x)"})
  void demandNobodyCanMeetSaysHowMuchCanBeHad(String code) {
    var outcome =
        Market.outcome(
            "good x: supply 4\ngood y: demand 10\nfirm A makes y from x:\n    %s\n"
                .formatted(code));
    assertThat(outcome)
        .asInstanceOf(type(Outcome.UnmetDemand.class))
        .satisfies(failure -> {
          assertThat(failure.good()).isEqualTo("y");
          assertThat(failure.wanted()).isEqualTo(10);
          assertThat(failure.available()).isCloseTo(8, offset(1e-6));
        });
  }

  @Test
  void aGoodThatNobodySuppliesMakesDemandImpossible() {
    var outcome =
        Market.outcome(
            "good y: demand 10\ngood z: price 1\nfirm A makes y from x, z: y = min(x, z)\n");
    assertThat(outcome)
        .asInstanceOf(type(Outcome.UnmetDemand.class))
        .satisfies(failure -> assertThat(failure.available()).isCloseTo(0, offset(1e-6)));
  }

  @Test
  void codeThatIsFiniteNowhereIsSaid() {
    assertThat(
            Market.outcome(
                "good x: price 1\ngood y: price 1\nfirm A makes y from x: y = sqrt(-1 - x)\n"))
        .isEqualTo(new Outcome.Unavailable(List.of("A"), List.of(), List.of()));
  }

  @Test
  void everyFailureHasAWordASentenceAndAHint() {
    var outcome =
        Market.outcome("good x: supply 4\ngood y: demand 10\nfirm A makes y from x: y = 2*x\n");
    assertThat(outcome.status()).isEqualTo("unmet-demand");
    assertThat(outcome.message())
        .isEqualTo(
            "no equilibrium exists: at any price 10 of 'y' is wanted and at most about 8 can be had");
    assertThat(outcome.hint()).isNotEmpty();
  }

  @Test
  void outsidersWhoPayMoreThanTheyAskTradeWithoutEnd() {
    var oil = "good oil:\n    import at 3\n    export at %s\n";
    assertThat(Market.outcome(oil.formatted("5")))
        .isEqualTo(new Outcome.UnboundedTrade("oil", 3, 5));
    assertThat(Market.outcome(oil.formatted("3"))).isInstanceOf(Outcome.Solved.class);
    assertThat(Market.outcome(oil.formatted("5 up to 50"))).isInstanceOf(Outcome.Solved.class);
  }

  @Test
  void aPriceThatRunsAwayIsNoProofThatThereIsNoEquilibrium() {
    var far = "good a:\n    supply 5\n    demand(p) = 1e20/p\n";
    assertThat(Market.outcome(far))
        .satisfiesAnyOf(
            outcome -> assertThat(outcome).isInstanceOf(Outcome.Solved.class),
            outcome -> assertThat(outcome.message()).startsWith("no equilibrium was found"));
    assertThat(
            Market.outcome(
                "good b: demand(p) = 7/p\ngood a: supply 0\nfirm B makes b from a: b = a\n"))
        .asInstanceOf(type(Outcome.RunawayPrice.class))
        .satisfies(failure -> assertThat(failure.wanted()).isGreaterThan(failure.available()));
  }

  /** With none of an input whose first unit is worth any price there is no price. */
  @ParameterizedTest
  @ValueSource(strings = {"", "unknown t: t == price(bridges)\n"})
  void whatIsWantedAtAnyPriceHasNone(String more) {
    var text =
        """
        good steel: supply %s
        good bridges: price 4
        firm Bridges makes bridges from steel: bridges = 2 * sqrt(steel)
        %s
        """;
    assertThat(Market.outcome(text.formatted("0", more)))
        .asInstanceOf(type(Outcome.RunawayPrice.class))
        .satisfies(failure -> assertThat(failure.good()).isEqualTo("steel"));
    assertThat(Market.outcome(text.formatted("1e-9", more)))
        .asInstanceOf(type(Outcome.Solved.class))
        .satisfies(solved ->
            assertThat(solved.equilibrium().price("steel"))
                .isCloseTo(4 / Math.sqrt(1e-9), offset(1e-3)));
  }

  @Test
  void codeThatFailsEverywhereSaysWhereAndWithWhat() {
    var outcome =
        Market.outcome(
            "good x: price 1\ngood y: price 1\nfirm A makes y from x:\n    v = [1, 2, 3]\n    y = v[5]*x\n");
    assertThat(outcome.message()).contains("test.market:5:").contains("5");
    assertThat(outcome.status()).isEqualTo("no-available-plan");
  }

  /** What the first leaves unspent is missing where labor is sold. */
  @Test
  void whoWantsNoMoreIsNamed() {
    var outcome =
        Market.outcome(
            """
            firm F makes bread from labor: bread = labor
            consumer h:
                owns labor 10
                utility = min(bread, 5)
            consumer k:
                owns labor 2
                utility = bread
            """);
    assertThat(outcome).isInstanceOf(Outcome.Stalled.class);
    assertThat(outcome.hint()).startsWith("consumer 'h', with 10 to spend, wants no more");
  }

  @Test
  void whoCannotPayWhatItNeedsIsNamed() {
    var outcome =
        Market.outcome(
            """
            firm F makes food from labor: food = labor
            firm G makes cloth from labor: cloth = labor
            consumer h:
                owns labor 10
                utility = 0.4*ln(food - 12) + 0.6*ln(cloth)
            """);
    assertThat(outcome).isInstanceOf(Outcome.Stalled.class);
    assertThat(outcome.hint()).contains("nothing that consumer 'h' can pay");
  }

  @Test
  void profitWithoutOwnersIsTold() {
    var outcome =
        Market.outcome(
            """
            firm F makes food from labor: food = labor^0.5
            consumer h:
                owns labor 100, 60% of F
                utility = food
            consumer g:
                owns 30% of F
                utility = food
            """);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.message()).endsWith("of which nobody in this closed market owns 10%");
  }

  @Test
  void aConsumerIsNoFirm() {
    var outcome =
        Market.outcome(
            """
            firm F makes food from labor: food = labor
            consumer h:
                owns labor 10
                utility = ln(-1 - food)
            """);
    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(outcome.message()).startsWith("consumer 'h' has no bundle");
  }
}
