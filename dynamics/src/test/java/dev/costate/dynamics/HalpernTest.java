package dev.costate.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.dynamics.Run.Ending.Settled;
import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.law.Laws;
import dev.costate.dynamics.schedule.Conditions;
import dev.costate.economy.Economy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The accelerated solver of linear and concave markets, beside the plain primal-dual method. */
final class HalpernTest {
  /** Four workers and four tasks, each pair with its cost in money (Kuhn 1955). */
  private static final String ASSIGNMENT =
      """
      set worker = 1..4
      set task = 1..4
      parameter hours[w in worker, t in task] = 3 + abs(7*w + 5*t - 4*floor((7*w + 5*t) / 4)) * 2 + abs(w - t)
      good hour: price 1
      good labor[w in worker]: supply 1
      good done[t in task]: demand 1
      firm Match[w in worker, t in task] makes done[t] from labor[w], hour:
          done[t] = min(labor[w], hour / hours[w, t])
      """;

  /** Markets in which the plain method, with the same steps, is not there yet in as many rounds. */
  private static final List<String> LINEAR =
      List.of("dantzig/transport", "dantzig/elastic", "assignment", "storage");

  private static Run run(Economy economy, String law, long rounds) {
    return run(economy, Laws.find(law).orElseThrow(), rounds);
  }

  private static Run run(Economy economy, Dynamics law, long rounds) {
    return Simulation.of(economy, Settings.STANDARD.with(law).withRounds(rounds), List.of())
        .run(new Start.Usual(), _ -> {});
  }

  private static Economy economy(String name) {
    return switch (name) {
      case "assignment" -> Markets.of(ASSIGNMENT);
      default -> Markets.example(name);
    };
  }

  /**
   * @param most rounds that it may take
   */
  @ParameterizedTest
  @CsvSource({
    "dantzig/transport, 200",
    "dantzig/elastic, 200",
    "assignment, 200",
    "storage, 900",
    "tupperware, 250",
    "tupperware-demand, 250",
    "two-inputs, 250",
    "bakery, 350",
    "shared-good, 150",
    "joint-products, 100",
    "reads-three-times, 150"
  })
  void linearAndConcaveMarketsSettleAtTheirEquilibrium(String name, long most) {
    var economy = economy(name);
    var run = run(economy, "halpern", most);
    assertThat(run.isSettled()).as("%s: %s", name, run.ending()).isTrue();
    var equilibrium = Markets.solved(economy);
    double worth = 0;
    double off = 0;
    for (var good : economy.goods()) {
      var there = equilibrium.good(good.name());
      worth += there.price() * there.bought();
      off += there.price() * Math.abs(run.plans().good(good.name()).bought() - there.bought());
    }
    assertThat(off).isLessThan(1e-4 * worth);
    long rounds = run.ending() instanceof Settled(long round) ? round : 0;
    if (LINEAR.contains(name)) {
      assertThat(run(economy, "primal-dual", rounds).isSettled()).isFalse();
    }
  }

  /** No step is too long, whatever the norm of the technology is. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 30})
  void technologiesOfAnyNormSettle(double unit) {
    var economy =
        Markets.of(
            """
            good fuel: price 2
            good power: demand %s
            firm Plant makes power from fuel: power = %s * fuel
            """
                .formatted(10 * unit, unit));
    var run = run(economy, "halpern", 600);
    assertThat(run.isSettled()).as("%s", run.ending()).isTrue();
    assertThat(run.plans().price("power")).isCloseTo(2 / unit, within(1e-5 * 2 / unit));
  }

  /** The audit of all holdings runs in every round. */
  @Test
  void lostLateAndDoubledMessagesLoseNoGrain() {
    for (long seed = 1; seed <= 5; seed++) {
      var settings =
          Settings.STANDARD
              .with(Laws.find("halpern").orElseThrow())
              .withRounds(300)
              .with(new Conditions(Conditions.Order.RANDOM, 0.2, 0.2, 3), seed);
      var run =
          Simulation.of(Markets.example("dantzig/transport"), settings, List.of())
              .run(new Start.Usual(), _ -> {});
      assertThat(run.reading().round()).isGreaterThan(1);
    }
  }
}
