package dev.costate.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costate.dynamics.schedule.Conditions;
import dev.costate.dynamics.schedule.Conditions.Order;
import dev.costate.dynamics.schedule.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run is the same, bit for bit, whoever steps the agents. */
final class WorkersTest {
  private static final int ROUNDS = 14;

  private static final Conditions BAD = new Conditions(Order.RANDOM, 0.2, 0.2, 3);
  private static final Conditions LATE = new Conditions(Order.ROUNDS, 0.1, 0.3, 2);

  /** Six firms of all kinds, and consumers who tell each other what they pay. */
  private static final String MARKET =
      """
      set place = 1..2
      good gas: supply 4
      good power: demand(p) = 3 / p
      firm Old[i in place] makes power from gas:
          power = 0.2 * i * gas^(1/2)
      firm New[i in place] makes power from gas, labor (tax 20% to state):
          power = ces(1.5, 0.5, [0.4, 0.6], [gas, labor])
      firm Bakery[i in place] makes bread from labor:
          bread = i * labor^0.7
      consumer worker:
          owns labor 3, 50% of Old[1], all of Bakery[2]
          transfers 10% of income to state
          transfers 5% of income to child
          utility = bread^0.5 * power^0.5
      consumer state:
          transfers 30% of income to child
          utility = bread
      consumer child:
          utility = bread^0.2 * power^0.8
      """;

  private record Kept(List<String> rounds) implements Onlooker {
    Kept() {
      this(new ArrayList<>());
    }

    @Override
    public void see(dev.costate.dynamics.measure.Reading reading) {}

    @Override
    public void couldResume(Checkpoint checkpoint) {
      rounds.add(Bits.of(checkpoint));
    }
  }

  private static List<String> rounds(Conditions conditions, Workers workers) {
    var shock = new Shock(7, Markets.of(MARKET, "gas.supply=2"));
    var settings = Settings.STANDARD.withRounds(ROUNDS).with(conditions, 17);
    var kept = new Kept();
    Simulation.of(Markets.of(MARKET), settings, List.of(shock))
        .with(workers)
        .run(new Start.Usual(), kept);
    return kept.rounds();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 7})
  void anyNumberOfThreadsGivesTheSameBits(int count) {
    try (var workers = Workers.threads(count)) {
      for (var conditions : List.of(LATE, BAD)) {
        assertThat(rounds(conditions, workers))
            .hasSize(ROUNDS)
            .isEqualTo(rounds(conditions, Workers.alone()));
      }
    }
  }

  /** Does tasks last to first. */
  private static final class Backwards implements Workers {
    private int largest;

    @Override
    public int count() {
      return 1;
    }

    @Override
    public void each(int tasks, IntConsumer task) {
      largest = Math.max(largest, tasks);
      for (int k = tasks - 1; k >= 0; k--) {
        task.accept(k);
      }
    }

    @Override
    public void close() {}
  }

  @Test
  void itDoesNotMatterWhoStepsFirst() {
    for (var conditions : List.of(LATE, BAD)) {
      var workers = new Backwards();
      assertThat(rounds(conditions, workers)).isEqualTo(rounds(conditions, Workers.alone()));
      // All firms step side by side in synchronous rounds, and some agents in a random order.
      assertThat(workers.largest)
          .isGreaterThanOrEqualTo(conditions.order() == Order.ROUNDS ? 6 : 2);
    }
  }

  @Test
  void ofSeveralWithoutAPlanTheFirstInTheOrderOfStepsIsNamed() {
    var text =
        """
        good gas: supply 1
        good power: demand 10
        firm One makes power from gas: power = 3 * min(gas, gas)
        firm Two makes power from gas: power = 2 * min(gas, gas)
        """;
    var settings = Settings.STANDARD.withRounds(50);
    var simulation = Simulation.of(Markets.of(text), settings, List.of());
    var alone = simulation.run(new Start.Usual(), _ -> {});
    assertThat(alone.ending().toString()).contains("firm One finds no most profitable plan");
    assertThat(simulation.with(new Backwards()).run(new Start.Usual(), _ -> {}).ending())
        .isEqualTo(alone.ending());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 1000})
  void everyTaskIsDoneOnceBeforeTheyReturn(int tasks) {
    try (var workers = Workers.threads(3)) {
      var done = new AtomicIntegerArray(Math.max(tasks, 1));
      workers.each(tasks, done::incrementAndGet);
      for (int k = 0; k < tasks; k++) {
        assertThat(done.get(k)).isEqualTo(1);
      }
    }
  }

  @Test
  void noThreadsAreNoWorkers() {
    assertThatThrownBy(() -> Workers.threads(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
