package dev.costate.dynamics.law;

import dev.costate.dynamics.protocol.Broadcast;

/** A logarithm that moves by a step times the relative signal. */
record Exponential(double step, double least) implements Rule {
  @Override
  public double[] start() {
    return new double[0];
  }

  @Override
  public Moved next(double value, Signal signal, double[] memory, Broadcast heard) {
    return Moved.from(value, Math.max(least, value * Math.exp(step * signal.relative())), memory);
  }
}
