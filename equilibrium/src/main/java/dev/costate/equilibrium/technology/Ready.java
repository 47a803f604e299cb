package dev.costate.equilibrium.technology;

import dev.costate.equilibrium.graph.PriceIndex;
import java.util.Arrays;

/** The unit cost or unit revenue of the ready technologies. */
final class Ready {
  private Ready() {}

  /**
   * Of scale * (sum share * input^rho)^(1/rho), rho = 1 - 1/elasticity; elasticity 0 is fixed
   * proportions.
   */
  static PriceIndex ces(double scale, double elasticity, double[] shares) {
    return new PriceIndex(
        elasticity,
        1 / scale,
        elasticity == 0 ? ones(shares.length) : shares,
        elasticity == 0 ? ones(shares.length) : shares);
  }

  /** Of scale * prod input^exponent with exponents that sum to 1. */
  static PriceIndex cobbDouglas(double scale, double[] exponents) {
    return new PriceIndex(1, 1 / scale, exponents, exponents);
  }

  /** Of the least of input / need. */
  static PriceIndex leontief(double[] needs) {
    return new PriceIndex(0, 1, needs, ones(needs.length));
  }

  /** Through a benchmark: makes {@code level0} of {@code quantities} that have these prices. */
  static PriceIndex at(double level0, double elasticity, double[] quantities, double[] prices) {
    double total = 0;
    for (int i = 0; i < quantities.length; i++) {
      total += quantities[i] * prices[i];
    }
    var weights = new double[quantities.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = quantities[i] * prices[i] / total;
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return new PriceIndex(elasticity, total / level0, weights, prices);
  }

  static double[] ones(int n) {
    var ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
