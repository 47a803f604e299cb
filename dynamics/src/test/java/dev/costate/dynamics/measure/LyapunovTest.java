package dev.costate.dynamics.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.dynamics.Markets;
import dev.costate.dynamics.Settings;
import dev.costate.dynamics.Simulation;
import dev.costate.dynamics.Start;
import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.law.Laws;
import dev.costate.dynamics.law.PlainTatonnement;
import dev.costate.economy.Economy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What theorems say falls or stays does so, and nothing is claimed beyond them. */
final class LyapunovTest {
  private static final String SUBSTITUTES =
      """
      consumer one:
          owns a 3, b 1
          utility = a^0.2 * b^0.5 * c^0.3
      consumer two:
          owns b 2, c 1
          utility = ces(1, 2, [0.5, 0.2, 0.3], [a, b, c])
      """;

  private static final Dynamics LOGARITHMIC = Laws.find("log-tatonnement").orElseThrow();

  private static List<Double> course(
      Economy economy, Dynamics law, Class<?> expected, List<Double> factors) {
    var equilibrium = Markets.solved(economy);
    var lyapunov = Lyapunov.of(law, economy, equilibrium).orElseThrow();
    assertThat(lyapunov).isInstanceOf(expected);
    var course = new ArrayList<Double>();
    Simulation.of(economy, Settings.STANDARD.with(law).withRounds(500), List.of())
        .run(new Start.At(equilibrium, factors), reading -> course.add(lyapunov.at(reading)));
    return course;
  }

  @ParameterizedTest
  @ValueSource(strings = {"tupperware", "shared-good", "bakery"})
  void plainTatonnementComesCloserInPricesWhereThereIsAPotential(String example) {
    var economy = Markets.example(example);
    var factors = economy.goods().stream().map(_ -> 1.3).toList();
    var course =
        course(economy, new PlainTatonnement(1e-4), Lyapunov.DistanceOfPrices.class, factors);
    for (int k = 1; k < course.size(); k++) {
      assertThat(course.get(k)).as("round %d", k).isLessThan(course.get(k - 1));
    }
  }

  @Test
  void inPureExchangeItKeepsTheSumOfSquares() {
    var course =
        course(
            Markets.of(Markets.SCARF),
            new PlainTatonnement(1e-4),
            Lyapunov.Squares.class,
            List.of(1.5, 1.0, 0.7));
    assertThat(course.getLast()).isCloseTo(course.getFirst(), within(1e-5 * course.getFirst()));
    assertThat(course.getFirst()).isGreaterThan(0.1);
  }

  @Test
  void withGrossSubstitutesTheRangeOfLogarithmsFalls() {
    var course =
        course(Markets.of(SUBSTITUTES), LOGARITHMIC, Lyapunov.Range.class, List.of(10.0, 1.0, 0.1));
    assertThat(course.getFirst()).isGreaterThan(2);
    for (int k = 1; k < course.size(); k++) {
      assertThat(course.get(k)).as("round %d", k).isLessThanOrEqualTo(course.get(k - 1) + 1e-12);
    }
    assertThat(course.getLast()).isLessThan(1e-3);
  }

  @Test
  void nothingIsClaimedBeyondTheTheorems() {
    var scarf = Markets.of(Markets.SCARF);
    assertThat(Lyapunov.of(LOGARITHMIC, scarf, Markets.solved(scarf))).isEmpty();
    var sectors = Markets.example("two-sectors");
    for (var law : List.of(LOGARITHMIC, new PlainTatonnement(1e-3))) {
      assertThat(Lyapunov.of(law, sectors, Markets.solved(sectors))).isEmpty();
    }
    var essay = Markets.example("tupperware");
    assertThat(Lyapunov.of(Laws.standard(), essay, Markets.solved(essay))).isEmpty();
  }
}
