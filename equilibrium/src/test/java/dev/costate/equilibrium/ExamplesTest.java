package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.costate.equilibrium.FirmAccount.Activity;
import dev.costate.equilibrium.check.CheckReport.Verdict;
import dev.costate.equilibrium.check.EquilibriumCheck;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the examples are there to show. */
class ExamplesTest {
  private static final double EXACT = 1e-12;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tupperware",
        "shared-good",
        "joint-products",
        "reads-three-times",
        "two-inputs",
        "loop-branch-call",
        "refinery-network",
        "bakery",
        "dantzig/transport",
        "dantzig/elastic"
      })
  void inEveryExamplePricesAreDerivativesOfSurplus(String name) {
    var economy = Market.of(Market.example(name));
    var found = Market.solved(economy);
    assertThat(found.residual()).isLessThan(1e-12);
    assertThat(EquilibriumCheck.of(economy, found).holds()).isTrue();
  }

  @Test
  void oneGoodHasOneMarginalValueInEveryUse() {
    var found = Market.solved(Market.example("shared-good"));
    double price = found.good("steel").price();
    for (var buyer : List.of("Bridges", "Ships", "Cans")) {
      assertThat(found.firm(buyer).marginals().getFirst().worth()).isCloseTo(price, offset(EXACT));
    }
    double bought =
        found.firms().values().stream().mapToDouble(firm -> firm.inputs().get("steel")).sum();
    assertThat(bought).isCloseTo(30, offset(1e-10));
  }

  @Test
  void theFirmThatDoesNotBuyHasAStrictInequality() {
    var toys = Market.solved(Market.example("shared-good")).firm("Toys");
    assertThat(toys.activity()).isEqualTo(Activity.SHUT);
    assertThat(toys.marginals().getFirst().worth()).isCloseTo(0.2, offset(EXACT));
    assertThat(toys.marginals().getFirst().slack()).isGreaterThan(0.7);
  }

  @Test
  void adjointsAddOverOutputs() {
    var crude =
        Market.solved(Market.example("joint-products")).firm("Refinery").marginals().getFirst();
    assertThat(crude.terms()).hasSize(2);
    assertThat(crude.terms().stream().mapToDouble(FirmAccount.Term::value).sum())
        .isCloseTo(crude.price(), offset(EXACT));
  }

  @Test
  void adjointsAddOverReads() {
    var ore =
        Market.solved(Market.example("reads-three-times")).firm("Smelter").marginals().getFirst();
    double x = 5;
    double metal =
        Math.log(1 + x) / (2 * Math.sqrt(x)) + Math.sqrt(x) / (1 + x) + 1 / ((1 + x) * (1 + x));
    assertThat(ore.terms().getFirst().derivative()).isCloseTo(metal, offset(EXACT));
    assertThat(ore.price()).isCloseTo(3 * metal + 0.1 * 0.2, offset(EXACT));
  }

  @Test
  void aCapacityThatBindsHasARentThatExplainsThePrice() {
    var distillation = Market.solved(Market.example("refinery-network")).firm("Distillation");
    assertThat(distillation.rents().get("Distillation.capacity")).isPositive();
    for (var input : distillation.marginals()) {
      assertThat(input.worth()).isCloseTo(input.price(), offset(EXACT));
    }
  }

  @Test
  void inALargerNetworkEveryPriceIsTheDerivativeOfSurplus() {
    var economy = Market.of(Market.example("refinery-network"));
    assertThat(economy.firms()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(economy.goods()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(EquilibriumCheck.of(economy, Market.solved(economy)).prices())
        .filteredOn(price -> price.verdict() != Verdict.DOES_NOT_APPLY)
        .hasSizeGreaterThanOrEqualTo(10)
        .allMatch(price -> price.verdict() == Verdict.AGREES);
  }

  @Test
  void theEquilibriumOfAnotherMarketIsCaught() {
    var chain = Market.example("tupperware");
    var other = Market.solved(chain, "natgas.supply=3");
    assertThat(EquilibriumCheck.of(Market.of(chain), other).holds()).isFalse();
  }
}
