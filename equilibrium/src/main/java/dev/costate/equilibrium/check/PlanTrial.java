package dev.costate.equilibrium.check;

import dev.costate.economy.Firm;
import dev.costate.equilibrium.check.CheckReport.FirmCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Tries other plans of one firm at given prices, without derivatives: multiples of its plan, plans
 * of one input, and steps from the best of them in each input and in all, ever smaller (pattern
 * search, Hooke and Jeeves 1961).
 */
final class PlanTrial {
  /** A capacity may be exceeded by this fraction: rounding. */
  private static final double CAPACITY_ROUNDING = 1e-9;

  /**
   * Profit is a difference of large numbers: gains below this fraction of the turnover are none.
   */
  private static final double ROUNDING = 1e-11;

  private static final double[] MULTIPLES = {0, 1e-6, 1e-3, 0.1, 0.5, 0.9, 1.1, 2, 10, 1e3, 1e6};

  private static final double FIRST_STEP = 1;
  private static final double LAST_STEP = 1e-4;
  private static final int MOST_PLANS = 20_000;

  private final FirmCode code;
  private final Firm firm;
  private final double[] inputPrices;
  private final double[] outputPrices;
  private int plans;

  PlanTrial(FirmCode code, Firm firm, Map<String, Double> prices) {
    this.code = code;
    this.firm = firm;
    this.inputPrices = prices(firm.inputs(), prices);
    this.outputPrices = prices(firm.outputs(), prices);
  }

  private static double[] prices(List<Firm.Port> ports, Map<String, Double> prices) {
    return ports.stream().mapToDouble(p -> prices.getOrDefault(p.good(), Double.NaN)).toArray();
  }

  /**
   * A plan and what it earns.
   *
   * @param profit minus infinity if the plan is not available
   * @param turnover money in and out
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Plan(double[] inputs, double[] outputs, double profit, double turnover) {}

  Plan at(double[] inputs) {
    plans++;
    var results = code.run(firm, inputs);
    if (results.isEmpty() || !isWithinCapacities(results.get())) {
      return new Plan(inputs, new double[outputPrices.length], Double.NEGATIVE_INFINITY, 0);
    }
    double profit = 0;
    double turnover = 0;
    for (int k = 0; k < outputPrices.length; k++) {
      profit += outputPrices[k] * results.get()[k];
      turnover += Math.abs(outputPrices[k] * results.get()[k]);
    }
    for (int i = 0; i < inputPrices.length; i++) {
      profit -= inputPrices[i] * inputs[i];
      turnover += Math.abs(inputPrices[i] * inputs[i]);
    }
    boolean finite = Double.isFinite(turnover);
    var outputs = Arrays.copyOf(results.get(), outputPrices.length);
    return new Plan(inputs, outputs, finite ? profit : Double.NEGATIVE_INFINITY, turnover);
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

  /** Adds what the plan makes and takes away what it uses, by good. */
  void trade(Plan plan, Map<String, Double> net) {
    for (int k = 0; k < outputPrices.length; k++) {
      net.merge(firm.outputs().get(k).good(), plan.outputs()[k], Double::sum);
    }
    for (int i = 0; i < inputPrices.length; i++) {
      net.merge(firm.inputs().get(i).good(), -plan.inputs()[i], Double::sum);
    }
  }

  FirmCheck check(Plan own) {
    var best = own;
    for (var start : starts(own.inputs())) {
      best = better(best, at(start));
    }
    best = climbed(best);
    double allowed = EquilibriumCheck.PROFIT_TOLERANCE * (own.turnover() + best.turnover());
    boolean holds =
        own.profit() > Double.NEGATIVE_INFINITY && best.profit() - own.profit() <= allowed;
    return new FirmCheck(firm.name(), own.profit(), best.profit(), plans, holds);
  }

  private List<double[]> starts(double[] own) {
    var starts = new ArrayList<double[]>();
    double size = Math.max(Arrays.stream(own).max().orElse(0), 0);
    var ones = new double[own.length];
    Arrays.fill(ones, size > 0 ? size : 1);
    for (double multiple : MULTIPLES) {
      starts.add(times(own, multiple));
      starts.add(times(ones, multiple));
      for (int i = 0; i < own.length; i++) {
        var single = own.clone();
        single[i] = multiple * Math.max(own[i], ones[i]);
        starts.add(single);
      }
    }
    return starts;
  }

  private Plan climbed(Plan from) {
    var best = from;
    double step = FIRST_STEP;
    while (step > LAST_STEP && plans < MOST_PLANS) {
      var next = best;
      for (int i = -1; i < inputPrices.length; i++) {
        for (double factor : new double[] {1 + step, 1 / (1 + step)}) {
          next = better(next, at(scaled(best.inputs(), i, factor)));
        }
      }
      boolean improved = next.profit() > best.profit();
      best = next;
      if (!improved) {
        step /= 2;
      }
    }
    return best;
  }

  /** The second plan if it earns more, other than by rounding. */
  private static Plan better(Plan a, Plan b) {
    return b.profit() > a.profit() + ROUNDING * b.turnover() ? b : a;
  }

  /** A plan with one input scaled, or with all of them for index -1. */
  private static double[] scaled(double[] plan, int index, double factor) {
    if (index < 0) {
      return times(plan, factor);
    }
    var changed = plan.clone();
    changed[index] *= factor;
    return changed;
  }

  private static double[] times(double[] plan, double factor) {
    return Arrays.stream(plan).map(x -> factor * x).toArray();
  }
}
