package dev.costate.dynamics.response;

import dev.costate.dynamics.protocol.Broadcast;
import java.util.Arrays;

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
   * @throws NoAnswer if it finds none
   */
  Plan plan(Told told);

  /**
   * What it must get for a unit of each output, marginal; NaN where it takes what it can get.
   *
   * @throws NoAnswer if its code gives no cost
   */
  default double[] asks(Told told) {
    var asks = new double[told.outputPrices().length];
    Arrays.fill(asks, Double.NaN);
    return asks;
  }

  /**
   * What it uses and makes of what it has, which may be less than it planned.
   *
   * @param available by input, at most what is planned
   */
  Run run(double[] available, Plan plan);

  /**
   * What a plan is made from.
   *
   * @param inputPrices marginal, by input
   * @param outputPrices marginal, by output
   * @param sought by output; NaN where no certain quantity is
   * @param memory of earlier rounds
   * @param heard what was broadcast to all
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Told(
      double[] inputPrices,
      double[] outputPrices,
      double[] sought,
      double[] memory,
      Broadcast heard) {
    /** Where no certain quantity is sought, and nothing was broadcast. */
    static Told atPrices(double[] inputPrices, double[] outputPrices, double[] memory) {
      var sought = new double[outputPrices.length];
      Arrays.fill(sought, Double.NaN);
      return new Told(inputPrices, outputPrices, sought, memory, Broadcast.NONE);
    }
  }

  /**
   * @param inputs planned, by input
   * @param outputs planned, by output; negative for what is bought
   * @param memory for the next round
   * @param tally what the herald is told, to be added up
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Plan(double[] inputs, double[] outputs, double[] memory, double[] tally) {
    /** Of which the herald is told nothing. */
    Plan(double[] inputs, double[] outputs, double[] memory) {
      this(inputs, outputs, memory, new double[0]);
    }
  }

  /** What is used and made. */
  @SuppressWarnings("ArrayRecordComponent")
  record Run(double[] used, double[] made) {}
}
