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

  /** The step of the first round. */
  static final double FIRST = 0.05;

  /** A step never falls below this fraction of the largest. */
  private static final double LEAST = 1e-6;

  double next(double step, double signal, double before) {
    double factor = signal * before < 0 ? SHRINKAGE : GROWTH;
    return Math.clamp(step * factor, LEAST * largest, largest);
  }

  /**
   * The rule in words.
   *
   * @param signal of a price: {@code excess demand}
   */
  String words(String signal) {
    return "each price's own: %.0f%% larger while its %s keeps its sign, %.0f%% smaller when it turns, at most %s"
        .formatted(100 * (GROWTH - 1), signal, 100 * (1 - SHRINKAGE), largest);
  }
}
