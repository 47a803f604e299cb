package dev.costate.equilibrium;

import static dev.costate.equilibrium.Markets.example;
import static dev.costate.equilibrium.Markets.solved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.equilibrium.FirmAccount.Activity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Dantzig's transport problem as an equilibrium: reference numbers of the GAMS model transmcp and
 * of the tests of Complementarity.jl (commit cd4fa31f), with fixed and elastic demand and with the
 * way from Seattle to Chicago halved.
 */
final class TransportMarketTest {
  private static final double DIGITS_GIVEN = 1e-8;
  private static final String SHORTCUT = "seattle_chicago=0.85";
  private static final List<String> CITIES = List.of("newyork", "chicago", "topeka");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("transport", List.of(), new double[] {0.225, 0.153, 0.126}, 0, 300),
        Arguments.of("elastic", List.of(), new double[] {0.225, 0.153, 0.126}, 0, 300),
        Arguments.of("transport", List.of(SHORTCUT), new double[] {0.225, 0.0765, 0.126}, 0, 300),
        Arguments.of(
            "elastic",
            List.of(SHORTCUT),
            new double[] {0.225, 0.13455581, 0.126},
            0.05805581,
            350));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void pricesAndShipmentsAreThePublishedOnes(
      String model, List<String> settings, double[] prices, double seattle, double toChicago) {
    var economy = example("dantzig/" + model + ".market", settings.toArray(String[]::new));
    var equilibrium = solved(economy);
    for (int i = 0; i < prices.length; i++) {
      assertThat(equilibrium.prices().get(CITIES.get(i)))
          .as(CITIES.get(i))
          .isCloseTo(prices[i], within(DIGITS_GIVEN));
    }
    assertThat(equilibrium.prices().get("seattle")).isCloseTo(seattle, within(DIGITS_GIVEN));
    assertThat(equilibrium.prices().get("sandiego")).isCloseTo(0, within(DIGITS_GIVEN));
    assertThat(shipped(equilibrium, "SeattleChicago")).isCloseTo(toChicago, within(1e-6));
    assertThat(shipped(equilibrium, "SanDiegoTopeka")).isCloseTo(275, within(1e-6));
    assertThat(shipped(equilibrium, "SeattleNewYork") + shipped(equilibrium, "SanDiegoNewYork"))
        .isCloseTo(325, within(1e-6));
    for (var route : List.of("SeattleTopeka", "SanDiegoChicago")) {
      var firm = equilibrium.firms().get(route);
      assertThat(firm.activity()).as(route).isEqualTo(Activity.SHUT);
      assertThat(firm.margin()).as(route).isNegative();
    }
  }

  private static double shipped(Equilibrium equilibrium, String route) {
    return equilibrium.firms().get(route).outputs().values().iterator().next();
  }
}
