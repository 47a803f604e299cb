package dev.costate.equilibrium.certify;

/** What happens when a firm's plan is multiplied again and again. */
public final class Growth {
  private static final int DECADES = 9;
  private static final double TENTH = 0.1;

  /**
   * Revenue that grows by more than this factor relative to cost, over three decades, grows faster
   * than cost for good.
   */
  private static final double FASTER = 1.5;

  private Growth() {}

  /**
   * Whether profit grows along a ray for as long as numbers are sensible, faster than rounding
   * could pretend.
   */
  public static boolean isUnbounded(FirmMarket firm, double[] plan, double tolerance) {
    double last = firm.at(plan).profit();
    if (!(last > 0)) {
      return false;
    }
    var grown = plan.clone();
    for (int k = 0; k < DECADES; k++) {
      multiply(grown, 10);
      var earnings = firm.at(firm.within(grown));
      if (!earnings.isAvailable()
          || earnings.profit() <= 2 * last
          || earnings.profit() <= tolerance * earnings.turnover()) {
        return false;
      }
      last = earnings.profit();
    }
    return true;
  }

  /**
   * Whether revenue rises faster than cost along a ray, at any prices: increasing returns without
   * end.
   */
  public static boolean hasIncreasingReturns(FirmMarket firm, double[] plan) {
    var grown = plan.clone();
    multiply(grown, 1e3);
    var some = firm.at(firm.within(grown));
    multiply(grown, 1e3);
    var more = firm.at(firm.within(grown));
    return some.isAvailable()
        && more.isAvailable()
        && some.revenue() > 0
        && some.cost() > 0
        && more.revenue() / more.cost() > FASTER * some.revenue() / some.cost();
  }

  /** The smallest tenth of a tenth of a plan, and so on, that still earns more than this. */
  public static double[] smallest(FirmMarket firm, double[] plan, double profit) {
    var small = plan.clone();
    var next = plan.clone();
    multiply(next, TENTH);
    for (int k = 0; k < 2 * DECADES && firm.at(firm.within(next)).profit() > profit; k++) {
      small = next.clone();
      multiply(next, TENTH);
    }
    return small;
  }

  private static void multiply(double[] plan, double factor) {
    for (int i = 0; i < plan.length; i++) {
      plan[i] *= factor;
    }
  }
}
