package dev.costate.equilibrium.graph;

import java.util.Arrays;

/**
 * A {@link PriceIndex} whose numbers are arguments too, with partials with respect to them.
 *
 * <p>Arguments: the prices p, the level C0, the weights t, the references r and, if it is {@code
 * elastic}, the elasticity s. Results: the cost c, then each c_i. With q = 1 - s, l_i = ln(p_i /
 * r_i), g = ln sum t_i exp(q l_i) and the shares h_i = t_i exp(q l_i - g):
 *
 * <pre>
 * d ln c   = d ln C0 + (1/q) sum h_i d ln t_i - sum h_i d ln r_i + (g - q g') / q^2 ds
 * d ln h_i = d ln t_i - sum h_j d ln t_j - q (d ln r_i - sum h_j d ln r_j) + (g' - l_i) ds
 * </pre>
 *
 * with g' = sum h_i l_i, and d ln c_i = d ln c + d ln h_i. At s = 1 weights sum to 1 and stay so;
 * there the second term is sum l_i d t_i, and the last is minus half the variance of l.
 *
 * @param elasticity s, where it is no argument, and whether it is 0 or 1 anyway
 */
public record ParametricIndex(int prices, double elasticity, boolean elastic) implements Step {
  @Override
  public int arguments() {
    return 3 * prices + 1 + (elastic ? 1 : 0);
  }

  @Override
  public int results() {
    return prices + 1;
  }

  PriceIndex index(double[] arguments) {
    return new PriceIndex(
        elastic ? arguments[3 * prices + 1] : elasticity,
        arguments[prices],
        Arrays.copyOfRange(arguments, prices + 1, 2 * prices + 1),
        Arrays.copyOfRange(arguments, 2 * prices + 1, 3 * prices + 1));
  }

  @Override
  public boolean evaluate(double[] arguments, double[] into) {
    return index(arguments).evaluate(Arrays.copyOf(arguments, prices), into);
  }

  @Override
  public boolean partials(double[] arguments, double[] into) {
    var index = index(arguments);
    var at = Arrays.copyOf(arguments, prices);
    var values = new double[prices + 1];
    var own = new double[(prices + 1) * prices];
    if (!index.evaluate(at, values) || !index.partials(at, own)) {
      return false;
    }
    int width = arguments();
    for (int k = 0; k <= prices; k++) {
      System.arraycopy(own, k * prices, into, k * width, prices);
    }
    var log = new LogarithmicIndex(index, at, values);
    if (index.elasticity() == 0) {
      inFixedProportions(index, at, values, into);
    } else {
      smooth(log, arguments, into);
    }
    if (elastic) {
      withElasticity(log, into);
    }
    return true;
  }

  @Override
  public boolean pullback(double[] arguments, double[] adjoints, double[] into) {
    var log = LogarithmicIndex.of(this, arguments);
    if (log == null) {
      return Step.super.pullback(arguments, adjoints, into);
    }
    int n = prices;
    double all = 0;
    double logs = 0;
    for (int i = 0; i < n; i++) {
      double own = adjoints[i + 1] * log.values()[i + 1];
      all += own;
      logs += own * log.logs()[i];
    }
    double total = adjoints[0] * log.values()[0] + all;
    into[n] += total / arguments[n];
    for (int j = 0; j < n; j++) {
      double own = adjoints[j + 1] * log.values()[j + 1];
      double rest = own - all * log.shares()[j];
      into[j] += (total * log.shares()[j] + log.q() * rest - own) / arguments[j];
      into[n + 1 + j] += total * log.byWeight(j) + rest / arguments[n + 1 + j];
      into[2 * n + 1 + j] -= (total * log.shares()[j] + log.q() * rest) / arguments[2 * n + 1 + j];
    }
    if (elastic) {
      into[3 * n + 1] += total * log.byElasticity() + all * log.mean() - logs;
    }
    return true;
  }

  @Override
  public boolean pushforward(double[] arguments, double[] tangents, double[] into) {
    var log = LogarithmicIndex.of(this, arguments);
    if (log == null) {
      return Step.super.pushforward(arguments, tangents, into);
    }
    int n = prices;
    double elasticityTangent = elastic ? tangents[3 * n + 1] : 0;
    double cost = tangents[n] / arguments[n];
    cost += elasticityTangent == 0 ? 0 : elasticityTangent * log.byElasticity();
    var moves = new double[n];
    double mean = 0;
    for (int j = 0; j < n; j++) {
      double relative =
          tangents[j] / arguments[j] - tangents[2 * n + 1 + j] / arguments[2 * n + 1 + j];
      cost += log.shares()[j] * relative + log.byWeight(j) * tangents[n + 1 + j];
      moves[j] =
          tangents[n + 1 + j] / arguments[n + 1 + j]
              + log.q() * relative
              - log.logs()[j] * elasticityTangent;
      mean += log.shares()[j] * moves[j];
    }
    into[0] = log.values()[0] * cost;
    for (int i = 0; i < n; i++) {
      into[i + 1] = log.values()[i + 1] * (cost + moves[i] - mean - tangents[i] / arguments[i]);
    }
    return true;
  }

  @Override
  public boolean curvature(
      double[] arguments, double[] tangents, double[] adjoints, double[] into) {
    if (!elastic && elasticity == 0) {
      IndexCurvature.inFixedProportions(prices, arguments, tangents, adjoints, into);
      return true;
    }
    var log = LogarithmicIndex.of(this, arguments);
    if (log == null) {
      return false;
    }
    new IndexCurvature(this, log, arguments, tangents).add(adjoints, into);
    return true;
  }

  /** c_i = C0 t_i / r_i. */
  private void inFixedProportions(PriceIndex index, double[] at, double[] values, double[] into) {
    int width = arguments();
    into[prices] = 0;
    for (int i = 0; i < prices; i++) {
      double need = values[i + 1];
      double byLevel = need / index.level();
      double byWeight = need / index.weights()[i];
      double byReference = -need / index.references()[i];
      into[prices] += byLevel * at[i];
      into[prices + 1 + i] = byWeight * at[i];
      into[2 * prices + 1 + i] = byReference * at[i];
      int row = (i + 1) * width;
      into[row + prices] = byLevel;
      into[row + prices + 1 + i] = byWeight;
      into[row + 2 * prices + 1 + i] = byReference;
    }
  }

  /** The last column: the partials with respect to s. */
  private void withElasticity(LogarithmicIndex log, double[] into) {
    int width = arguments();
    var values = log.values();
    double byElasticity = log.byElasticity();
    into[width - 1] = values[0] * byElasticity;
    for (int i = 0; i < prices; i++) {
      into[(i + 1) * width + width - 1] =
          values[i + 1] * (byElasticity + log.mean() - log.logs()[i]);
    }
  }

  /** The partials with respect to level, weights and references where s is not 0. */
  private void smooth(LogarithmicIndex log, double[] arguments, double[] into) {
    int width = arguments();
    int n = prices;
    for (int k = 0; k <= n; k++) {
      double value = log.values()[k];
      into[k * width + n] = value / arguments[n];
      for (int j = 0; j < n; j++) {
        double share = k == 0 ? 0 : (k == j + 1 ? 1 : 0) - log.shares()[j];
        into[k * width + n + 1 + j] = value * (log.byWeight(j) + share / arguments[n + 1 + j]);
        into[k * width + 2 * n + 1 + j] =
            -value * (log.shares()[j] + log.q() * share) / arguments[2 * n + 1 + j];
      }
    }
  }
}
