package dev.costate.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.dynamics.schedule.Conditions;
import dev.costate.dynamics.schedule.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResumeTest {
  @Test
  void aResumedRunIsTheUninterruptedOneBitForBit() {
    var economy = Markets.example("two-inputs");
    var shock = new Shock(30, Markets.example("two-inputs", "steam.supply=1"));
    var settings =
        Settings.STANDARD
            .withRounds(60)
            .with(new Conditions(Conditions.Order.RANDOM, 0.2, 0.2, 4), 11);
    var all = new ArrayList<String>();
    var whole =
        Simulation.of(economy, settings, List.of(shock))
            .run(new Start.Usual(), reading -> all.add(reading.toString()));
    var parts = new ArrayList<String>();
    var half =
        Simulation.of(economy, settings.withRounds(35), List.of(shock))
            .run(new Start.Usual(), reading -> parts.add(reading.toString()));
    var resumed =
        Simulation.of(economy, settings, List.of(shock))
            .resume(half.world(), reading -> parts.add(reading.toString()));
    assertThat(parts).isEqualTo(all).hasSize(60);
    assertThat(text(resumed.world())).isEqualTo(text(whole.world()));
  }

  /** Everything there is, with the bits of arrays. */
  private static String text(World world) {
    var text = new StringBuilder().append(world.round()).append(world.underway());
    for (var trader : world.traders()) {
      text.append(Arrays.toString(trader.prices()))
          .append(Arrays.toString(trader.stock()))
          .append(Arrays.toString(trader.shipped()))
          .append(Arrays.toString(trader.received()))
          .append(Arrays.toString(trader.memory()))
          .append(trader.cash());
    }
    for (var market : world.markets()) {
      text.append(market.price())
          .append(Arrays.toString(market.memory()))
          .append(Arrays.toString(market.accepted()))
          .append(Arrays.toString(market.delivered()))
          .append(market.outside());
    }
    return text.toString();
  }
}
