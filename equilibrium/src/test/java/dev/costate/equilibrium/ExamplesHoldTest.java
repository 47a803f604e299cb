package dev.costate.equilibrium;

import static dev.costate.equilibrium.Markets.example;
import static dev.costate.equilibrium.Markets.solved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.equilibrium.check.CheckReport.Verdict;
import dev.costate.equilibrium.check.EquilibriumCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example stands up to the check, and the check does not let everything pass. */
final class ExamplesHoldTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tupperware",
        "shared-good",
        "joint-products",
        "reads-three-times",
        "two-inputs",
        "loop-branch-call",
        "bakery",
        "dantzig/transport",
        "dantzig/elastic"
      })
  void everyCheckHolds(String name) {
    var economy = example(name + ".market");
    var report = EquilibriumCheck.of(economy, solved(economy));
    assertThat(report.firms()).allMatch(f -> f.holds());
    assertThat(report.goods()).allMatch(g -> g.holds());
    assertThat(report.budget().holds()).isTrue();
    assertThat(report.prices()).noneMatch(p -> p.verdict() == Verdict.DIFFERS);
  }

  @Test
  void inALargerNetworkEveryPriceIsTheDerivativeOfSurplus() {
    var economy = example("refinery-network.market");
    assertThat(economy.firms()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(economy.goods()).hasSizeGreaterThanOrEqualTo(10);
    var report = EquilibriumCheck.of(economy, solved(economy));
    assertThat(report.holds()).isTrue();
    assertThat(report.prices())
        .filteredOn(p -> p.verdict() != Verdict.DOES_NOT_APPLY)
        .hasSizeGreaterThanOrEqualTo(10)
        .allMatch(p -> p.verdict() == Verdict.AGREES);
  }

  @Test
  void theSameGoodIsWorthTheSameInEachUseAndNoMoreToAFirmThatDoesNotBuyIt() {
    var equilibrium = solved(example("shared-good.market"));
    double price = equilibrium.prices().get("steel");
    int buyers = 0;
    for (var firm : equilibrium.firms().values()) {
      var steel =
          firm.marginals().stream().filter(m -> m.good().equals("steel")).findFirst().orElseThrow();
      if (steel.quantity() > 0) {
        buyers++;
        assertThat(steel.worth()).isCloseTo(price, within(1e-9 * price));
      } else {
        assertThat(steel.worth()).isLessThan(price);
        assertThat(steel.slack()).isCloseTo(price - steel.worth(), within(1e-9));
      }
    }
    assertThat(buyers).isEqualTo(3);
  }

  @Test
  void anotherPlanForAFirmIsCaught() {
    var economy = example("tupperware.market");
    var other = solved(example("tupperware.market", "natgas.supply=3"));
    assertThat(EquilibriumCheck.of(economy, other).holds()).isFalse();
  }
}
