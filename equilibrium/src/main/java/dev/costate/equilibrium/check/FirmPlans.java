package dev.costate.equilibrium.check;

import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.region.DecisionLines;
import dev.costate.equilibrium.region.Regions;
import dev.costate.equilibrium.region.Ways;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The plans of one firm at the prices that it faces. A plan is a vector of decisions: its inputs,
 * its choices, and weights that say how its code splits levels among outputs.
 */
final class FirmPlans {
  /** A capacity may be exceeded by this fraction: rounding. */
  private static final double CAPACITY_ROUNDING = 1e-9;

  private final Firm firm;
  private final FirmCode code;
  private final WeightedSplits.Code split;
  private final double[] inputPrices;
  private final double[] outputPrices;
  private int tried;

  /**
   * @param inputPrices money per unit, one per input, wedges included
   * @param outputPrices money per unit, one per output, without wedges and markups
   */
  FirmPlans(Economy economy, Firm firm, double[] inputPrices, double[] outputPrices) {
    this.firm = firm;
    this.split = WeightedSplits.of(economy.program(), firm);
    this.code = new FirmCode(split.program());
    this.inputPrices = inputPrices.clone();
    this.outputPrices = outputPrices.clone();
  }

  /**
   * A plan and what it earns.
   *
   * @param revenue minus infinity if the plan is not available
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Plan(double[] decisions, double[] outputs, double revenue, double cost) {
    /** Minus infinity if the plan is not available. */
    double profit() {
      return revenue - cost;
    }

    /** Money in and out. */
    double turnover() {
      return Double.isFinite(revenue) ? revenue + cost : 0;
    }
  }

  Firm firm() {
    return firm;
  }

  /** How many plans were tried. */
  int tried() {
    return tried;
  }

  int inputs() {
    return inputPrices.length;
  }

  int choices() {
    return firm.choices().size();
  }

  /** The further decisions that direct splits. */
  List<WeightedSplits.Weight> weights() {
    return split.weights();
  }

  /**
   * Plans in each region of the firm's code; none of code that is smooth.
   *
   * @param size a natural quantity of each input
   */
  List<List<double[]>> regions(double[] own, double size) {
    var sizes = new double[inputs()];
    Arrays.fill(sizes, size);
    var lower = new double[own.length - inputs()];
    var upper = new double[lower.length];
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
    for (int c = 0; c < choices(); c++) {
      lower[c] = firm.choices().get(c).lower();
      upper[c] = firm.choices().get(c).upper();
    }
    var natural = own.clone();
    System.arraycopy(sizes, 0, natural, 0, sizes.length);
    return Regions.of(
        new Ways(split.program(), split.function()),
        List.of(own, natural),
        new DecisionLines(sizes, lower, upper)::through);
  }

  Plan at(double[] decisions) {
    tried++;
    var results = code.run(split.function(), decisions);
    return results.isEmpty() || !isWithinCapacities(results.get())
        ? new Plan(decisions, new double[outputPrices.length], Double.NEGATIVE_INFINITY, 0)
        : of(decisions, Arrays.copyOf(results.get(), outputPrices.length));
  }

  /** What decisions and outputs earn, whether the code makes these outputs or not. */
  Plan of(double[] decisions, double[] outputs) {
    double revenue = 0;
    double cost = 0;
    for (int k = 0; k < outputPrices.length; k++) {
      double value = outputPrices[k] * outputs[k];
      revenue += Math.max(value, 0);
      cost += Math.max(-value, 0);
    }
    for (int i = 0; i < inputPrices.length; i++) {
      double value = inputPrices[i] * decisions[i];
      cost += Math.max(value, 0);
      revenue += Math.max(-value, 0);
    }
    boolean finite = Double.isFinite(revenue) && Double.isFinite(cost);
    return new Plan(
        decisions, outputs, finite ? revenue : Double.NEGATIVE_INFINITY, finite ? cost : 0);
  }

  private boolean isWithinCapacities(double[] results) {
    for (int c = 0; c < firm.capacities().size(); c++) {
      double used = results[outputPrices.length + 2 * c];
      double limit = results[outputPrices.length + 2 * c + 1];
      if (used > limit + CAPACITY_ROUNDING * Math.max(Math.abs(used), Math.abs(limit))) {
        return false;
      }
    }
    return true;
  }

  /** Decisions with one of them moved, or all inputs for index -1, by a step up or down. */
  double[] moved(double[] plan, int index, double step, double size) {
    var changed = plan.clone();
    if (index < 0) {
      for (int i = 0; i < inputs(); i++) {
        changed[i] *= factor(step);
      }
    } else if (index >= inputs() && index < inputs() + choices()) {
      var choice = firm.choices().get(index - inputs());
      changed[index] =
          Math.clamp(plan[index] + step * width(index), choice.lower(), choice.upper());
    } else {
      changed[index] = plan[index] == 0 ? Math.max(step, 0) * size : plan[index] * factor(step);
    }
    return changed;
  }

  private static double factor(double step) {
    return step > 0 ? 1 + step : 1 / (1 - step);
  }

  private double width(int index) {
    var choice = firm.choices().get(index - inputs());
    double width = choice.upper() - choice.lower();
    return Double.isFinite(width) ? width : 1;
  }

  /**
   * Decisions with these inputs, choices as said and within their bounds, and levels split as said
   * or as the outputs are to each other.
   */
  double[] decisions(double[] inputs, Map<String, Double> choices, double[] outputs) {
    var decisions = Arrays.copyOf(inputs, inputs() + choices() + weights().size());
    for (int c = 0; c < choices(); c++) {
      var choice = firm.choices().get(c);
      double middle = (choice.lower() + choice.upper()) / 2;
      double usual =
          Double.isFinite(middle) ? middle : Math.clamp(1, choice.lower(), choice.upper());
      double said = choices.getOrDefault(choice.local(), usual);
      decisions[inputs() + c] = Math.clamp(said, choice.lower(), choice.upper());
    }
    for (int w = 0; w < weights().size(); w++) {
      var weight = weights().get(w);
      double quantity = weight.output().isPresent() ? outputs[weight.output().getAsInt()] : 1;
      decisions[inputs() + choices() + w] = choices.getOrDefault(weight.target(), quantity);
    }
    boolean none = Arrays.stream(decisions, inputs() + choices(), decisions.length).sum() == 0;
    if (none) {
      Arrays.fill(decisions, inputs() + choices(), decisions.length, 1);
    }
    return decisions;
  }
}
