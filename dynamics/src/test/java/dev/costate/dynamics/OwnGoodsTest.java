package dev.costate.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.dynamics.measure.Distance;
import dev.costate.dynamics.schedule.Conditions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Consumers who keep some of what they own, because it is taxed when it is sold or bought. */
final class OwnGoodsTest {
  /** The worker sells hours; the tenant buys land besides its own; with high taxes nobody does. */
  private static final String MARKET =
      """
      parameter rate = 20%%
      firm Farm makes food from hours, land:
          food = hours^0.5 * land^0.5
      consumer worker:
          owns hours 10 (tax rate to state), land 1 (tax rate to state)
          buys hours, land (tax 10%% to state)
          utility = ces(1, 0.5, [0.5, 0.3, 0.2], [food, hours, land])
      consumer tenant:
          owns hours 3 (tax rate to state), land %s (tax rate to state)
          buys land (tax 10%% to state)
          utility = ces(1, 0.8, [0.3, 0.2, 0.5], [food, hours, land])
      consumer state:
          utility = food
      """;

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 1.5, 2.2, 6})
  void theMarketSettlesWhereTheSolverDoes(double land) {
    var economy = Markets.of(MARKET.formatted(land));
    var equilibrium = Markets.solved(economy);
    var run = Simulation.of(economy, Settings.STANDARD, List.of()).run(new Start.Usual(), _ -> {});
    assertThat(run.isSettled()).isTrue();
    var distance = Distance.of(economy, run.reading(), equilibrium);
    assertThat(distance.prices()).isCloseTo(0, within(1e-5));
    assertThat(distance.quantities()).isCloseTo(0, within(1e-5));
    for (var consumer : List.of("worker", "tenant")) {
      for (var good : List.of("food", "hours", "land")) {
        double there = equilibrium.consumer(consumer).buys(good);
        assertThat(run.plans().consumer(consumer).buys(good))
            .isCloseTo(there, within(1e-5 * there));
      }
    }
  }

  @Test
  void whatIsKeptIsCountedToTheGrainWhateverBecomesOfMessages() {
    var economy = Markets.of(MARKET.formatted(1.5));
    var bad = new Conditions(Conditions.Order.RANDOM, 0.3, 0.3, 3);
    var settings = Settings.STANDARD.withRounds(300).with(bad, 2);
    // Each round is audited: a run that ends has lost and found nothing.
    var run =
        Simulation.of(economy, settings, List.of(new Shock(300, economy)))
            .run(new Start.Usual(), _ -> {});
    assertThat(run.world().round()).isEqualTo(300);
  }

  @Test
  void whoIsPaidForBuyingWhatHeSellsIsRefused() {
    var text =
        MARKET.formatted(1).replace("land (tax 10% to state)", "land (subsidy 30% from state)");
    assertThat(Simulation.obstacle(Markets.of(text)))
        .hasValueSatisfying(
            why -> assertThat(why).contains("may keep more for the 'land' that it sells"));
    assertThat(Simulation.obstacle(Markets.of(MARKET.formatted(1)))).isEmpty();
  }
}
