package dev.costate.dynamics.law;

import dev.costate.dynamics.protocol.Broadcast;

/** A number that moves by a step times its signal and stops at 0. */
record Additive(double step) implements Rule {
  @Override
  public double[] start() {
    return new double[0];
  }

  @Override
  public Moved next(double value, Signal signal, double[] memory, Broadcast heard) {
    return Moved.from(value, Math.max(0, value + step * signal.excess()), memory);
  }
}
