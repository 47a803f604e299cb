package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.equilibrium.check.CheckReport.ConsumerVerdict;
import dev.costate.equilibrium.check.CheckReport.FirmVerdict;
import dev.costate.equilibrium.check.EquilibriumCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Better plans that lie in a narrow range behind a jump of the code. */
final class JumpsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 if l > 7.3 and l < 7.8 else 0",
        "3 if l > 7.3 and l < 7.31 else 0",
        "3 if l < 7.31 and l > 7.3 else 0",
        "0 if l <= 7.3 or l >= 7.3001 else 3",
        "3 if l == 7.3 else 0",
        "3 if abs(l - 7.3) < 0.001 else 0",
        "3 if (l - 7.3)^2 <= 1e-8 else 0",
        "3 if floor(10*l) == 73 else 0",
        "sign(l - 7.3) - sign(l - 7.31)",
        "max(0, 3 - 1000*abs(l - 7.3))",
        "3 if 20 - l > 12.69 and l*l > 53.29 else 0"
      })
  void aPlanInANarrowRangeIsFoundBySearchAndByCheck(String more) {
    var with = firm("l^0.5 + (%s)".formatted(more));
    assertThat(Market.outcome(with)).isInstanceOf(Outcome.MoreProfitablePlan.class);
    var without = Market.solved(firm("l^0.5"));
    var check = EquilibriumCheck.of(Market.of(with), without).firms().getFirst();
    assertThat(check.verdict()).isEqualTo(FirmVerdict.BETTER_PLAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9 if l > 7.3 and l < 7.31 and k > 4.2 and k < 4.21 else 0",
        "9 if l + k > 9.3 and l + k < 9.3001 else 0",
        "9 if abs(l - 2*k) < 1e-5 and l > 5 else 0"
      })
  void soItIsWithTwoInputs(String more) {
    var with = twoInputs("l^0.4*k^0.4 + (%s)".formatted(more));
    assertThat(Market.outcome(with)).isInstanceOf(Outcome.MoreProfitablePlan.class);
    var without = Market.solved(twoInputs("l^0.4*k^0.4"));
    var check = EquilibriumCheck.of(Market.of(with), without).firms().getFirst();
    assertThat(check.verdict()).isEqualTo(FirmVerdict.BETTER_PLAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 if y > 7 and y < 7.5 else 0",
        "3 if y > 7 and y < 7.001 else 0",
        "3 if abs(x - 2*y) < 1e-4 else 0",
        "3 if x == 2 else 0"
      })
  void aBundleInANarrowRangeIsFoundBySearchAndByCheck(String more) {
    var with = consumers("x^0.5*y^0.5 + (%s)".formatted(more));
    assertThat(Market.outcome(with)).isInstanceOf(Outcome.BetterBundle.class);
    var without = Market.solved(consumers("x^0.5*y^0.5"));
    var check = EquilibriumCheck.of(Market.of(with), without).consumers().getFirst();
    assertThat(check.verdict()).isEqualTo(ConsumerVerdict.BETTER_BUNDLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "l^0.5 - (3 if l > 7.3 and l < 7.8 else 0)",
        "l^0.5 + (3 if l > 7.3 and l < 7.2 else 0)",
        "l^0.5 if l < 7.3 else 7.3^0.5"
      })
  void whatIsNoBetterElsewhereStands(String code) {
    assertThat(Market.solved(firm(code)).firm("F").profit()).isCloseTo(1, within(1e-9));
  }

  private static String firm(String code) {
    return """
    firm F makes x from l:
        x = %s
    good l: price 1
    good x: price 2
    """
        .formatted(code);
  }

  private static String twoInputs(String code) {
    return """
    firm F makes x from l, k:
        x = %s
    good l: price 1
    good k: price 1
    good x: price 2
    """
        .formatted(code);
  }

  private static String consumers(String utility) {
    return """
    consumer h:
        owns x 10
        utility = %s
    consumer k:
        owns y 10
        utility = x^0.5*y^0.5
    """
        .formatted(utility);
  }
}
