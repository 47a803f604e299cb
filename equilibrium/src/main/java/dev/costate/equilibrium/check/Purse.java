package dev.costate.equilibrium.check;

import dev.costate.equilibrium.certify.BundleSearch;
import java.util.List;

/**
 * What bundles of wanted goods cost a consumer. What it keeps of its own costs what it would fetch,
 * which may be less than what more of it costs.
 */
record Purse(List<Wanted> wanted) implements BundleSearch.Budget {
  Purse {
    wanted = List.copyOf(wanted);
  }

  /**
   * @param owned how much of it the consumer owns, negative if it owes
   */
  record Wanted(String good, NetPrice buying, NetPrice selling, double owned) {
    double cost(double quantity) {
      double kept = Math.min(quantity, owned);
      return kept * selling.net() + (quantity - kept) * buying.net();
    }

    double sold(double quantity) {
      return Math.max(owned - quantity, 0);
    }

    double bought(double quantity) {
      return Math.max(quantity - owned, 0);
    }
  }

  @Override
  public double cost(double[] bundle) {
    double cost = 0;
    for (int i = 0; i < bundle.length; i++) {
      cost += wanted.get(i).cost(bundle[i]);
    }
    return cost;
  }

  @Override
  public double quantity(int i, double money) {
    double price = Math.max(wanted.get(i).buying().net(), 0);
    return price == 0 ? 1 : money / price;
  }
}
