package dev.costate.equilibrium.solver;

import dev.costate.equilibrium.solver.Attempt.Ending;
import dev.costate.equilibrium.solver.CentralPath.Progress;
import java.util.Optional;

/**
 * Primal-dual interior-point Newton for box-constrained complementarity (Mehrotra's predictor and
 * corrector; Wright 1997, chapter 10), followed by {@link ActiveSetPolish}. A step is damped until
 * it stays inside the bounds, F is finite, and the simplified Newton correction shrinks (the
 * natural monotonicity test, which does not depend on how conditions are scaled; Deuflhard,
 * <i>Newton Methods for Nonlinear Problems</i>, 2004, section 3.3).
 */
public final class InteriorPoint implements Solver {
  @Override
  public String name() {
    return "interior-point";
  }

  @Override
  public Attempt solve(ComplementarityProblem problem, double[] start, SolverSettings settings) {
    var path = new CentralPath(problem, start);
    if (!path.begin()) {
      return new Attempt(Ending.OUTSIDE_DOMAIN, start, start, Double.POSITIVE_INFINITY, 0, 0);
    }
    var polish = new ActiveSetPolish(problem, settings.tolerance());
    double polishBelow = POLISH_FIRST;
    var best = Optional.<Attempt>empty();
    int extra = 0;
    while (path.iterations() < settings.iterations() && extra < MOST_EXTRA) {
      if (path.gap() <= polishBelow) {
        best = better(best, polish.from(path.previous(), path.current(), path.iterations()));
        if (best.isPresent() && best.get().residual() <= FINE * settings.tolerance()) {
          return best.get();
        }
        polishBelow = path.gap() * POLISH_AGAIN;
      }
      extra += best.isPresent() ? 1 : 0;
      var progress = path.advance();
      if (progress != Progress.MADE) {
        return best.orElseGet(() -> last(path, polish, progress));
      }
    }
    return best.orElseGet(() -> last(path, polish, Progress.EXHAUSTED));
  }

  private static Optional<Attempt> better(Optional<Attempt> best, Attempt polished) {
    boolean improves = best.isEmpty() || polished.residual() < best.get().residual();
    return polished.solved() && improves ? Optional.of(polished) : best;
  }

  /** The relative gap at which polishing is tried first, and its fall before it is tried again. */
  private static final double POLISH_FIRST = 1e-7;

  private static final double POLISH_AGAIN = 1e-2;

  /**
   * A polished point this far below the tolerance is as good as it gets; for a worse one the path
   * goes on for a while.
   */
  private static final double FINE = 1e-4;

  private static final int MOST_EXTRA = 12;

  /**
   * One more polish from where the path ended; without success the point as it is, judged with
   * small variables set to their bounds.
   */
  private static Attempt last(CentralPath path, ActiveSetPolish polish, Progress why) {
    var polished = polish.from(path.previous(), path.current(), path.iterations());
    if (polished.solved()) {
      return polished;
    }
    var ending =
        switch (why) {
          case MADE, STALLED -> Ending.STALLED;
          case DIVERGED -> Ending.DIVERGED;
          case EXHAUSTED -> Ending.ITERATION_LIMIT;
        };
    return new Attempt(
        ending,
        polished.z(),
        polished.interior(),
        polished.residual(),
        polished.worst(),
        path.iterations());
  }
}
