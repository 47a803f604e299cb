package dev.costate.dynamics.law;

/** A number that moves by a step times its signal and stops at 0. */
record Additive(double step) implements Rule {
  @Override
  public double[] start() {
    return new double[0];
  }

  @Override
  public Moved next(double value, Signal signal, double[] memory, long round) {
    return new Moved(Math.max(0, value + step * signal.excess()), memory);
  }
}
