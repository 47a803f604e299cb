package dev.costate.dynamics;

import dev.costate.dynamics.schedule.World;

/**
 * Where a run was after a round: all that the rounds that follow depend on, beside the market, its
 * shocks and the settings.
 *
 * @param world all states and the messages under way
 * @param watch what is known about whether it has settled
 */
public record Checkpoint(World world, Watch watch) {
  /**
   * What whoever looks for settled rounds has found so far.
   *
   * @param isOn whether all shocks had come, so that this round was looked at
   * @param next no check is made before this round, since one has failed
   * @param isRefuted whether plans were still, and better ones were found
   * @param isSettled whether a check has held, so that the run ended here
   * @param worst what was furthest off, in words
   */
  public record Watch(boolean isOn, long next, boolean isRefuted, boolean isSettled, String worst) {
    static final Watch NONE = new Watch(false, 0, false, false, "no round was run");
  }

  /** How many rounds have passed. */
  public long round() {
    return world.round();
  }
}
