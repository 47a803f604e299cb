package dev.costate.dynamics.kernel;

import dev.costate.equilibrium.graph.PriceIndex;
import java.util.Arrays;
import java.util.List;

/**
 * What one unit of a composite costs and takes, for firms whose technologies have the same
 * elasticity and as many parts: the formulas of {@link PriceIndex}, where each term is computed
 * once and numbers of all firms stand in arrays. Results have the bits of that index, but at
 * elasticity 0.5 they agree to rounding.
 *
 * <p>Arrays by firm and part hold the parts of the first firm, then those of the second, and so on.
 */
public final class Kernel {
  /** As in {@link PriceIndex}: near 1, logarithms of sums are taken as of 1 + small. */
  private static final double SMALL = 1e-2;

  /** As there: weights whose sum differs from 1 by less than this sum to 1. */
  private static final double ROUNDING = 1e-14;

  private final double elasticity;
  private final int firms;
  private final int parts;
  private final double[] levels;
  private final double[] weights;
  private final double[] references;

  /** In fixed proportions, what one unit takes. */
  private final double[] fixed;

  private Kernel(List<PriceIndex> indices) {
    var first = indices.getFirst();
    elasticity = first.elasticity();
    firms = indices.size();
    parts = first.weights().length;
    levels = new double[firms];
    weights = new double[firms * parts];
    references = new double[firms * parts];
    fixed = new double[firms * parts];
    for (int f = 0; f < firms; f++) {
      var index = indices.get(f);
      if (index.elasticity() != elasticity || index.weights().length != parts) {
        throw new IllegalArgumentException(
            "elasticity %s of %d parts, and %s of %d"
                .formatted(elasticity, parts, index.elasticity(), index.weights().length));
      }
      levels[f] = index.level();
      System.arraycopy(index.weights(), 0, weights, f * parts, parts);
      System.arraycopy(index.references(), 0, references, f * parts, parts);
      for (int i = 0; i < parts; i++) {
        fixed[f * parts + i] = index.level() * weights[f * parts + i] / references[f * parts + i];
      }
    }
  }

  /**
   * @param indices one for each firm
   * @throws IllegalArgumentException if there is none, or they differ in elasticity or parts
   */
  public static Kernel of(List<PriceIndex> indices) {
    if (indices.isEmpty()) {
      throw new IllegalArgumentException("no firms");
    }
    return new Kernel(indices);
  }

  public int firms() {
    return firms;
  }

  public int parts() {
    return parts;
  }

  public double elasticity() {
    return elasticity;
  }

  /**
   * The cost of a unit, then how much of each part it takes.
   *
   * @param prices of the parts
   * @param into as long as the parts and one more
   * @return false if it has no cost at these prices
   */
  public boolean unit(int firm, double[] prices, double[] into) {
    if (elasticity == 0) {
      return inFixedProportions(firm, prices, into);
    }
    if (elasticity == 1) {
      return cobbDouglas(firm, prices, into);
    }
    return elasticity == 0.5 ? halves(firm, prices, into) : substitutable(firm, prices, into);
  }

  private boolean inFixedProportions(int firm, double[] prices, double[] into) {
    int at = firm * parts;
    double cost = 0;
    for (int i = 0; i < parts; i++) {
      double needs = fixed[at + i];
      into[i + 1] = needs;
      cost += needs * prices[i];
    }
    into[0] = cost;
    return Double.isFinite(cost);
  }

  private boolean cobbDouglas(int firm, double[] prices, double[] into) {
    int at = firm * parts;
    double logarithm = 0;
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < parts; i++) {
      double price = prices[i];
      least = Math.min(least, Math.abs(price));
      logarithm += weights[at + i] * Math.log(price / references[at + i]);
      sum += weights[at + i];
    }
    if (least == 0) {
      return rare(firm, prices, into);
    }
    double cost = levels[firm] * Math.exp(logarithm);
    into[0] = cost;
    for (int i = 0; i < parts; i++) {
      double price = prices[i];
      into[i + 1] = price > 0 ? cost * (weights[at + i] / sum) / price : Double.POSITIVE_INFINITY;
    }
    return Double.isFinite(cost);
  }

  /** At elasticity 0.5 powers are roots and squares. */
  private boolean halves(int firm, double[] prices, double[] into) {
    int at = firm * parts;
    double least = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < parts; i++) {
      double price = prices[i];
      least = Math.min(least, price);
      double share = weights[at + i] * Math.sqrt(price / references[at + i]);
      into[i + 1] = share;
      sum += share;
    }
    if (!(least > 0)) {
      return rare(firm, prices, into);
    }
    double cost = levels[firm] * (sum * sum);
    into[0] = cost;
    double ofShare = cost / sum;
    for (int i = 0; i < parts; i++) {
      into[i + 1] = ofShare * into[i + 1] / prices[i];
    }
    return Double.isFinite(cost);
  }

  private boolean substitutable(int firm, double[] prices, double[] into) {
    int at = firm * parts;
    double power = 1 - elasticity;
    double largest = Double.NEGATIVE_INFINITY;
    double widest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < parts; i++) {
      double price = prices[i];
      least = Math.min(least, price);
      double term = power * Math.log(price / references[at + i]);
      into[i + 1] = term;
      largest = Math.max(largest, term);
      widest = Math.max(widest, Math.abs(term));
    }
    if (!(least > 0) || !Double.isFinite(largest)) {
      return rare(firm, prices, into);
    }
    double near = widest < SMALL ? nearReferences(firm, into) : 0;
    double sum = 0;
    for (int i = 0; i < parts; i++) {
      double share = weights[at + i] * Math.exp(into[i + 1] - largest);
      into[i + 1] = share;
      sum += share;
    }
    double logarithm = widest < SMALL ? near : largest + Math.log(sum);
    double cost = levels[firm] * Math.exp(logarithm / power);
    into[0] = cost;
    for (int i = 0; i < parts; i++) {
      into[i + 1] = cost * (into[i + 1] / sum) / prices[i];
    }
    return Double.isFinite(cost);
  }

  /** The logarithm of the sum where all terms are near 1. */
  private double nearReferences(int firm, double[] terms) {
    int at = firm * parts;
    double total = 0;
    for (int i = 0; i < parts; i++) {
      total += weights[at + i];
    }
    double rest = Math.abs(total - 1) <= ROUNDING * parts ? 0 : total - 1;
    for (int i = 0; i < parts; i++) {
      rest += weights[at + i] * Math.expm1(terms[i + 1]);
    }
    return Math.log1p(rest);
  }

  /** Free parts, and such that cannot be had at any price and that nothing stands in for. */
  private boolean rare(int firm, double[] prices, double[] into) {
    if (elasticity < 1 && Arrays.stream(prices).anyMatch(Double::isInfinite)) {
      return false;
    }
    return index(firm).evaluate(prices, into);
  }

  /** The technology of a firm. */
  public PriceIndex index(int firm) {
    return new PriceIndex(
        elasticity,
        levels[firm],
        Arrays.copyOfRange(weights, firm * parts, (firm + 1) * parts),
        Arrays.copyOfRange(references, firm * parts, (firm + 1) * parts));
  }
}
