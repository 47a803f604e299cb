package dev.costate.equilibrium.solver;

/**
 * A method for mixed complementarity problems. Every implementation is listed in {@link Solvers}
 * and passes the solver contract suite: it is deterministic, never throws for a well-formed
 * problem, evaluates F only strictly inside the bounds until it polishes, and calls nothing solved
 * whose residual, recomputed without any regularisation, is above the tolerance.
 */
public sealed interface Solver permits Homotopy, InteriorPoint {
  String name();

  /**
   * Looks for a solution.
   *
   * @param start where to begin; components outside or on their bounds are moved inside
   */
  Attempt solve(ComplementarityProblem problem, double[] start, SolverSettings settings);
}
