package dev.costate.equilibrium.solver;

import dev.costate.equilibrium.solver.Attempt.Ending;

/**
 * Follows a path from a problem with one known solution to the problem itself: with D a diagonal of
 * natural units,
 *
 * <pre>t F(z) + (1 - t) (D (z - z0) + c) = m (1 - t) (1 / (z - l) - 1 / (u - z))</pre>
 *
 * from z0 at t = 0 to a solution at t = 1. On a box there is such a path for any continuous F
 * (Browder 1960); it is followed by its arc length, so that t may turn back on the way (Allgower
 * and Georg, <i>Numerical Continuation Methods</i>, 1990, chapter 6). It needs no monotonicity and
 * cannot stall at a local minimum of a merit function, but takes many more steps than {@link
 * InteriorPoint}. {@link ActiveSetPolish} ends it.
 */
public final class Homotopy implements Solver {
  /** Polishing is tried when 1 - t falls below this, then each time it falls by this factor. */
  private static final double POLISH_FIRST = 1e-4;

  private static final double POLISH_AGAIN = 1e-2;
  private static final double LEAST_REST = 1e-30;

  /** Steps along the path are shorter than those of a Newton method. */
  private static final int STEPS_PER_ITERATION = 4;

  @Override
  public String name() {
    return "homotopy";
  }

  @Override
  public Attempt solve(ComplementarityProblem problem, double[] start, SolverSettings settings) {
    var path = new HomotopyPath(problem, start);
    if (!path.begin()) {
      return new Attempt(Ending.OUTSIDE_DOMAIN, start, start, Double.POSITIVE_INFINITY, 0, 0);
    }
    var polish = new ActiveSetPolish(problem, settings.tolerance());
    double polishBelow = POLISH_FIRST;
    int limit = STEPS_PER_ITERATION * settings.iterations();
    var ending = Ending.ITERATION_LIMIT;
    while (path.steps() < limit) {
      if (!path.advance()) {
        ending = Ending.STALLED;
        break;
      }
      if (path.rest() <= polishBelow) {
        var polished = polish.from(path.previous(), path.current(), path.steps());
        if (polished.solved()) {
          return polished;
        }
        polishBelow = path.rest() * POLISH_AGAIN;
        if (path.rest() < LEAST_REST) {
          break;
        }
      }
    }
    var last = polish.from(path.previous(), path.current(), path.steps());
    return last.solved()
        ? last
        : new Attempt(
            ending, last.z(), last.interior(), last.residual(), last.worst(), path.steps());
  }
}
