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
import dev.costate.dynamics.schedule.Workers;
import dev.costate.dynamics.schedule.World;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.check.EquilibriumCheck;
import java.util.List;
import java.util.Optional;

/** A market that runs round by round, each agent with what it knows. */
public final class Simulation {
  private final Economy first;
  private final Settings settings;
  private final List<Shock> shocks;
  private final Sizes sizes;
  private final Workers workers;

  private Simulation(Economy first, Settings settings, List<Shock> shocks, Workers workers) {
    this.workers = workers;
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
    return new Simulation(economy, settings, shocks, Workers.alone());
  }

  /** The same run, bit for bit, by others; whoever made them lets them go. */
  public Simulation with(Workers others) {
    return new Simulation(first, settings, shocks, others);
  }

  /**
   * Runs it until it has settled, or the rounds are used up, or somebody has no plan. Holdings are
   * audited after every round.
   *
   * @param onlooker sees every round
   * @throws Audit.Imbalance if a single grain is missing or too many
   */
  public Run run(Start start, Onlooker onlooker) {
    var agents = agents(first);
    var opening = new Opening(first, agents, sizes, start);
    var world = rounds(agents).opening(opening.traders(), opening.markets());
    return new Course(agents, new Checkpoint(world, Checkpoint.Watch.NONE), onlooker).run();
  }

  /**
   * Goes on where a run was. The rounds that follow are those of a run that was never interrupted,
   * bit for bit. Where the shocks to come are others than they were, these are the rounds of a run
   * that has been what it was and meets those. Where it had settled and no shock is to come, no
   * round follows.
   *
   * @param checkpoint of a run of this market with these settings, and the same shocks up to its
   *     round
   * @throws IllegalArgumentException if it is of a round beyond the last, or of a market with other
   *     traders or goods
   */
  public Run resume(Checkpoint checkpoint, Onlooker onlooker) {
    if (checkpoint.round() >= settings.rounds()) {
      throw new IllegalArgumentException(
          "round %d of %d has passed".formatted(checkpoint.round(), settings.rounds()));
    }
    return resumed(checkpoint, onlooker).run();
  }

  /** A round that has passed, as an onlooker sees it. */
  public Reading reading(Checkpoint checkpoint) {
    return resumed(checkpoint, _ -> {}).reading();
  }

  private Course resumed(Checkpoint checkpoint, Onlooker onlooker) {
    int passed = passed(checkpoint.round());
    var agents = agents(passed == 0 ? first : shocks.get(passed - 1).economy());
    if (!checkpoint.world().fits(agents)) {
      throw new IllegalArgumentException("a checkpoint of another market");
    }
    return new Course(agents, checkpoint, onlooker);
  }

  private Agents agents(Economy economy) {
    return Conducts.agents(economy, settings.dynamics(), sizes);
  }

  private Rounds rounds(Agents agents) {
    return new Rounds(agents, settings.conditions(), settings.seed(), workers);
  }

  /** How many shocks have come by a round. */
  private int passed(long round) {
    return (int) shocks.stream().filter(shock -> shock.round() <= round).count();
  }

  /** A run while it happens. */
  private final class Course {
    private final World opening;
    private final Onlooker onlooker;
    private Economy economy;
    private Agents agents;
    private Rounds rounds;
    private World world;
    private int shocked;
    private final Stillness stillness;

    /**
     * @param agents at the round of the checkpoint
     */
    Course(Agents agents, Checkpoint checkpoint, Onlooker onlooker) {
      this.agents = agents;
      this.onlooker = onlooker;
      opening = checkpoint.world();
      world = opening;
      rounds = Simulation.this.rounds(agents);
      shocked = passed(opening.round());
      economy = shocked == 0 ? first : shocks.get(shocked - 1).economy();
      stillness =
          checkpoint.watch().isOn() && !isShockToCome()
              ? Stillness.resumed(
                  settings.tolerance(), sizes.price(), checkpoint.watch(), reading())
              : Stillness.first(settings.tolerance(), sizes.price());
    }

    Run run() {
      var ending = ending();
      return new Run(
          ending, economy, checkpoint(), reading(), Candidate.of(economy, agents, world));
    }

    Reading reading() {
      return Reading.of(agents, world);
    }

    private Checkpoint checkpoint() {
      return new Checkpoint(world, stillness.watch());
    }

    private boolean isShockToCome() {
      return shocked < shocks.size();
    }

    private Ending ending() {
      if (stillness.isSettled()) {
        return new Ending.Settled(opening.round());
      }
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
        var reading = reading();
        onlooker.see(reading);
        if (!isShockToCome() && stillness.sees(reading) && isEquilibrium()) {
          return new Ending.Settled(round);
        }
        onlooker.couldResume(checkpoint());
      }
      return new Ending.NotSettled(stillness.worst());
    }

    private void shock(long round) {
      if (passed(round) > shocked) {
        shocked = passed(round);
        economy = shocks.get(shocked - 1).economy();
        agents = Simulation.this.agents(economy);
        rounds = Simulation.this.rounds(agents);
      }
    }

    private boolean isEquilibrium() {
      var plans = Candidate.of(economy, agents, world);
      var objection = Objection.of(EquilibriumCheck.within(economy, plans, settings.tolerance()));
      stillness.checked(world.round(), objection);
      return objection.isEmpty();
    }
  }
}
