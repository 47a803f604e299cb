package dev.costate.equilibrium.technology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The unit cost or unit revenue of the ready technologies. */
final class Ready {
  private Ready() {}

  /**
   * Of scale * (sum share * input^rho)^(1/rho), rho = 1 - 1/elasticity; elasticity 0 is fixed
   * proportions.
   */
  static Index ces(Datum scale, Datum elasticity, List<Datum> shares) {
    return new Index(elasticity, Datum.ONE.over(scale), shares, shares);
  }

  /** Of scale * prod input^exponent with exponents that sum to 1. */
  static Index cobbDouglas(Datum scale, List<Datum> exponents) {
    return new Index(Datum.ONE, Datum.ONE.over(scale), exponents, exponents);
  }

  /** Of the least of input / need. */
  static Index leontief(List<Datum> needs) {
    return new Index(Datum.ZERO, Datum.ONE, needs, ones(needs.size()));
  }

  /** Through a benchmark: makes {@code level0} of {@code quantities} that have these prices. */
  static Index at(Datum level0, Datum elasticity, List<Datum> quantities, List<Datum> prices) {
    var worths = new ArrayList<Datum>();
    for (int i = 0; i < quantities.size(); i++) {
      worths.add(quantities.get(i).times(prices.get(i)));
    }
    var total = sum(worths);
    var weights = worths.stream().map(worth -> worth.over(total)).toList();
    var sum = sum(weights);
    return new Index(
        elasticity,
        total.over(level0),
        weights.stream().map(weight -> weight.over(sum)).toList(),
        prices);
  }

  static Datum sum(List<Datum> data) {
    return data.stream().reduce(Datum.ZERO, Datum::plus);
  }

  static List<Datum> ones(int n) {
    return Collections.nCopies(n, Datum.ONE);
  }
}
