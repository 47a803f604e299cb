package dev.costate.dynamics.law;

/** A logarithm that moves by a step times the relative signal. */
record Exponential(double step, double least) implements Rule {
  @Override
  public double[] start() {
    return new double[0];
  }

  @Override
  public Moved next(double value, Signal signal, double[] memory, long round) {
    return new Moved(Math.max(least, value * Math.exp(step * signal.relative())), memory);
  }
}
