package dev.costate.dynamics;

import dev.costate.dynamics.Run.Ending;
import dev.costate.dynamics.measure.Candidate;
import dev.costate.dynamics.measure.Reading;
import dev.costate.dynamics.protocol.Agents;
import dev.costate.dynamics.response.Conducts;
import dev.costate.dynamics.response.NoAnswer;
import dev.costate.dynamics.response.Obstacles;
import dev.costate.dynamics.response.Sizes;
import dev.costate.dynamics.schedule.Audit;
import dev.costate.dynamics.schedule.Rounds;
import dev.costate.dynamics.schedule.World;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.check.EquilibriumCheck;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A market that runs round by round, each agent with what it knows. */
public final class Simulation {
  private final Economy first;
  private final Settings settings;
  private final List<Shock> shocks;
  private final Sizes sizes;

  private Simulation(Economy first, Settings settings, List<Shock> shocks) {
    this.first = first;
    this.settings = settings;
    this.shocks = List.copyOf(shocks);
    this.sizes = Conducts.sizes(first);
  }

  /** Why a market cannot be run, in words; empty if it can. */
  public static Optional<String> obstacle(Economy economy) {
    return Obstacles.of(economy);
  }

  /**
   * A market that is to be run.
   *
   * @param shocks in the order of their rounds
   * @throws IllegalArgumentException if there is an obstacle, or shocks are out of order
   */
  public static Simulation of(Economy economy, Settings settings, List<Shock> shocks) {
    for (int s = 1; s < shocks.size(); s++) {
      if (shocks.get(s).round() < shocks.get(s - 1).round()) {
        throw new IllegalArgumentException(
            "a shock at %d after one at %d"
                .formatted(shocks.get(s).round(), shocks.get(s - 1).round()));
      }
    }
    return new Simulation(economy, settings, shocks);
  }

  /**
   * Runs it until it has settled, or the rounds are used up, or somebody has no plan. Holdings are
   * audited after every round.
   *
   * @param collector sees every round
   * @throws Audit.Imbalance if a single grain is missing or too many
   */
  public Run run(Start start, Consumer<Reading> collector) {
    var agents = Conducts.agents(first, settings.dynamics(), sizes);
    var rounds = new Rounds(agents, settings.conditions(), settings.seed());
    var opening = new Opening(first, agents, sizes, start);
    var world = rounds.opening(opening.traders(), opening.markets());
    return new Course(world, agents, rounds, collector).run();
  }

  /**
   * Goes on where a run was. The rounds that follow are those of a run that was never interrupted,
   * bit for bit.
   *
   * @param checkpoint the world after some round of a run of this market with these settings and
   *     shocks
   */
  public Run resume(World checkpoint, Consumer<Reading> collector) {
    var agents = Conducts.agents(first, settings.dynamics(), sizes);
    var rounds = new Rounds(agents, settings.conditions(), settings.seed());
    return new Course(checkpoint, agents, rounds, collector).run();
  }

  /** A run while it happens. */
  private final class Course {
    private final World opening;
    private final Consumer<Reading> collector;
    private Economy economy = first;
    private Agents agents;
    private Rounds rounds;
    private World world;
    private int shocked;
    private final Stillness stillness = new Stillness(settings.tolerance());

    Course(World opening, Agents agents, Rounds rounds, Consumer<Reading> collector) {
      this.opening = opening;
      this.world = opening;
      this.agents = agents;
      this.rounds = rounds;
      this.collector = collector;
    }

    Run run() {
      var ending = ending();
      var reading = Reading.of(agents, world);
      return new Run(ending, economy, world, reading, Candidate.of(economy, agents, world));
    }

    private Ending ending() {
      for (long round = opening.round() + 1; round <= settings.rounds(); round++) {
        shock(round);
        try {
          world = rounds.next(world);
        } catch (ArithmeticException overflow) {
          return new Ending.NotSettled(
              "round %d: quantities cannot be counted any more: %s"
                  .formatted(round, overflow.getMessage()));
        } catch (NoAnswer none) {
          return new Ending.NotSettled("round %d: %s".formatted(round, none.getMessage()));
        }
        Audit.check(agents, opening, world);
        var reading = Reading.of(agents, world);
        collector.accept(reading);
        if (shocked == shocks.size() && stillness.isStill(reading) && isEquilibrium()) {
          return new Ending.Settled(round);
        }
      }
      return new Ending.NotSettled(stillness.worst());
    }

    private void shock(long round) {
      while (shocked < shocks.size() && shocks.get(shocked).round() <= round) {
        economy = shocks.get(shocked).economy();
        agents = Conducts.agents(economy, settings.dynamics(), sizes);
        rounds = new Rounds(agents, settings.conditions(), settings.seed());
        shocked++;
      }
    }

    private boolean isEquilibrium() {
      var plans = Candidate.of(economy, agents, world);
      boolean holds = EquilibriumCheck.within(economy, plans, settings.tolerance()).holds();
      stillness.checked(world.round(), holds);
      return holds;
    }
  }
}
