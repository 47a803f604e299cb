package dev.costate.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.dynamics.law.ArrowHurwicz;
import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.law.PrimalDual;
import dev.costate.dynamics.measure.Reading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A firm of constant returns between a fixed price and a fixed demand: surplus is bilinear, with
 * its saddle at the level 10 and the price 2.
 */
final class SaddleTest {
  private static final String BILINEAR =
      """
      good fuel: price 2
      good power: demand 10
      firm Plant makes power from fuel: power = fuel
      """;

  private record Trial(Run run, List<Reading> readings) {
    /** Squared distance of price and level from the saddle. */
    double distance(int round) {
      var power = readings.get(round).goods().get(1);
      return Math.pow(power.price() - 2, 2) + Math.pow(power.supply() - 10, 2);
    }
  }

  private static Trial trial(Dynamics law, int rounds) {
    var economy = Markets.of(BILINEAR);
    var start = new Start.At(Markets.solved(economy), List.of(1.0, 1.5));
    var readings = new ArrayList<Reading>();
    var run =
        Simulation.of(economy, Settings.STANDARD.with(law).withRounds(rounds), List.of())
            .run(start, readings::add);
    return new Trial(run, readings);
  }

  @Test
  void explicitStepsOfArrowAndHurwiczLeaveTheCircleByTheSquareOfTheStep() {
    double step = 0.05;
    var trial = trial(new ArrowHurwicz(step), 500);
    assertThat(trial.run().isSettled()).isFalse();
    for (int k = 1; k < 500; k++) {
      assertThat(trial.distance(k) / trial.distance(k - 1))
          .isCloseTo(1 + step * step, within(1e-9));
    }
  }

  /** The technology has norm 1, so that any step below 1 converges. */
  @Test
  void thePrimalDualMethodConvergesWithinItsCondition() {
    for (double step : List.of(0.3, 0.9)) {
      var trial = trial(new PrimalDual(step), 2_000);
      assertThat(trial.run().isSettled()).as("step %s: %s", step, trial.run().ending()).isTrue();
      assertThat(trial.run().plans().price("power")).isCloseTo(2, within(1e-5));
      assertThat(trial.run().plans().firm("Plant").makes("power")).isCloseTo(10, within(1e-4));
    }
  }

  /** A technology of norm 5: one step for all must be below 1/5. */
  @Test
  void withItsOwnStepsThePrimalDualMethodConvergesWhateverTheNorm() {
    var economy = Markets.of(BILINEAR.replace("power = fuel", "power = 5 * fuel"));
    var told = Settings.STANDARD.with(new PrimalDual(0.3)).withRounds(2_000);
    assertThat(Simulation.of(economy, told, List.of()).run(new Start.Usual(), _ -> {}).isSettled())
        .isFalse();
    var own = Settings.STANDARD.with(PrimalDual.withOwnSteps()).withRounds(2_000);
    var run = Simulation.of(economy, own, List.of()).run(new Start.Usual(), _ -> {});
    assertThat(run.isSettled()).as("%s", run.ending()).isTrue();
    assertThat(run.plans().price("power")).isCloseTo(0.4, within(1e-5));
  }

  @Test
  void thePrimalDualMethodDoesNotConvergeFarBeyondItsCondition() {
    assertThat(trial(new PrimalDual(2.5), 2_000).run().isSettled()).isFalse();
  }

  @Test
  void withStrictlyConcaveSurplusArrowAndHurwiczSettle() {
    var economy =
        Markets.of(
            """
            good fuel: price 2
            good power: demand(p) = 10 / p
            firm Plant makes power from fuel: power = fuel^0.5
            """);
    var run =
        Simulation.of(economy, Settings.STANDARD.with(new ArrowHurwicz(0.05)), List.of())
            .run(new Start.Usual(), _ -> {});
    assertThat(run.isSettled()).as("%s", run.ending()).isTrue();
  }
}
