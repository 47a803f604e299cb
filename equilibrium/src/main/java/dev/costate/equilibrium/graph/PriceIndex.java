package dev.costate.equilibrium.graph;

import java.util.Arrays;

/**
 * What one unit of a composite costs at given prices, and how much of each part it takes: the dual
 * of a technology of constant elasticity,
 *
 * <pre>c(p) = C0 (sum t_i (p_i / r_i)^(1 - s))^(1 / (1 - s)),   c_i = partial of c in p_i</pre>
 *
 * with elasticity of substitution s (Arrow, Chenery, Minhas and Solow 1961; the parts by Shephard's
 * lemma). At s = 1 it is C0 prod (p_i / r_i)^t_i (weights that sum to 1), at s = 0 linear: fixed
 * proportions. A negative s is an elasticity of transformation -s: then c is the revenue of one
 * unit of capacity and c_i what is made of each product (Powell and Gruen 1968).
 *
 * <p>Arguments: the prices. Results: c, then each c_i.
 */
@SuppressWarnings("ArrayRecordComponent")
public record PriceIndex(double elasticity, double level, double[] weights, double[] references)
    implements Step {
  /** Where (1 - s) ln(p / r) is below this, logarithms of sums near 1 are taken as of 1 + small. */
  private static final double SMALL = 1e-2;

  /** Weights whose sum differs from 1 by less than this sum to 1. */
  private static final double ROUNDING = 1e-14;

  /**
   * @throws IllegalArgumentException if the numbers describe no technology
   */
  public PriceIndex {
    weights = weights.clone();
    references = references.clone();
    boolean positive =
        Arrays.stream(weights).allMatch(w -> w > 0)
            && Arrays.stream(references).allMatch(r -> r > 0);
    if (!positive || weights.length != references.length || weights.length == 0 || !(level > 0)) {
      throw new IllegalArgumentException(
          "no price index: level %s, weights %s, references %s"
              .formatted(level, Arrays.toString(weights), Arrays.toString(references)));
    }
    if (!Double.isFinite(elasticity)) {
      throw new IllegalArgumentException("no price index: elasticity " + elasticity);
    }
    double sum = Arrays.stream(weights).sum();
    if (elasticity == 1 && Math.abs(sum - 1) > ROUNDING * weights.length) {
      throw new IllegalArgumentException(
          "no price index: elasticity 1 and weights that sum to " + sum);
    }
  }

  /** Fixed proportions: one unit takes so much of each part. */
  public static PriceIndex fixed(double... needs) {
    return new PriceIndex(0, 1, needs, ones(needs.length));
  }

  private static double[] ones(int n) {
    var ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Override
  public int arguments() {
    return weights.length;
  }

  @Override
  public int results() {
    return weights.length + 1;
  }

  @Override
  public boolean evaluate(double[] prices, double[] into) {
    if (elasticity == 0) {
      return inFixedProportions(prices, into);
    }
    double power = 1 - elasticity;
    var terms = new double[weights.length];
    double largest = Double.NEGATIVE_INFINITY;
    double widest = 0;
    for (int i = 0; i < terms.length; i++) {
      double log = Math.log(prices[i] / references[i]);
      terms[i] = power == 0 ? 0 : power * log;
      largest = Math.max(largest, terms[i]);
      widest = Math.max(widest, Math.abs(terms[i]));
    }
    if (largest == Double.NEGATIVE_INFINITY
        || largest == Double.POSITIVE_INFINITY
        || power == 0 && Arrays.stream(prices).anyMatch(price -> price == 0)) {
      return free(prices, into);
    }
    double logarithm = power == 0 ? logMean(prices) : logSum(terms, largest, widest) / power;
    double sum = 0;
    for (int i = 0; i < terms.length; i++) {
      sum += weights[i] * Math.exp(terms[i] - largest);
    }
    double cost = level * Math.exp(logarithm);
    into[0] = cost;
    for (int i = 0; i < terms.length; i++) {
      double share = weights[i] * Math.exp(terms[i] - largest) / sum;
      into[i + 1] = prices[i] > 0 ? cost * share / prices[i] : atZero(logarithm);
    }
    return Double.isFinite(cost);
  }

  /** The only case in which prices may be negative. */
  private boolean inFixedProportions(double[] prices, double[] into) {
    double cost = 0;
    for (int i = 0; i < weights.length; i++) {
      into[i + 1] = level * weights[i] / references[i];
      cost += into[i + 1] * prices[i];
    }
    into[0] = cost;
    return Double.isFinite(cost);
  }

  /**
   * A composite that costs nothing, because every part is free or because one is that can stand in
   * for the others: it takes only free parts, without bound at elasticity 1, and so much of the
   * free one as makes a unit alone beyond.
   */
  private boolean free(double[] prices, double[] into) {
    long count = Arrays.stream(prices).filter(price -> price == 0).count();
    into[0] = 0;
    for (int i = 0; i < weights.length; i++) {
      double alone =
          elasticity == 1
              ? Double.POSITIVE_INFINITY
              : count == 1
                  ? level * Math.pow(weights[i], 1 / (1 - elasticity)) / references[i]
                  : Double.NaN;
      into[i + 1] = prices[i] == 0 ? alone : 0;
    }
    return Arrays.stream(prices).allMatch(price -> price >= 0);
  }

  /** How much of a free part is taken, or made of a product that fetches nothing. */
  private double atZero(double logarithm) {
    return elasticity < 0 && Double.isFinite(logarithm) ? 0 : Double.POSITIVE_INFINITY;
  }

  private double logMean(double[] prices) {
    double sum = 0;
    for (int i = 0; i < prices.length; i++) {
      sum += weights[i] * Math.log(prices[i] / references[i]);
    }
    return sum;
  }

  private double logSum(double[] terms, double largest, double widest) {
    double total = 0;
    if (widest < SMALL) {
      for (double weight : weights) {
        total += weight;
      }
      double rest = Math.abs(total - 1) <= ROUNDING * weights.length ? 0 : total - 1;
      for (int i = 0; i < terms.length; i++) {
        rest += weights[i] * Math.expm1(terms[i]);
      }
      return Math.log1p(rest);
    }
    for (int i = 0; i < terms.length; i++) {
      total += weights[i] * Math.exp(terms[i] - largest);
    }
    return largest + Math.log(total);
  }

  @Override
  public boolean partials(double[] prices, double[] into) {
    int n = weights.length;
    var values = new double[n + 1];
    if (!evaluate(prices, values)) {
      return false;
    }
    System.arraycopy(values, 1, into, 0, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        into[(i + 1) * n + j] = elasticity == 0 ? 0 : second(values, prices, i, j);
      }
    }
    return true;
  }

  /**
   * In time linear in the number of prices: with the adjoints a of c and a_i of c_i, w_i = a_i c_i
   * and shares h_i, the adjoint of ln p_j is (a c + sum w_i - (1 - s) sum w_i) h_j + (1 - s) w_j -
   * w_j.
   */
  @Override
  public boolean pullback(double[] prices, double[] adjoints, double[] into) {
    var values = new double[results()];
    if (!evaluate(prices, values)) {
      return false;
    }
    if (elasticity != 0 && !isPositive(prices, values)) {
      return Step.super.pullback(prices, adjoints, into);
    }
    double all = 0;
    for (int i = 0; i < prices.length; i++) {
      all += adjoints[i + 1] * values[i + 1];
    }
    double total = adjoints[0] * values[0] + all;
    double factor = elasticity == 0 ? adjoints[0] : (total - (1 - elasticity) * all) / values[0];
    for (int j = 0; j < prices.length; j++) {
      double own = elasticity == 0 ? 0 : elasticity * adjoints[j + 1] / prices[j];
      into[j] += values[j + 1] * (factor - own);
    }
    return true;
  }

  @Override
  public boolean pushforward(double[] prices, double[] tangents, double[] into) {
    var values = new double[results()];
    if (!evaluate(prices, values)) {
      return false;
    }
    if (elasticity != 0 && !isPositive(prices, values)) {
      return Step.super.pushforward(prices, tangents, into);
    }
    double cost = 0;
    for (int j = 0; j < prices.length; j++) {
      cost += values[j + 1] * tangents[j];
    }
    into[0] = cost;
    for (int i = 0; i < prices.length; i++) {
      into[i + 1] =
          elasticity == 0
              ? 0
              : elasticity * values[i + 1] * (cost / values[0] - tangents[i] / prices[i]);
    }
    return true;
  }

  /**
   * With s the elasticity and A = sum a_i c_i, what is passed back to p_j is c_j (a + s A / c - s
   * a_j / p_j); here is its tangent. There is none where a price is 0.
   */
  @Override
  public boolean curvature(double[] prices, double[] tangents, double[] adjoints, double[] into) {
    if (elasticity == 0) {
      return true;
    }
    var values = new double[results()];
    var moves = new double[results()];
    if (!evaluate(prices, values)
        || !isPositive(prices, values)
        || !pushforward(prices, tangents, moves)) {
      return false;
    }
    double all = 0;
    double allMoves = 0;
    for (int i = 0; i < prices.length; i++) {
      all += adjoints[i + 1] * values[i + 1];
      allMoves += adjoints[i + 1] * moves[i + 1];
    }
    double mean = elasticity * all / values[0];
    double meanMoves = (elasticity * allMoves - mean * moves[0]) / values[0];
    for (int j = 0; j < prices.length; j++) {
      double own = elasticity * adjoints[j + 1] / prices[j];
      into[j] +=
          moves[j + 1] * (adjoints[0] + mean - own)
              + values[j + 1] * (meanMoves + own * tangents[j] / prices[j]);
    }
    return true;
  }

  /** Whether logarithms of prices and of the cost are numbers. */
  static boolean isPositive(double[] prices, double[] values) {
    for (double price : prices) {
      if (!(price > 0)) {
        return false;
      }
    }
    return values[0] > 0;
  }

  private double second(double[] values, double[] prices, int i, int j) {
    double cross = elasticity * values[i + 1] * (values[j + 1] / values[0]);
    return i == j ? cross - elasticity * values[i + 1] / prices[i] : cross;
  }
}
