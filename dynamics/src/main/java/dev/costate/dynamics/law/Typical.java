package dev.costate.dynamics.law;

import dev.costate.dynamics.protocol.Broadcast;
import dev.costate.dynamics.protocol.Herald;

/**
 * Says one number, the same in every round: a typical price over a typical quantity, by the numbers
 * that the market states.
 */
record Typical(double number) implements Herald {
  static double of(Broadcast heard) {
    return heard.numbers()[0];
  }

  @Override
  public Broadcast opening() {
    return new Broadcast(new double[] {number});
  }

  @Override
  public Broadcast next(Broadcast last, double[] sums) {
    return last;
  }
}
