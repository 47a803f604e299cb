package dev.costate.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.law.Laws;
import dev.costate.dynamics.law.PlainTatonnement;
import dev.costate.dynamics.measure.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scarf's economy and gross substitutes, by the theorems about them. */
final class StabilityTest {
  /** Cobb-Douglas exchange: all goods are gross substitutes. */
  private static final String SUBSTITUTES =
      """
      consumer one:
          owns a 3, b 1
          utility = a^0.2 * b^0.5 * c^0.3
      consumer two:
          owns b 2, c 1
          utility = ces(1, 2, [0.5, 0.2, 0.3], [a, b, c])
      consumer three:
          owns a 1, c 4
          utility = a^0.6 * b^0.1 * c^0.3
      """;

  private static List<Reading> readings(String text, Settings settings, List<Double> factors) {
    var economy = Markets.of(text);
    var readings = new ArrayList<Reading>();
    Simulation.of(economy, settings, List.of())
        .run(new Start.At(Markets.solved(economy), factors), readings::add);
    return readings;
  }

  private static double squares(Reading reading) {
    return reading.goods().stream().mapToDouble(g -> g.price() * g.price()).sum();
  }

  private static double product(Reading reading) {
    return reading.goods().stream().mapToDouble(Reading.OfGood::price).reduce(1, (a, b) -> a * b);
  }

  /**
   * By Walras' law sum p z = 0, so in a step of h the sum of squares grows by h^2 |z|^2 exactly: in
   * the limit of small steps it is constant.
   */
  @Test
  void onScarfsEconomyTheSumOfSquaresMovesByTheSquareOfTheStepAlone() {
    double step = 0.01;
    var readings =
        readings(
            Markets.SCARF,
            Settings.STANDARD.with(new PlainTatonnement(step)).withRounds(400),
            List.of(1.5, 1.0, 0.7));
    for (int k = 1; k < readings.size(); k++) {
      double excess = 0;
      for (var good : readings.get(k - 1).goods()) {
        excess += Math.pow(good.demand() - good.supply(), 2);
      }
      assertThat(squares(readings.get(k)) - squares(readings.get(k - 1)))
          .isCloseTo(step * step * excess, within(1e-14));
    }
  }

  /** The drift of both invariants over a given time is of the order of the step. */
  @Test
  void onScarfsEconomyPlainTatonnementKeepsItsInvariantsAndDoesNotSettle() {
    double[] drift = new double[2];
    for (int k = 0; k < 2; k++) {
      double step = k == 0 ? 0.02 : 0.01;
      var readings =
          readings(
              Markets.SCARF,
              Settings.STANDARD.with(new PlainTatonnement(step)).withRounds(k == 0 ? 1000 : 2000),
              List.of(1.5, 1.0, 0.7));
      assertThat(readings).hasSize(k == 0 ? 1000 : 2000);
      drift[k] =
          Math.abs(product(readings.getLast()) - product(readings.getFirst()))
              / product(readings.getFirst());
      double largest =
          readings.getLast().goods().stream()
              .mapToDouble(good -> Math.abs(good.relativeExcess()))
              .max()
              .orElseThrow();
      assertThat(largest).isGreaterThan(0.05);
    }
    assertThat(drift[0]).isLessThan(0.2);
    assertThat(drift[1] / drift[0]).isCloseTo(0.5, within(0.1));
  }

  static Stream<Dynamics> damped() {
    return Laws.ALL.stream()
        .filter(law -> List.of("optimistic", "extra-gradient").contains(law.name()));
  }

  @ParameterizedTest
  @MethodSource("damped")
  void onScarfsEconomyTheDefaultAndExtraGradientSettleAtEqualPrices(Dynamics law) {
    var economy = Markets.of(Markets.SCARF);
    var run =
        Simulation.of(economy, Settings.STANDARD.with(law), List.of())
            .run(new Start.At(Markets.solved(economy), List.of(10.0, 1.0, 0.5)), _ -> {});
    assertThat(run.isSettled()).as("%s: %s", law.name(), run.ending()).isTrue();
    double price = run.plans().price("a");
    assertThat(run.plans().price("b") / price).isCloseTo(1, within(1e-5));
    assertThat(run.plans().price("c") / price).isCloseTo(1, within(1e-5));
  }

  /** Arrow, Block and Hurwicz 1959. */
  @Test
  void withGrossSubstitutesTheLargestRelativePriceFalls() {
    var economy = Markets.of(SUBSTITUTES);
    var equilibrium = Markets.solved(economy);
    var law = Laws.find("log-tatonnement").orElseThrow();
    var lyapunov = new ArrayList<Double>();
    var run =
        Simulation.of(economy, Settings.STANDARD.with(law), List.of())
            .run(
                new Start.At(equilibrium, List.of(10.0, 1.0, 0.1)),
                reading -> lyapunov.add(spread(reading, equilibrium)));
    assertThat(run.isSettled()).as("%s", run.ending()).isTrue();
    assertThat(lyapunov.getFirst()).isGreaterThan(2);
    assertThat(lyapunov.getLast()).isLessThan(1e-5);
    for (int k = 1; k < lyapunov.size(); k++) {
      assertThat(lyapunov.get(k)).isLessThanOrEqualTo(lyapunov.get(k - 1) + 1e-12);
    }
  }

  /** The largest less the smallest ln(p / p*): prices are relative. */
  private static double spread(Reading reading, dev.costate.equilibrium.Equilibrium equilibrium) {
    var logs =
        reading.goods().stream()
            .mapToDouble(good -> Math.log(good.price() / equilibrium.price(good.good())))
            .summaryStatistics();
    return logs.getMax() - logs.getMin();
  }
}
