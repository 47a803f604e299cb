package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CertaintyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ln(1 + x) + sqrt(z)",
        "x^0.3 * z^0.7",
        "3 * sqrt(x*z)",
        "(x + z)^0.5 * x^0.5",
        "(0.3*x^0.5 + 0.7*z^0.5)^2",
        "(0.3*x^(-1) + 0.7*z^(-1))^(-1)",
        "min(2*x, z, 3 + x^0.5)",
        "5 - 1/(x + 1) - exp(-z)",
        "-(x - 2)^2 + z",
        "x - max(x, z)",
        "x - abs(x - z) + ln(x^2 * z)",
        "ces(2, 0.5, [0.4, 0.6], [x, z^0.5])"
      })
  void theFormOfTheCodeShowsThatItIsConcave(String code) {
    assertThat(ofFirm(code)).isNotEqualTo(Certainty.SEARCHED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x^2",
        "x * z",
        "x^0.6 * z^0.6",
        "(x^0.5 + z^0.5)^3",
        "exp(x)",
        "max(x, z)",
        "sin(x)",
        "x if x < 1 else 2 - x",
        "(x^2 + z^2)^0.5",
        "min(x, z^2)",
        "1/x",
        "x^0.5 - z^0.5"
      })
  void whatIsNotConcaveIsSearched(String code) {
    assertThat(ofFirm(code)).isEqualTo(Certainty.SEARCHED);
  }

  @Test
  void aCapacityMustLimitSomethingConvex() {
    assertThat(ofFirm("x^0.5 + z\n    capacity x^2 + z <= 10")).isEqualTo(Certainty.CONCAVE);
    assertThat(ofFirm("x^0.5 + z\n    capacity min(x, z) <= 10")).isEqualTo(Certainty.SEARCHED);
  }

  @Test
  void anOutputThatMayCostSomethingMustBeAffine() {
    assertThat(ofFirm("x^0.5 + z", "good y: no disposal")).isEqualTo(Certainty.SEARCHED);
    assertThat(ofFirm("0.5*x + 2*z - 1", "good y: no disposal")).isEqualTo(Certainty.CONCAVE);
  }

  @Test
  void aUtilityNeedsOnlyBeQuasiconcave() {
    assertThat(ofConsumer("x^2 * z^3")).isNotEqualTo(Certainty.SEARCHED);
    assertThat(ofConsumer("(x - 1)^0.5 * (z + 1)^0.5")).isEqualTo(Certainty.SEARCHED);
    assertThat(ofConsumer("x^2 + z^2")).isEqualTo(Certainty.SEARCHED);
    assertThat(ofConsumer("ln(x + 1) + z")).isEqualTo(Certainty.CONCAVE);
  }

  @Test
  void aConsumerWhoWouldRatherHaveOneGoodIsNoEquilibrium() {
    var outcome = Market.outcome(market("x^2 + z^2"));
    assertThat(outcome).isInstanceOf(Outcome.BetterBundle.class);
    assertThat(outcome.message()).contains("the utility of consumer 'a' is 50");
  }

  private static Certainty ofFirm(String code, String... lines) {
    var text =
        "firm F makes y from x, z:\n    y = %s\n%s\ngood x: price 1\ngood z: price 1\n%s\n"
            .formatted(
                code,
                "",
                lines.length == 0 ? "good y: price 1" : lines[0] + "\n    demand(p) = 9 - p");
    return Certainty.ofFirms(Market.of(text.replace(": no disposal\n", ":\n    no disposal\n")))
        .get("F");
  }

  private static String market(String utility) {
    return """
    consumer a:
        owns labor 10
        utility = %s
    firm X makes x from labor: x = labor
    firm Z makes z from labor: z = labor
    """
        .formatted(utility);
  }

  private static Certainty ofConsumer(String utility) {
    return Certainty.ofConsumers(Market.of(market(utility))).get("a");
  }
}
