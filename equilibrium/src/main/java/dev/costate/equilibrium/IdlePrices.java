package dev.costate.equilibrium;

import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.equation.MarketSystem;
import dev.costate.equilibrium.solver.Residuals;
import java.util.ArrayList;
import java.util.List;

/**
 * Prices of goods that there are none of and that nobody wants: any price up to what would bring
 * somebody to make one fits, so the conditions say nothing about it. Such a good is free, as far as
 * that breaks no condition.
 */
final class IdlePrices {
  /** A good is not traded if less than this fraction of the market's typical quantity is. */
  private static final double NOT_TRADED = 1e-9;

  private final MarketSystem system;
  private final double tolerance;

  private IdlePrices(MarketSystem system, double tolerance) {
    this.system = system;
    this.tolerance = tolerance;
  }

  /** A solution with the prices of idle goods at 0. */
  static double[] freed(MarketSystem system, double[] solution, double tolerance) {
    return new IdlePrices(system, tolerance).freed(solution);
  }

  private double[] freed(double[] solution) {
    var z = solution;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int variable : idle(z)) {
        var free = z.clone();
        free[variable] = 0;
        if (holds(free)) {
          z = free;
          changed = true;
        }
      }
    }
    return z;
  }

  private List<Integer> idle(double[] z) {
    var market = system.market();
    var graph = market.equations().graph();
    graph.evaluate(z);
    var idle = new ArrayList<Integer>();
    double nothing = NOT_TRADED * system.quantitySize();
    for (int g = 0; g < market.economy().goods().size(); g++) {
      if (market.economy().goods().get(g).fixedPrice().isPresent()) {
        continue;
      }
      int price = market.variable(market.price(g));
      if (z[price] > 0 && system.lower(price) == 0 && market.trade(g) <= nothing) {
        idle.add(price);
      }
    }
    return idle;
  }

  /** Whether every condition holds but that on the level of prices, which is arbitrary too. */
  private boolean holds(double[] z) {
    var values = new double[z.length];
    var scales = new double[z.length];
    if (!system.evaluate(z, values, scales)) {
      return false;
    }
    for (int i = 0; i < z.length; i++) {
      boolean counts = system.market().conditions().get(i).kind() != Kind.PRICE_LEVEL;
      if (counts && !(Residuals.violation(system, i, z[i], values[i], scales[i]) <= tolerance)) {
        return false;
      }
    }
    return true;
  }
}
