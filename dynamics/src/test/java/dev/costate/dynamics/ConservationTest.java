package dev.costate.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costate.dynamics.law.Laws;
import dev.costate.dynamics.protocol.TraderState;
import dev.costate.dynamics.response.Conducts;
import dev.costate.dynamics.schedule.Audit;
import dev.costate.dynamics.schedule.Conditions;
import dev.costate.dynamics.schedule.Rounds;
import dev.costate.dynamics.schedule.Workers;
import dev.costate.dynamics.schedule.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holdings, whatever becomes of messages: the audit runs after every round. */
final class ConservationTest {
  private static final String MARKET =
      """
      good gas: supply 4
      good power: demand(p) = 3 / p
      good oil: import at 2 up to 1
      firm Old makes power from gas:
          power = gas^(1/2)
      firm New makes power from gas, oil, labor (tax 20% to state):
          power = ces(1.5, 0.5, [0.4, 0.3, 0.3], [gas, oil, labor])
      firm Bakery makes bread from labor:
          bread = labor^0.9
      consumer worker:
          owns labor 3, 50% of Old, all of Bakery
          transfers 10% of income to state
          utility = bread^0.5 * power^0.5
      consumer state:
          utility = bread
      """;

  @Test
  void everyGrainIsAccountedForWhileMessagesAreLostLateAndDoubled() {
    var random = new Random(6);
    for (int market = 0; market < 10; market++) {
      var economy = Markets.of(MARKET, "gas.supply=" + (1 + random.nextInt(8)));
      var conditions =
          new Conditions(
              random.nextBoolean() ? Conditions.Order.RANDOM : Conditions.Order.ROUNDS,
              0.4 * random.nextDouble(),
              0.4 * random.nextDouble(),
              random.nextInt(5));
      int rounds = 300;
      var seen = new ArrayList<Long>();
      var settings = Settings.STANDARD.withRounds(rounds).with(conditions, random.nextLong());
      // Each round is audited: a run that ends has lost and found nothing.
      Simulation.of(economy, settings, List.of(new Shock(rounds, economy)))
          .run(new Start.Usual(), reading -> seen.add(reading.round()));
      assertThat(seen).hasSize(rounds);
    }
  }

  @Test
  void theAuditFindsASingleGrain() {
    var economy = Markets.of(MARKET);
    var sizes = Conducts.sizes(economy);
    var agents = Conducts.agents(economy, Laws.standard(), sizes);
    var opening = new Opening(economy, agents, sizes, new Start.Usual());
    var rounds = new Rounds(agents, Conditions.SYNCHRONOUS, 1, Workers.alone());
    var first = rounds.opening(opening.traders(), opening.markets());
    var later = rounds.next(rounds.next(rounds.next(first)));
    Audit.check(agents, first, later);
    var traders = new ArrayList<TraderState>(later.traders());
    traders.getFirst().stock()[0]++;
    var wrong =
        new World(later.round(), traders, later.markets(), later.underway(), later.broadcast());
    assertThatThrownBy(() -> Audit.check(agents, first, wrong))
        .isInstanceOf(Audit.Imbalance.class)
        .hasMessageContaining("'gas'");
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    var economy = Markets.of(MARKET);
    var settings =
        Settings.STANDARD
            .withRounds(60)
            .with(new Conditions(Conditions.Order.RANDOM, 0.2, 0.2, 3), 42);
    var first = new ArrayList<String>();
    var second = new ArrayList<String>();
    Simulation.of(economy, settings, List.of())
        .run(new Start.Usual(), r -> first.add(r.toString()));
    Simulation.of(economy, settings, List.of())
        .run(new Start.Usual(), r -> second.add(r.toString()));
    assertThat(first).isEqualTo(second).hasSize(60);
  }
}
