package dev.costate.dynamics.response;

/** What a consumer buys. A function of its arguments. */
interface Demand {
  /**
   * The best bundle.
   *
   * @param prices by wanted good, positive
   * @param money to spend, not negative
   * @throws NoAnswer if it finds none
   */
  double[] bundle(double[] prices, double money);

  /** Wants nothing. */
  record Nothing() implements Demand {
    @Override
    public double[] bundle(double[] prices, double money) {
      return new double[0];
    }
  }

  /**
   * Utility is an increasing function of a nest: all money buys units of the nest at least cost.
   */
  record OfNest(Costing costing) implements Demand {
    @Override
    public double[] bundle(double[] prices, double money) {
      var bundle = new double[prices.length];
      double unit = costing.cost(prices);
      if (!(unit > 0)) {
        throw new NoAnswer("what a consumer wants costs " + unit);
      }
      costing.addNeeds(money / unit, prices, bundle);
      return bundle;
    }
  }
}
