package dev.costate.equilibrium.certify;

import dev.costate.equilibrium.condition.FirmModel;
import java.util.Arrays;

/**
 * A firm at given prices.
 *
 * @param inputPrices money per unit, one per input
 * @param outputPrices money per unit, one per output
 */
@SuppressWarnings("ArrayRecordComponent")
public record FirmMarket(FirmModel model, double[] inputPrices, double[] outputPrices) {
  /** A capacity may be exceeded by this fraction: rounding. */
  private static final double CAPACITY_ROUNDING = 1e-9;

  /** A plan with its choices moved to where they may be. */
  double[] within(double[] plan) {
    var choices = model.firm().choices();
    int first = model.firm().inputs().size();
    for (int c = 0; c < choices.size(); c++) {
      var choice = choices.get(c);
      plan[first + c] = Math.clamp(plan[first + c], choice.lower(), choice.upper());
    }
    return plan;
  }

  private boolean isWithin(double[] plan) {
    var choices = model.firm().choices();
    int first = model.firm().inputs().size();
    for (int c = 0; c < choices.size(); c++) {
      if (plan[first + c] < choices.get(c).lower() || plan[first + c] > choices.get(c).upper()) {
        return false;
      }
    }
    return true;
  }

  /** What a plan earns, or empty-handed if it is not available. */
  public Earnings at(double[] inputs) {
    if (!isWithin(inputs)) {
      return Earnings.NONE;
    }
    var results = new double[model.runCount()];
    if (!model.run(inputs, results)) {
      return Earnings.NONE;
    }
    double revenue = 0;
    double cost = 0;
    for (int k = 0; k < outputPrices.length; k++) {
      double value = outputPrices[k] * results[k];
      revenue += Math.max(value, 0);
      cost += Math.max(-value, 0);
    }
    for (int i = 0; i < inputPrices.length; i++) {
      double value = inputPrices[i] * inputs[i];
      cost += Math.max(value, 0);
      revenue += Math.max(-value, 0);
    }
    for (int c = 0; c < model.capacities(); c++) {
      double used = results[outputPrices.length + 2 * c];
      double limit = results[outputPrices.length + 2 * c + 1];
      if (used > limit + CAPACITY_ROUNDING * Math.max(Math.abs(used), Math.abs(limit))) {
        return Earnings.NONE;
      }
    }
    return Double.isFinite(revenue + cost) ? new Earnings(revenue, cost) : Earnings.NONE;
  }

  /** The firm's outputs and sides of capacities at a plan; NaN outside the domain. */
  public double[] results(double[] inputs) {
    var results = new double[model.runCount()];
    if (!model.run(inputs, results)) {
      Arrays.fill(results, Double.NaN);
    }
    return results;
  }

  /**
   * Money in and out under a plan.
   *
   * @param cost NaN if the plan is not available
   */
  public record Earnings(double revenue, double cost) {
    static final Earnings NONE = new Earnings(Double.NaN, Double.NaN);

    public boolean isAvailable() {
      return !Double.isNaN(cost);
    }

    public double profit() {
      return isAvailable() ? revenue - cost : Double.NEGATIVE_INFINITY;
    }

    public double turnover() {
      return revenue + cost;
    }

    /** Revenue over cost - 1; 0 if there is neither, infinite if there is no cost. */
    public double margin() {
      if (!isAvailable()) {
        return Double.NEGATIVE_INFINITY;
      }
      return revenue == cost ? 0 : revenue / cost - 1;
    }
  }
}
