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
        .isEqualTo(new Outcome.Unavailable(List.of("A")));
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
}
