package dev.costate.dynamics.response;

/** How a firm finds its plan. Its methods are functions of their arguments. */
interface Planner {
  /** What it remembers at first. */
  double[] start();

  /**
   * What it remembers if it runs a given plan.
   *
   * @param inputs in units
   * @param outputs in units
   */
  double[] startAt(double[] inputs, double[] outputs);

  /**
   * Its plan.
   *
   * @param inputPrices marginal, by input
   * @param outputPrices marginal, by output
   * @throws NoAnswer if it finds none
   */
  Plan plan(double[] inputPrices, double[] outputPrices, double[] memory, long round);

  /**
   * What it uses and makes of what it has, which may be less than it planned.
   *
   * @param available by input, at most what is planned
   */
  Run run(double[] available, Plan plan);

  /**
   * @param inputs planned, by input
   * @param outputs planned, by output; negative for what is bought
   * @param memory for the next round
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Plan(double[] inputs, double[] outputs, double[] memory) {}

  /** What is used and made. */
  @SuppressWarnings("ArrayRecordComponent")
  record Run(double[] used, double[] made) {}
}
