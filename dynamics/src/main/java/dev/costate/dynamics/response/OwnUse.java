package dev.costate.dynamics.response;

import java.util.List;

/**
 * What a consumer wants who owns some of what it wants and pays another price where it buys more of
 * it than it keeps where it sells: a wedge is levied only where goods pass a gate. It decides at
 * prices between the two, at which it would buy nothing more and sell nothing where they are
 * strictly between (virtual prices; Neary and Roberts 1980). They are those at which it is worst
 * off, and what its own goods are worth over what its bundle costs is quasiconvex in them, so each
 * is found by bisection in turn.
 */
final class OwnUse {
  /** A selling price is taken to be at least this fraction of the buying price. */
  private static final double LEAST = 1e-9;

  /** With so many halvings an interval has no number left inside. */
  private static final int HALVINGS = 1100;

  /** Prices are found in turn at most so many times. */
  private static final int SWEEPS = 200;

  private final Demand demand;
  private final List<Own> own;
  private final double[] prices;
  private final double money;

  /**
   * A wanted good that is owned too.
   *
   * @param want its position among what is wanted
   * @param endowment its position among what is owned
   */
  record Own(int want, int endowment) {}

  /** What is owned of such a good, and what is kept of its price where it is sold. */
  record Stake(double quantity, double selling) {}

  private final List<Stake> stakes;

  private OwnUse(Demand demand, List<Own> own, List<Stake> stakes, double[] prices, double money) {
    this.demand = demand;
    this.own = own;
    this.stakes = stakes;
    this.prices = prices.clone();
    this.money = money;
  }

  /**
   * The best bundle.
   *
   * @param stakes one for each own good
   * @param prices where it buys, by wanted good
   * @param money to spend if it sold all it owns
   */
  static double[] bundle(
      Demand demand, List<Own> own, List<Stake> stakes, double[] prices, double money) {
    if (own.isEmpty()) {
      return demand.bundle(prices, Math.max(0, money));
    }
    return new OwnUse(demand, own, stakes, prices, money).bundle();
  }

  private double[] bundle() {
    var buying = prices.clone();
    var within = new boolean[own.size()];
    boolean moved = own.size() > 1;
    for (int sweep = 0; sweep == 0 || moved && sweep < SWEEPS; sweep++) {
      moved = false;
      for (int k = 0; k < own.size(); k++) {
        double before = prices[own.get(k).want()];
        within[k] = find(k, buying[own.get(k).want()]);
        moved |= own.size() > 1 && prices[own.get(k).want()] != before;
      }
    }
    var bundle = wanted();
    for (int k = 0; k < own.size(); k++) {
      if (within[k]) {
        bundle[own.get(k).want()] = stakes.get(k).quantity();
      }
    }
    return bundle;
  }

  private double[] wanted() {
    double worth = money;
    for (int k = 0; k < own.size(); k++) {
      var stake = stakes.get(k);
      worth += (prices[own.get(k).want()] - stake.selling()) * stake.quantity();
    }
    return demand.bundle(prices, Math.max(0, worth));
  }

  /** What it wants beyond what it owns at a price. */
  private double excess(int k, double price) {
    prices[own.get(k).want()] = price;
    return wanted()[own.get(k).want()] - stakes.get(k).quantity();
  }

  /** Sets the price of an own good, given the others; true if it neither buys nor sells there. */
  private boolean find(int k, double buying) {
    double low = Math.max(stakes.get(k).selling(), LEAST * buying);
    double high = Math.max(low, buying);
    if (excess(k, low) <= 0) {
      return false;
    }
    if (excess(k, high) >= 0) {
      return false;
    }
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = low + 0.5 * (high - low);
      if (middle <= low || middle >= high) {
        break;
      }
      if (excess(k, middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    prices[own.get(k).want()] = low;
    return true;
  }
}
