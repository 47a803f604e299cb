package dev.costate.equilibrium.solver;

/**
 * Solves a problem from the solution of a neighbouring one: Newton's method on the conditions that
 * held with equality there ({@link ActiveSetPolish}), in which variables stop at bounds and leave
 * them where the sign of their condition says so (an active-set method; Nocedal and Wright,
 * <i>Numerical Optimization</i>, 2006, section 16.5, for the warm start). It is fast where few
 * variables change sides, and promises nothing elsewhere, so that it is no {@link Solver}: where it
 * fails, {@link InteriorPoint} begins at the same point moved inside the bounds.
 */
public final class Resumption {
  /** The name of Newton's method from a neighbouring solution. */
  public static final String NAME = "active-set";

  /** A variable at its bound begins the interior path at this fraction of its size inside. */
  private static final double INSIDE = 1e-2;

  private Resumption() {}

  /**
   * Looks for a solution near a point, on the bounds where the solution that it comes from was.
   *
   * @param point may violate the bounds of this problem
   * @return with the Newton steps taken; not solved if the point is too far from any solution
   */
  public static Attempt solve(
      ComplementarityProblem problem, double[] point, SolverSettings settings) {
    return new ActiveSetPolish(problem, settings.tolerance())
        .resumed(point, inside(problem, point));
  }

  /** The point with what is at a bound or beyond moved inside by a fraction of its size. */
  public static double[] inside(ComplementarityProblem problem, double[] point) {
    var moved = point.clone();
    var bounds = Bounds.of(problem);
    for (int i = 0; i < moved.length; i++) {
      double step = INSIDE * problem.size(i);
      if (bounds.hasLower(i) && moved[i] <= bounds.lower()[i]) {
        moved[i] = bounds.lower()[i] + step;
      } else if (bounds.hasUpper(i) && moved[i] >= bounds.upper()[i]) {
        moved[i] = bounds.upper()[i] - step;
      }
      moved[i] = bounds.inside(i, moved[i]);
    }
    return moved;
  }
}
