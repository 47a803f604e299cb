package dev.costate.equilibrium;

import dev.costate.equilibrium.certify.FirmMarket;
import dev.costate.equilibrium.condition.MarketProblem;
import java.util.Arrays;

/**
 * Lets firms not buy what they do not need: where a good costs nothing, any quantity beyond the
 * needed one is as profitable, and the least is the one to report.
 */
final class Trimming {
  private static final int HALVINGS = 120;

  private Trimming() {}

  /** A point with the same outputs and prices and no idle purchases. */
  static double[] of(MarketProblem problem, double[] z) {
    var accounts = new Accounts(problem, z);
    var trimmed = z.clone();
    for (var part : problem.layout().firms()) {
      var market = accounts.market(part);
      var inputs = accounts.inputs(part);
      for (int i = 0; i < inputs.length; i++) {
        if (market.inputPrices()[i] == 0 && inputs[i] > 0) {
          inputs[i] = least(market, inputs, i);
        }
        trimmed[part.first() + i] = inputs[i];
      }
    }
    return trimmed;
  }

  /** The least quantity of one input that gives the same outputs. */
  private static double least(FirmMarket market, double[] inputs, int i) {
    var needed = market.results(inputs);
    if (Arrays.stream(needed).anyMatch(Double::isNaN)) {
      return inputs[i];
    }
    var plan = inputs.clone();
    plan[i] = 0;
    if (suffices(market, plan, needed)) {
      return 0;
    }
    double low = 0;
    double high = inputs[i];
    for (int k = 0; k < HALVINGS; k++) {
      plan[i] = low + (high - low) / 2;
      if (plan[i] == low || plan[i] == high) {
        break;
      }
      if (suffices(market, plan, needed)) {
        high = plan[i];
      } else {
        low = plan[i];
      }
    }
    return high;
  }

  private static boolean suffices(FirmMarket market, double[] plan, double[] needed) {
    return Arrays.equals(market.results(plan), needed);
  }
}
