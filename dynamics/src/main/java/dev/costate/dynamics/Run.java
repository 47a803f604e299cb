package dev.costate.dynamics;

import dev.costate.dynamics.measure.Reading;
import dev.costate.dynamics.schedule.World;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;

/**
 * How a run ended.
 *
 * @param economy the market as it was in the last round
 * @param checkpoint from which the run could go on
 * @param reading the last round as an onlooker sees it
 * @param plans the prices and plans of the last round: an equilibrium only if the run settled
 */
public record Run(
    Ending ending, Economy economy, Checkpoint checkpoint, Reading reading, Equilibrium plans) {
  /** How a run ends. */
  public sealed interface Ending {
    /**
     * The plans of this round are an equilibrium up to the tolerance.
     *
     * @param round from 1
     */
    record Settled(long round) implements Ending {}

    /**
     * They are not.
     *
     * @param reason in words
     */
    record NotSettled(String reason) implements Ending {}
  }

  /** All states after the last round. */
  public World world() {
    return checkpoint.world();
  }

  public boolean isSettled() {
    return ending instanceof Ending.Settled;
  }
}
