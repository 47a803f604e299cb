package dev.costate.equilibrium.graph;

import java.util.Arrays;

/**
 * How the logarithm of a unit cost moves with the elasticity, in the notation of {@link
 * ParametricIndex}: E = (g - q g') / q^2, with g(q) = ln sum t_i exp(q l_i). As g'' is the variance
 * V of l with the shares at q as weights,
 *
 * <pre>E = ln(sum t) / q^2 - integral of x V(q x) dx from 0 to 1</pre>
 *
 * which loses nothing near q = 0, where weights sum to 1.
 */
final class ElasticityTerm {
  /** Below this |q| times the spread of l the integral is taken: then five nodes are exact. */
  private static final double NEAR_ONE = 0.1;

  /** Weights whose sum differs from 1 by less than this sum to 1. */
  private static final double ROUNDING = 1e-14;

  /** Gauss and Legendre's nodes in [0, 1] and what they count for. */
  private static final double[] NODES = new double[5];

  private static final double[] COUNTS = new double[5];

  static {
    for (int k = -2; k <= 2; k++) {
      double sign = Math.abs(k) == 1 ? -1 : 1;
      double root = k == 0 ? 0 : Math.sqrt(5 + sign * 2 * Math.sqrt(10.0 / 7)) / 3;
      NODES[k + 2] = 0.5 * (1 + Math.signum(k) * root);
      COUNTS[k + 2] = k == 0 ? 64.0 / 225 : (322 - sign * 13 * Math.sqrt(70)) / 1800;
    }
  }

  private final double[] weights;
  private final double[] logs;
  private final double q;
  private final double total;
  private final double center;
  private final boolean near;

  private ElasticityTerm(double[] weights, double[] logs, double q) {
    this.weights = weights;
    this.logs = logs;
    this.q = q;
    total = Arrays.stream(weights).sum();
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      sum += weights[i] * logs[i];
    }
    center = sum / total;
    double spread = 0;
    for (double log : logs) {
      spread = Math.max(spread, Math.abs(log - center));
    }
    near = Math.abs(q) * spread < NEAR_ONE;
  }

  /**
   * @param mean g', the mean of the logs weighted with the shares
   */
  static double of(double[] weights, double[] logs, double q, double mean) {
    return new ElasticityTerm(weights, logs, q).value(mean);
  }

  /**
   * The tangent of it.
   *
   * @param shares h_i
   * @param byElasticity the term itself
   */
  static double tangent(
      double[] weights,
      double[] weightTangents,
      double[] logs,
      double[] logTangents,
      double q,
      double qTangent,
      double[] shares,
      double byElasticity) {
    var term = new ElasticityTerm(weights, logs, q);
    return term.near
        ? term.integralTangent(weightTangents, logTangents, qTangent)
        : term.tangent(weightTangents, logTangents, qTangent, shares, byElasticity);
  }

  private boolean isWhole() {
    return Math.abs(total - 1) <= ROUNDING * weights.length;
  }

  private double value(double mean) {
    if (near) {
      double integral = 0;
      for (int k = 0; k < NODES.length; k++) {
        var shares = tilted(q * NODES[k]);
        integral += COUNTS[k] * NODES[k] * covariance(shares, logs, logs);
      }
      return (isWhole() ? 0 : Math.log(total) / (q * q)) - integral;
    }
    // ln sum t exp(q l) = q center + ln sum t exp(q (l - center)), of which the first has no part.
    double rest = 0;
    for (int i = 0; i < logs.length; i++) {
      rest += weights[i] * Math.expm1(q * (logs[i] - center));
    }
    double g = Math.log1p(rest + (isWhole() ? 0 : total - 1));
    return (g - q * (mean - center)) / (q * q);
  }

  /** The shares where q is this. */
  private double[] tilted(double at) {
    var shares = new double[logs.length];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = weights[i] * Math.exp(at * (logs[i] - center));
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private static double covariance(double[] shares, double[] a, double[] b) {
    double meanA = dot(shares, a);
    double meanB = dot(shares, b);
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i] * (a[i] - meanA) * (b[i] - meanB);
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** V moves by the covariance of d ln h with (l - mean)^2, and twice that of dl with l. */
  private double integralTangent(double[] weightTangents, double[] logTangents, double qTangent) {
    double integral = 0;
    for (int k = 0; k < NODES.length; k++) {
      var shares = tilted(q * NODES[k]);
      double mean = dot(shares, logs);
      var moves = new double[logs.length];
      var squares = new double[logs.length];
      for (int i = 0; i < logs.length; i++) {
        moves[i] =
            weightTangents[i] / weights[i]
                + NODES[k] * (q * logTangents[i] + qTangent * (logs[i] - center));
        squares[i] = (logs[i] - mean) * (logs[i] - mean);
      }
      double variance =
          covariance(shares, moves, squares) + 2 * covariance(shares, logTangents, logs);
      integral += COUNTS[k] * NODES[k] * variance;
    }
    if (q == 0) {
      return -integral;
    }
    double size = isWhole() ? 0 : 2 * Math.log(total) * qTangent / q;
    return (Arrays.stream(weightTangents).sum() / total - size) / (q * q) - integral;
  }

  private double tangent(
      double[] weightTangents,
      double[] logTangents,
      double qTangent,
      double[] shares,
      double byElasticity) {
    var relative = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      relative[i] = weightTangents[i] / weights[i];
    }
    double byWeights = (dot(shares, relative) - q * covariance(shares, relative, logs)) / (q * q);
    double variance = covariance(shares, logs, logs);
    return byWeights
        - covariance(shares, logTangents, logs)
        - qTangent * (variance + 2 * byElasticity) / q;
  }
}
