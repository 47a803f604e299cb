package dev.costate.dynamics.law;

import dev.costate.dynamics.protocol.Broadcast;

/**
 * A logarithm that moves by a step of its own times the relative signal. Memory: the step and the
 * last signal.
 */
record LocalLogarithm(LocalStep steps, double least) implements Rule {
  @Override
  public double[] start() {
    return new double[] {LocalStep.FIRST, 0};
  }

  @Override
  public Moved next(double value, Signal signal, double[] memory, Broadcast heard) {
    double now = signal.relative();
    double step = steps.next(memory[0], now, memory[1]);
    double moved = Math.max(least, value * Math.exp(step * now));
    return Moved.from(value, moved, new double[] {step, now});
  }
}
