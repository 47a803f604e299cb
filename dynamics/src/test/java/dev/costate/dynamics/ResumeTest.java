package dev.costate.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.law.Laws;
import dev.costate.dynamics.measure.Reading;
import dev.costate.dynamics.schedule.Conditions;
import dev.costate.dynamics.schedule.Conditions.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that goes on from a checkpoint is the run that was never interrupted, bit for bit. */
final class ResumeTest {
  private static final long SHOCK = 6;
  private static final long ROUNDS = 16;

  static Stream<Dynamics> dynamics() {
    return Laws.ALL.stream();
  }

  /** All kinds of agents: best plans, levels, consumers who pay each other, imports, curves. */
  private static final String MARKET =
      """
      good gas: supply 4
      good power: demand(p) = 3 / p
      good oil: import at 2 up to 1
      good tool: price 1.5
      firm Old makes power from gas:
          power = gas^(1/2)
      firm New makes power from gas, oil, labor (tax 20% to state):
          power = ces(1.5, 0.5, [0.4, 0.3, 0.3], [gas, oil, labor])
      firm Bakery makes bread from labor, tool:
          bread = labor^0.6 * tool^0.2
      consumer worker:
          owns labor 3, 50% of Old, all of Bakery
          transfers 10% of income to state
          utility = bread^0.5 * power^0.5
      consumer state:
          utility = bread
      """;

  private static final Conditions BAD = new Conditions(Order.RANDOM, 0.2, 0.2, 4);

  private static List<Shock> shocks() {
    return List.of(new Shock(SHOCK, Markets.of(MARKET, "gas.supply=2")));
  }

  private static Simulation simulation(Settings settings) {
    return Simulation.of(Markets.of(MARKET), settings, shocks());
  }

  /** Every round of a run, and every checkpoint of it. */
  private record Kept(List<String> readings, List<Checkpoint> checkpoints) implements Onlooker {
    Kept() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    @Override
    public void see(Reading reading) {
      readings.add(reading.toString());
    }

    @Override
    public void couldResume(Checkpoint checkpoint) {
      checkpoints.add(checkpoint);
    }
  }

  @ParameterizedTest
  @MethodSource("dynamics")
  void aRunResumesAfterAnyRoundWhileMessagesAreLostLateAndDoubled(Dynamics law) {
    resumes(Settings.STANDARD.with(law).withRounds(ROUNDS).with(BAD, 11), 1);
  }

  @ParameterizedTest
  @MethodSource("dynamics")
  void aRunOfSynchronousRoundsResumes(Dynamics law) {
    resumes(Settings.STANDARD.with(law).withRounds(ROUNDS), 4);
  }

  private static void resumes(Settings settings, int step) {
    var whole = new Kept();
    var end = simulation(settings).run(new Start.Usual(), whole);
    // With one step for all a price may come to 0, where a consumer has no best bundle.
    assertThat(whole.readings().size()).isBetween((int) SHOCK + 2, (int) ROUNDS);
    for (var checkpoint : whole.checkpoints()) {
      if (checkpoint.round() == ROUNDS || checkpoint.round() % step != 0) {
        continue;
      }
      var rest = new Kept();
      var resumed = simulation(settings).resume(checkpoint, rest);
      int round = (int) checkpoint.round();
      assertThat(resumed.ending()).isEqualTo(end.ending());
      assertThat(rest.readings()).isEqualTo(after(round, whole.readings()));
      assertThat(Bits.of(resumed.checkpoint())).isEqualTo(Bits.of(end.checkpoint()));
      assertThat(Bits.of(rest.checkpoints())).isEqualTo(Bits.of(after(round, whole.checkpoints())));
    }
  }

  private static <T> List<T> after(int round, List<T> rounds) {
    return rounds.subList(round, rounds.size());
  }

  @Test
  void aRunThatSettlesDoesSoInTheSameRoundWhereverItResumes() {
    var economy = Markets.example("tupperware");
    var simulation = Simulation.of(economy, Settings.STANDARD, List.of());
    var whole = new Kept();
    var end = simulation.run(new Start.Usual(), whole);
    assertThat(end.isSettled()).isTrue();
    for (int k = 0; k < whole.checkpoints().size(); k++) {
      // The last rounds matter most: there plans are compared with those of the round before.
      if (k % 50 == 0 || k > whole.checkpoints().size() - 8) {
        var resumed = simulation.resume(whole.checkpoints().get(k), _ -> {});
        assertThat(resumed.ending()).isEqualTo(end.ending());
        assertThat(Bits.of(resumed.checkpoint())).isEqualTo(Bits.of(end.checkpoint()));
      }
    }
  }

  @Test
  void theRoundsAfterAFailedCheckAreRememberedToo() {
    // Plans are still soon, but better ones are found, until long after a check is due again.
    var simulation =
        Simulation.of(
            Markets.example("perfect-complements"), Settings.STANDARD.withRounds(200), List.of());
    var whole = new Kept();
    var end = simulation.run(new Start.Usual(), whole);
    assertThat(end.checkpoint().watch().isRefuted()).isTrue();
    for (int k = 100; k < 199; k += 6) {
      var rest = new Kept();
      simulation.resume(whole.checkpoints().get(k), rest);
      assertThat(Bits.of(rest.checkpoints())).isEqualTo(Bits.of(after(k + 1, whole.checkpoints())));
    }
  }

  @Test
  void aRunThatHasSettledGoesOnOnlyIfAShockIsToCome() {
    var economy = Markets.example("tupperware");
    var end = Simulation.of(economy, Settings.STANDARD, List.of()).run(new Start.Usual(), _ -> {});
    var kept = new Kept();
    var again = Simulation.of(economy, Settings.STANDARD, List.of()).resume(end.checkpoint(), kept);
    assertThat(again.ending()).isEqualTo(end.ending());
    assertThat(kept.readings()).isEmpty();
    var shock =
        new Shock(end.world().round() + 3, Markets.example("tupperware", "natgas.supply=3"));
    var shocked =
        Simulation.of(economy, Settings.STANDARD, List.of(shock)).resume(end.checkpoint(), kept);
    assertThat(shocked.isSettled()).isTrue();
    assertThat(kept.readings()).hasSizeGreaterThan(50);
  }

  @Test
  void shocksMayBeAddedBehindACheckpoint() {
    var settings = Settings.STANDARD.withRounds(ROUNDS).with(BAD, 5);
    var later = new Shock(12, Markets.of(MARKET, "gas.supply=2", "oil.import.price=1"));
    var both = List.of(shocks().getFirst(), later);
    var whole = new Kept();
    Simulation.of(Markets.of(MARKET), settings, both).run(new Start.Usual(), whole);
    var before = new Kept();
    simulation(settings).run(new Start.Usual(), before);
    var rest = new Kept();
    Simulation.of(Markets.of(MARKET), settings, both).resume(before.checkpoints().get(9), rest);
    assertThat(rest.readings()).isEqualTo(after(10, whole.readings()));
    assertThat(rest.readings()).isNotEqualTo(after(10, before.readings()));
  }

  @Test
  void aCheckpointOfAnotherMarketIsRefused() {
    var settings = Settings.STANDARD.withRounds(4);
    var kept = new Kept();
    simulation(settings).run(new Start.Usual(), kept);
    var other = Simulation.of(Markets.example("tupperware"), settings, List.of());
    assertThatThrownBy(() -> other.resume(kept.checkpoints().getFirst(), _ -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another market");
    assertThatThrownBy(() -> simulation(settings).resume(kept.checkpoints().getLast(), _ -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("round 4 of 4 has passed");
  }
}
