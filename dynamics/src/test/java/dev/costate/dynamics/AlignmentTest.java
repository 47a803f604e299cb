package dev.costate.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.dynamics.law.Laws;
import dev.costate.dynamics.law.PlainTatonnement;
import dev.costate.dynamics.measure.Alignment;
import dev.costate.dynamics.measure.Reading;
import dev.costate.economy.Economy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Price moves and the gradient of the dual surplus. */
final class AlignmentTest {
  private static List<Reading> readings(Economy economy, Settings settings) {
    var readings = new ArrayList<Reading>();
    Simulation.of(economy, settings, List.of()).run(new Start.Usual(), readings::add);
    return readings;
  }

  @ParameterizedTest
  @ValueSource(strings = {"tupperware", "two-inputs", "bakery", "shared-good"})
  void plainTatonnementGoesStraightDown(String example) {
    var economy = Markets.example(example);
    var readings =
        readings(economy, Settings.STANDARD.with(new PlainTatonnement(1e-4)).withRounds(30));
    for (int k = 1; k < readings.size(); k++) {
      var alignment = Alignment.of(economy, readings.get(k - 1), readings.get(k));
      assertThat(alignment.cosine()).as("round %d", k).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void theDefaultGoesGenerallyDownAndEachMarketsPartAddsUp() {
    var economy = Markets.example("tupperware");
    var readings = readings(economy, Settings.STANDARD.withRounds(200));
    for (int k = 1; k < readings.size(); k++) {
      var alignment = Alignment.of(economy, readings.get(k - 1), readings.get(k));
      assertThat(alignment.cosine()).as("round %d", k).isBetween(0.0, 1.0);
      assertThat(alignment.shares()).containsOnlyKeys("natgas", "ethylene", "polyethylene");
      assertThat(alignment.shares().values().stream().mapToDouble(x -> x).sum())
          .isCloseTo(1, within(1e-9));
    }
  }

  /** Hotelling's lemma, by differences: V(p) is what all firms earn plus what the gas is worth. */
  @Test
  void excessDemandIsMinusTheGradientOfTheDualSurplus() {
    var economy = Markets.example("tupperware");
    double step = 1e-5;
    var at = surplus(1, 1, 1);
    double[] gradient = {
      (surplus(1 + step, 1, 1) - surplus(1 - step, 1, 1)) / (2 * step),
      (surplus(1, 1 + step, 1) - surplus(1, 1 - step, 1)) / (2 * step),
      (surplus(1, 1, 1 + step) - surplus(1, 1, 1 - step)) / (2 * step)
    };
    assertThat(at).isFinite();
    var first = readings(economy, Settings.STANDARD.with(Laws.standard()).withRounds(1)).getFirst();
    var goods = List.of("natgas", "ethylene", "polyethylene");
    for (int g = 0; g < 3; g++) {
      var name = goods.get(g);
      var good =
          first.goods().stream().filter(r -> r.good().equals(name)).findFirst().orElseThrow();
      assertThat(good.demand() - good.supply()).as(name).isCloseTo(-gradient[g], within(1e-6));
    }
  }

  /**
   * Profits of A, B and C in closed form, and the worth of 4 units of gas, at tupperware's price 1.
   */
  private static double surplus(double gas, double ethylene, double polyethylene) {
    double a = ethylene * ethylene / (4 * gas);
    double bought = Math.sqrt(polyethylene / ethylene) - 1;
    double b = polyethylene * (1 - 1 / (bought + 1)) - ethylene * bought;
    double c = Math.log(1 / polyethylene) - 1;
    return a + b + c + 4 * gas;
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-sectors", "carbon-tax", "refinery-network"})
  void whereThereIsNoPotentialItSaysWhy(String example) {
    assertThat(Alignment.obstacle(Markets.example(example))).isPresent();
  }
}
