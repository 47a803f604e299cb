package dev.costate.equilibrium.solver;

/**
 * How hard to try.
 *
 * @param tolerance the largest relative violation of a condition that counts as solved
 * @param iterations the most Newton steps of one attempt
 */
public record SolverSettings(double tolerance, int iterations) {
  /** Relative; a polished solution is typically at 1e-13. */
  public static final double STANDARD_TOLERANCE = 1e-9;

  public static final SolverSettings STANDARD = new SolverSettings(STANDARD_TOLERANCE, 200);

  public SolverSettings {
    if (!(tolerance > 0) || iterations < 1) {
      throw new IllegalArgumentException(
          "no solver settings: tolerance %s, iterations %d".formatted(tolerance, iterations));
    }
  }
}
