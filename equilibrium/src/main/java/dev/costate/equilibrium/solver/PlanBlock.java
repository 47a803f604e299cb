package dev.costate.equilibrium.solver;

/**
 * One agent's maximisation inside a problem.
 *
 * @param plan the variables it chooses; their conditions are minus the gradient of its Lagrangian
 * @param multipliers the multipliers of its constraints; their conditions are the slacks
 */
@SuppressWarnings("ArrayRecordComponent")
public record PlanBlock(int[] plan, int[] multipliers) {
  public PlanBlock {
    plan = plan.clone();
    multipliers = multipliers.clone();
  }
}
