package dev.costate.verification.benchmark;

/**
 * Gradients as someone would write them in Java, for some of the workloads: the rival of generated
 * ones.
 */
public final class ByHand {
  private ByHand() {}

  /** The gradient of {@code log-sum-exp.market}. */
  public static double[] logSumExp(double[] v) {
    double most = Double.NEGATIVE_INFINITY;
    for (double x : v) {
      most = Math.max(most, x);
    }
    var gradient = new double[v.length];
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      gradient[i] = Math.exp(v[i] - most);
      sum += gradient[i];
    }
    for (int i = 0; i < v.length; i++) {
      gradient[i] /= sum;
    }
    return gradient;
  }

  /** The gradient of {@code least-squares.market} with respect to the coefficients. */
  public static double[] leastSquares(double[] c, double[] x, double[] y) {
    var gradient = new double[c.length];
    for (int i = 0; i < x.length; i++) {
      double p = 0;
      for (int j = c.length - 1; j >= 0; j--) {
        p = p * x[i] + c[j];
      }
      double adjoint = 2 * (p - y[i]);
      for (int j = 0; j < c.length; j++) {
        gradient[j] += adjoint;
        adjoint *= x[i];
      }
    }
    return gradient;
  }

  /** The gradient of {@code lstm.market} with respect to the weights. */
  public static double[] lstm(double[] w, double[] x) {
    int n = x.length;
    var h = new double[n + 1];
    var c = new double[n + 1];
    var gates = new double[4 * n];
    var memory = new double[n];
    for (int t = 0; t < n; t++) {
      double forget = sigmoid(w[0] * h[t] + w[1] * x[t]);
      double take = sigmoid(w[2] * h[t] + w[3] * x[t]);
      double give = sigmoid(w[4] * h[t] + w[5] * x[t]);
      double fresh = Math.tanh(w[6] * h[t] + w[7] * x[t]);
      c[t + 1] = forget * c[t] + take * fresh;
      memory[t] = Math.tanh(c[t + 1]);
      h[t + 1] = give * memory[t];
      gates[4 * t] = forget;
      gates[4 * t + 1] = take;
      gates[4 * t + 2] = give;
      gates[4 * t + 3] = fresh;
    }
    var gradient = new double[8];
    double dh = 0;
    double dc = 0;
    for (int t = n - 1; t >= 0; t--) {
      double forget = gates[4 * t];
      double take = gates[4 * t + 1];
      double give = gates[4 * t + 2];
      double fresh = gates[4 * t + 3];
      dh += 2 * (h[t + 1] - x[t]);
      dc += dh * give * (1 - memory[t] * memory[t]);
      double forgetIn = dc * c[t] * forget * (1 - forget);
      double takeIn = dc * fresh * take * (1 - take);
      double giveIn = dh * memory[t] * give * (1 - give);
      double freshIn = dc * take * (1 - fresh * fresh);
      gradient[0] += forgetIn * h[t];
      gradient[1] += forgetIn * x[t];
      gradient[2] += takeIn * h[t];
      gradient[3] += takeIn * x[t];
      gradient[4] += giveIn * h[t];
      gradient[5] += giveIn * x[t];
      gradient[6] += freshIn * h[t];
      gradient[7] += freshIn * x[t];
      dh = forgetIn * w[0] + takeIn * w[2] + giveIn * w[4] + freshIn * w[6];
      dc *= forget;
    }
    return gradient;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
