package dev.costate.verification.benchmark;

/**
 * Rounds of firms as one would write them by hand for this purpose alone: plain loops over arrays,
 * with five inputs and the default dynamics written out, and without any care for free goods,
 * prices near references or numbers that are none.
 */
final class BareRounds {
  static final int INPUTS = 5;

  private final double elasticity;
  private final double[] scales;
  private final double[] weights;
  private final double[] references;
  private final double[] needs;
  private final int[] inputs;
  private final double[] levels;
  private final double least;
  private final double[] steps;
  private final double[] signals;
  private final double[] uses;
  private final double[] makes;

  /**
   * @param references by firm and input, as all arrays of inputs
   */
  BareRounds(
      double elasticity,
      double[] scales,
      double[] weights,
      double[] references,
      int[] inputs,
      double level,
      double least) {
    this.elasticity = elasticity;
    this.scales = scales;
    this.weights = weights;
    this.references = references;
    this.inputs = inputs;
    this.least = least;
    int firms = scales.length;
    needs = new double[weights.length];
    for (int f = 0; f < firms; f++) {
      for (int i = 0; i < INPUTS; i++) {
        int k = f * INPUTS + i;
        needs[k] = scales[f] * weights[k] / references[k];
      }
    }
    levels = new double[firms];
    java.util.Arrays.fill(levels, level);
    steps = new double[firms];
    java.util.Arrays.fill(steps, 0.05);
    signals = new double[firms];
    java.util.Arrays.fill(signals, Double.NaN);
    uses = new double[weights.length];
    makes = new double[firms];
  }

  /** Each firm makes the good of its own number. */
  void round(double[] prices) {
    if (elasticity == 0) {
      fixed(prices);
    } else if (elasticity == 1) {
      cobbDouglas(prices);
    } else {
      substitutable(prices);
    }
  }

  private void fixed(double[] prices) {
    for (int f = 0; f < levels.length; f++) {
      double cost = 0;
      for (int k = f * INPUTS; k < f * INPUTS + INPUTS; k++) {
        cost += needs[k] * prices[inputs[k]];
      }
      double level = levels[f];
      move(f, prices[f], cost);
      for (int k = f * INPUTS; k < f * INPUTS + INPUTS; k++) {
        uses[k] = level * needs[k];
      }
    }
  }

  private void cobbDouglas(double[] prices) {
    for (int f = 0; f < levels.length; f++) {
      double logarithm = 0;
      for (int k = f * INPUTS; k < f * INPUTS + INPUTS; k++) {
        logarithm += weights[k] * Math.log(prices[inputs[k]] / references[k]);
      }
      double cost = scales[f] * Math.exp(logarithm);
      double spent = levels[f] * cost;
      move(f, prices[f], cost);
      for (int k = f * INPUTS; k < f * INPUTS + INPUTS; k++) {
        uses[k] = spent * weights[k] / prices[inputs[k]];
      }
    }
  }

  private void substitutable(double[] prices) {
    double power = 1 - elasticity;
    for (int f = 0; f < levels.length; f++) {
      double sum = 0;
      for (int k = f * INPUTS; k < f * INPUTS + INPUTS; k++) {
        double share = weights[k] * Math.pow(prices[inputs[k]] / references[k], power);
        uses[k] = share;
        sum += share;
      }
      double cost = scales[f] * Math.pow(sum, 1 / power);
      double spent = levels[f] * cost / sum;
      move(f, prices[f], cost);
      for (int k = f * INPUTS; k < f * INPUTS + INPUTS; k++) {
        uses[k] = spent * uses[k] / prices[inputs[k]];
      }
    }
  }

  /** Optimistic mirror tatonnement of a level by its relative margin. */
  private void move(int f, double revenue, double cost) {
    double level = levels[f];
    double now = (revenue - cost) / (0.5 * (revenue + cost));
    double before = Double.isNaN(signals[f]) ? now : signals[f];
    double step = Math.clamp(steps[f] * (now * before < 0 ? 0.7 : 1.05), 3e-7, 0.3);
    steps[f] = step;
    signals[f] = now;
    levels[f] = Math.max(least, level * Math.exp(step * (2 * now - before)));
    makes[f] = level;
  }

  double uses(int firm, int input) {
    return uses[firm * INPUTS + input];
  }

  double makes(int firm) {
    return makes[firm];
  }
}
