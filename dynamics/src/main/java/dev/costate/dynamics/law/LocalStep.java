package dev.costate.dynamics.law;

/**
 * A step size that a number chooses by itself, from its own signal: it grows while the signal keeps
 * its sign and shrinks when it turns (Jacobs 1988; Riedmiller and Braun 1993).
 *
 * @param largest the step never exceeds it
 */
record LocalStep(double largest) {
  private static final double GROWTH = 1.05;
  private static final double SHRINKAGE = 0.7;

  /** A step never falls below this fraction of the largest. */
  private static final double LEAST = 1e-6;

  double next(double step, double signal, double before) {
    double factor = signal * before < 0 ? SHRINKAGE : GROWTH;
    return Math.clamp(step * factor, LEAST * largest, largest);
  }
}
