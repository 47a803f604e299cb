package dev.costate.dynamics.response;

/**
 * A firm of constant returns and one output that asks what a unit costs and makes what is sought.
 * Where the market seeks no certain quantity it moves its level with its margin.
 */
record OrderPlanner(LevelPlanner levels) implements Planner {
  @Override
  public double[] start() {
    return levels.start();
  }

  @Override
  public double[] startAt(double[] inputs, double[] outputs) {
    return levels.startAt(inputs, outputs);
  }

  @Override
  public Plan plan(Told told) {
    double sought = told.sought()[0];
    return Double.isNaN(sought) ? levels.plan(told) : levels.toOrder(sought, told);
  }

  @Override
  public double[] asks(Told told) {
    return new double[] {levels.unitCost(told)};
  }

  @Override
  public Run run(double[] available, Plan plan) {
    return levels.run(available, plan);
  }
}
