package dev.costate.equilibrium.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the derivatives of a {@link ParametricIndex} are made of where prices and the cost are
 * positive, in its notation.
 */
final class LogarithmicIndex {
  private final PriceIndex index;
  private final double[] values;
  private final double[] shares;
  private final double[] logs;
  private final double q;
  private final double mean;

  /**
   * @param values of the index at these prices
   */
  LogarithmicIndex(PriceIndex index, double[] at, double[] values) {
    this.index = index;
    this.values = values;
    q = 1 - index.elasticity();
    shares = new double[at.length];
    logs = new double[at.length];
    double sum = 0;
    for (int i = 0; i < at.length; i++) {
      shares[i] = values[i + 1] * at[i] / values[0];
      logs[i] = Math.log(at[i] / index.references()[i]);
      sum += shares[i] * logs[i];
    }
    mean = sum;
  }

  /** Null where some price or the cost is not positive. */
  static @Nullable LogarithmicIndex of(ParametricIndex step, double[] arguments) {
    var index = step.index(arguments);
    var at = Arrays.copyOf(arguments, step.prices());
    var values = new double[step.prices() + 1];
    return index.evaluate(at, values) && PriceIndex.isPositive(at, values)
        ? new LogarithmicIndex(index, at, values)
        : null;
  }

  /** c, then each c_i. */
  double[] values() {
    return values;
  }

  /** h_i. */
  double[] shares() {
    return shares;
  }

  /** l_i. */
  double[] logs() {
    return logs;
  }

  double q() {
    return q;
  }

  /** g', the mean of the logs weighted with the shares. */
  double mean() {
    return mean;
  }

  /** The partial of ln c with respect to a weight. */
  double byWeight(int j) {
    return q == 0 ? logs[j] : shares[j] / (q * index.weights()[j]);
  }

  /** The partial of ln c with respect to the elasticity. */
  double byElasticity() {
    return ElasticityTerm.of(index.weights(), logs, q, mean);
  }
}
