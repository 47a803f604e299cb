package dev.costate.equilibrium.solver;

/**
 * What a solver found.
 *
 * @param z the last point; variables at a bound are exactly there if the ending is {@code SOLVED}
 * @param interior the last point strictly inside the bounds
 * @param residual the largest relative violation there (see {@link Residuals})
 * @param worst the condition with that violation
 * @param iterations Newton steps taken
 */
@SuppressWarnings("ArrayRecordComponent")
public record Attempt(
    Ending ending, double[] z, double[] interior, double residual, int worst, int iterations) {
  /** How an attempt ended. */
  public enum Ending {
    /** The residual is within the tolerance. */
    SOLVED,
    /** F is not finite at the start. */
    OUTSIDE_DOMAIN,
    /** No step makes progress. */
    STALLED,
    /** A variable grows without bound. */
    DIVERGED,
    /** The iterations are used up. */
    ITERATION_LIMIT
  }

  public Attempt {
    z = z.clone();
    interior = interior.clone();
  }

  public boolean solved() {
    return ending == Ending.SOLVED;
  }
}
