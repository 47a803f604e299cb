package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.costate.economy.Overrides;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dantzig's transport market against published numbers (GAMS model library, transmcp). */
class DantzigTest {
  private static final String FIXED = Market.example("dantzig/transport");
  private static final String ELASTIC = Market.example("dantzig/elastic");
  private static final Overrides SHORTCUT = new Overrides(List.of("shortcut"), List.of());

  /** The published numbers have eight digits. */
  private static final double PUBLISHED = 1e-8;

  private static final double EXACT = 1e-12;

  private static void assertPrices(Equilibrium found, double... newyorkChicagoTopeka) {
    var cities = List.of("newyork", "chicago", "topeka");
    for (int i = 0; i < cities.size(); i++) {
      assertThat(found.good(cities.get(i)).price())
          .isCloseTo(newyorkChicagoTopeka[i], offset(EXACT));
    }
  }

  private static double made(Equilibrium found, String firm) {
    return found.firm(firm).outputs().values().iterator().next();
  }

  @Test
  void fixedDemand() {
    var found = Market.solved(FIXED);
    assertPrices(found, 0.225, 0.153, 0.126);
    assertThat(found.good("seattle").price()).isZero();
    assertThat(found.good("sandiego").price()).isZero();
    assertThat(made(found, "SeattleChicago")).isCloseTo(300, offset(1e-9));
    assertThat(made(found, "SanDiegoTopeka")).isCloseTo(275, offset(1e-9));
    assertThat(made(found, "SeattleNewYork") + made(found, "SanDiegoNewYork"))
        .isCloseTo(325, offset(1e-9));
    assertThat(found.outside().paidOut()).isCloseTo(153.675, offset(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"SeattleTopeka, 0.162, 0.126", "SanDiegoChicago, 0.162, 0.153"})
  void unusedRoutesAreShutWithTheirMargin(String route, double freight, double price) {
    var account = Market.solved(FIXED).firm(route);
    assertThat(account.activity()).isEqualTo(FirmAccount.Activity.SHUT);
    assertThat(account.outputs().values()).containsOnly(0.0);
    assertThat(account.margin()).isCloseTo(price / freight - 1, offset(1e-9));
  }

  @Test
  void elasticDemandReplicatesFixedDemand() {
    var found = Market.solved(ELASTIC);
    assertPrices(found, 0.225, 0.153, 0.126);
    assertThat(found.good("chicago").bought()).isCloseTo(300, offset(1e-9));
  }

  @Test
  void halfTheWayToChicagoHalvesItsPriceUnderFixedDemand() {
    var found = Market.solved(Market.of(FIXED, SHORTCUT));
    assertPrices(found, 0.225, 0.0765, 0.126);
    assertThat(found.good("seattle").price()).isZero();
  }

  @Test
  void halfTheWayToChicagoMakesSeattleScarceUnderElasticDemand() {
    var found = Market.solved(Market.of(ELASTIC, SHORTCUT));
    assertThat(found.good("chicago").price()).isCloseTo(0.13455581, offset(PUBLISHED));
    assertThat(found.good("seattle").price()).isCloseTo(0.05805581, offset(PUBLISHED));
    assertThat(found.good("newyork").price()).isCloseTo(0.225, offset(EXACT));
    assertThat(found.good("topeka").price()).isCloseTo(0.126, offset(EXACT));
    assertThat(found.good("sandiego").price()).isZero();
    assertThat(made(found, "SeattleChicago")).isCloseTo(350, offset(1e-8));
    assertThat(made(found, "SanDiegoNewYork")).isCloseTo(325, offset(1e-8));
    assertThat(made(found, "SanDiegoTopeka")).isCloseTo(275, offset(1e-8));
    assertThat(made(found, "SeattleNewYork")).isZero();
  }
}
