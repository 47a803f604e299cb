package dev.costate.verification.benchmark;

/** The gradient of {@code gmm.market}: one pass over the observations, forward and back in each. */
final class MixtureByHand {
  private final double[] alpha;
  private final double[] means;
  private final double[] factors;
  private final int k;
  private final int d;
  private final int width;

  MixtureByHand(double[] alpha, double[] means, double[] factors) {
    this.alpha = alpha;
    this.means = means;
    this.factors = factors;
    k = alpha.length;
    d = means.length / k;
    width = factors.length / k;
  }

  /** The partials with respect to the weights, means and factors. */
  double[][] gradient(double[] x) {
    int n = x.length / d;
    var diagonals = new double[k * d];
    var offsets = alpha.clone();
    for (int c = 0; c < k; c++) {
      for (int i = 0; i < d; i++) {
        diagonals[c * d + i] = Math.exp(factors[c * width + i]);
        offsets[c] += factors[c * width + i];
      }
    }
    var ofAlpha = new double[k];
    var ofMeans = new double[means.length];
    var ofFactors = new double[factors.length];
    var ofDiagonals = new double[k * d];
    var centred = new double[k * d];
    var scaled = new double[k * d];
    var weights = new double[k];
    for (int o = 0; o < n; o++) {
      for (int c = 0; c < k; c++) {
        weights[c] =
            offsets[c] - 0.5 * squares(x, o * d, c * d, c * width + d, diagonals, centred, scaled);
      }
      softmax(weights);
      for (int c = 0; c < k; c++) {
        ofAlpha[c] += weights[c];
        int at = c * width + d;
        for (int i = 0; i < d; i++) {
          int row = c * d + i;
          double adjoint = -weights[c] * scaled[row];
          ofDiagonals[row] += adjoint * centred[row];
          ofMeans[row] -= adjoint * diagonals[row];
          for (int j = 0; j < i; j++) {
            ofFactors[at] += adjoint * centred[c * d + j];
            ofMeans[c * d + j] -= adjoint * factors[at];
            at++;
          }
        }
      }
    }
    for (int c = 0; c < k; c++) {
      for (int i = 0; i < d; i++) {
        ofFactors[c * width + i] += ofAlpha[c] + ofDiagonals[c * d + i] * diagonals[c * d + i];
      }
    }
    var prior = alpha.clone();
    softmax(prior);
    for (int c = 0; c < k; c++) {
      ofAlpha[c] -= n * prior[c];
    }
    return new double[][] {ofAlpha, ofMeans, ofFactors};
  }

  /** The squared length of the scaled deviation of an observation from the mean of a component. */
  private double squares(
      double[] x,
      int observation,
      int component,
      int factor,
      double[] diagonals,
      double[] centred,
      double[] scaled) {
    double sum = 0;
    int at = factor;
    for (int i = 0; i < d; i++) {
      centred[component + i] = x[observation + i] - means[component + i];
      double u = diagonals[component + i] * centred[component + i];
      for (int j = 0; j < i; j++) {
        u += factors[at] * centred[component + j];
        at++;
      }
      scaled[component + i] = u;
      sum += u * u;
    }
    return sum;
  }

  private static void softmax(double[] v) {
    double most = Double.NEGATIVE_INFINITY;
    for (double e : v) {
      most = Math.max(most, e);
    }
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      v[i] = Math.exp(v[i] - most);
      sum += v[i];
    }
    for (int i = 0; i < v.length; i++) {
      v[i] /= sum;
    }
  }
}
