package dev.costate.equilibrium.check;

import dev.costate.equilibrium.Certainty;
import dev.costate.equilibrium.check.CheckReport.FirmCheck;
import dev.costate.equilibrium.check.CheckReport.FirmVerdict;
import dev.costate.equilibrium.check.FirmPlans.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Tries other plans of one firm at given prices, without derivatives: multiples of its plan, plans
 * of one input, plans where its code takes another branch, and steps from the best of them in each
 * decision and in all inputs, ever smaller (pattern search, Hooke and Jeeves 1961), for the sake of
 * profit and for the sake of revenue over cost.
 */
final class PlanTrial {
  /**
   * Profit is a difference of large numbers: gains below this fraction of the turnover are none.
   */
  private static final double ROUNDING = 1e-11;

  /** Outputs are what the code makes up to this fraction. */
  private static final double SAME_OUTPUTS = 1e-7;

  private static final double[] MULTIPLES = {0, 1e-6, 1e-3, 0.1, 0.5, 0.9, 1.1, 2, 10, 1e3, 1e6};

  /** A round of steps that gains less than this fraction ends; the steps become smaller. */
  private static final double ENOUGH = 1e-9;

  private static final double FIRST_STEP = 1;
  private static final double LAST_STEP = 1e-4;
  private static final double LAST_MATCHING_STEP = 1e-12;

  /** In one climb. */
  private static final int MOST_PLANS = 4_000;

  /** Margins are those of plans that turn over at least this fraction of all trade. */
  private static final double SMALLEST = 1e-10;

  /** A gain below this fraction of all trade is rounding. */
  private static final double NEGLIGIBLE = 1e-12;

  private final FirmPlans plans;
  private final double[] inputs;
  private final Map<String, Double> choices;
  private final double[] outputs;
  private final double size;
  private final double worth;
  private final Certainty certainty;
  private final double tolerance;

  /**
   * @param inputs what the firm is said to buy
   * @param choices what it is said to choose besides, by name; a first guess
   * @param outputs what it is said to make
   * @param worth of all trade, money
   * @param certainty code that is known to be concave has no narrow ranges behind a branch
   * @param tolerance the fraction of its turnover by which a better plan or its profit may be off,
   *     if larger than the usual ones
   */
  PlanTrial(
      FirmPlans plans,
      double[] inputs,
      Map<String, Double> choices,
      double[] outputs,
      double worth,
      Certainty certainty,
      double tolerance) {
    this.tolerance = tolerance;
    this.worth = worth;
    this.certainty = certainty;
    this.plans = plans;
    this.inputs = inputs.clone();
    this.choices = Map.copyOf(choices);
    this.outputs = outputs.clone();
    double largest = Arrays.stream(inputs).max().orElse(0);
    this.size = largest > 0 ? largest : 1;
  }

  /**
   * @param profit what it earns, markups included
   * @param reported what it is said to earn
   */
  FirmCheck check(double profit, double reported) {
    var decisions = matching();
    boolean makes = Arrays.stream(inputs).allMatch(x -> x >= 0) && misfit(plans.at(decisions)) == 0;
    var own = plans.of(decisions, outputs);
    var best = own;
    for (var start : starts(decisions)) {
      best = better(best, plans.at(start));
    }
    var profits = new Aim(Plan::profit, plan -> ENOUGH * plan.turnover() + ROUNDING * worth);
    var margins = new Aim(this::margin, plan -> ENOUGH * margin(plan));
    best = better(best, climbed(best, profits));
    for (var start : List.of(own.decisions(), ones(decisions))) {
      var dense = climbed(plans.at(start), margins);
      best = better(best, climbed(dense, profits));
    }
    for (var region : regions(decisions)) {
      var top = plans.at(region.getFirst());
      for (var start : region) {
        top = better(top, plans.at(start));
      }
      best = better(best, climbed(top, profits));
    }
    double allowed =
        Math.max(EquilibriumCheck.PROFIT_TOLERANCE, tolerance) * (own.turnover() + best.turnover())
            + NEGLIGIBLE * worth;
    double gain = best.profit() - own.profit();
    double rounding = Math.max(EquilibriumCheck.BUDGET_TOLERANCE, tolerance) * own.turnover();
    var verdict =
        !makes
            ? FirmVerdict.CANNOT_MAKE
            : !(gain <= allowed)
                ? FirmVerdict.BETTER_PLAN
                : !(Math.abs(profit - reported) <= rounding)
                    ? FirmVerdict.PROFIT_DIFFERS
                    : FirmVerdict.HOLDS;
    return new FirmCheck(plans.firm().name(), profit, profit + gain, plans.tried(), verdict);
  }

  /** Plans in each region of code that may be of any form. */
  private List<List<double[]>> regions(double[] decisions) {
    return certainty == Certainty.SEARCHED ? plans.regions(decisions, size) : List.of();
  }

  /** Revenue over cost; of a plan that does next to nothing, nothing. */
  private double margin(Plan plan) {
    return plan.turnover() <= SMALLEST * worth
        ? Double.NEGATIVE_INFINITY
        : plan.revenue() / plan.cost();
  }

  /** How far a plan is from making the outputs, squared; 0 if it makes them up to rounding. */
  private double misfit(Plan plan) {
    if (!Double.isFinite(plan.revenue())) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = Arrays.stream(outputs).map(Math::abs).max().orElse(0);
    double sum = 0;
    boolean same = true;
    for (int k = 0; k < outputs.length; k++) {
      double off = Math.abs(plan.outputs()[k] - outputs[k]);
      same &= off <= SAME_OUTPUTS * Math.max(Math.abs(outputs[k]), SAME_OUTPUTS * largest);
      sum += off * off;
    }
    return same ? 0 : sum;
  }

  /** The decisions that make the outputs of the inputs, as nearly as they are found. */
  private double[] matching() {
    var start = plans.decisions(inputs, choices, outputs);
    if (plans.choices() == 0 && plans.weights().isEmpty()) {
      return start;
    }
    var best = plans.at(start);
    double step = 0.5;
    while (step > LAST_MATCHING_STEP && misfit(best) > 0 && plans.tried() < MOST_PLANS) {
      var next = best;
      for (int i = plans.inputs(); i < start.length; i++) {
        for (double s : new double[] {step, -step}) {
          var other = plans.at(plans.moved(next.decisions(), i, s, size));
          next = misfit(other) < misfit(next) ? other : next;
        }
      }
      step = misfit(next) < misfit(best) ? step : step / 2;
      best = next;
    }
    return best.decisions();
  }

  private double[] ones(double[] own) {
    var ones = own.clone();
    Arrays.fill(ones, 0, plans.inputs(), size);
    return ones;
  }

  private List<double[]> starts(double[] own) {
    var starts = new ArrayList<double[]>();
    for (double multiple : MULTIPLES) {
      starts.add(times(own, multiple));
      starts.add(times(ones(own), multiple));
      for (int i = 0; i < plans.inputs(); i++) {
        var single = own.clone();
        single[i] = multiple * Math.max(own[i], size);
        starts.add(single);
      }
    }
    return starts;
  }

  private double[] times(double[] plan, double factor) {
    var changed = plan.clone();
    for (int i = 0; i < plans.inputs(); i++) {
      changed[i] *= factor;
    }
    return changed;
  }

  /** What a search maximises, and how much of it is rounding at a plan. */
  private record Aim(ToDoubleFunction<Plan> of, ToDoubleFunction<Plan> rounding) {
    boolean isBetter(Plan a, Plan b) {
      return of.applyAsDouble(a) > of.applyAsDouble(b);
    }

    boolean isMuchBetter(Plan a, Plan b) {
      double before = of.applyAsDouble(b);
      return of.applyAsDouble(a)
          > (Double.isFinite(before) ? before + rounding.applyAsDouble(b) : before);
    }
  }

  private Plan climbed(Plan from, Aim aim) {
    var best = from;
    double step = FIRST_STEP;
    int until = plans.tried() + MOST_PLANS;
    while (step > LAST_STEP && plans.tried() < until) {
      var next = best;
      for (int i = -1; i < best.decisions().length; i++) {
        for (double s : new double[] {step, -step}) {
          var other = plans.at(plans.moved(next.decisions(), i, s, size));
          next = aim.isBetter(other, next) ? other : next;
        }
      }
      boolean improved = aim.isMuchBetter(next, best);
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
}
