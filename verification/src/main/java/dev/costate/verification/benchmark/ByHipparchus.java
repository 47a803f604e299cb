package dev.costate.verification.benchmark;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.util.FastMath;

/** Gradients by Hipparchus, which carries all partials forward through the function. */
public final class ByHipparchus {
  private ByHipparchus() {}

  /** The gradient of {@code least-squares.market} with respect to the coefficients. */
  public static double[] leastSquares(double[] c, double[] x, double[] y) {
    var variables = variables(c);
    var total = Gradient.constant(c.length, 0);
    for (int i = 0; i < x.length; i++) {
      var p = Gradient.constant(c.length, 0);
      for (int j = c.length - 1; j >= 0; j--) {
        p = p.multiply(x[i]).add(variables[j]);
      }
      var r = p.subtract(y[i]);
      total = total.add(r.multiply(r));
    }
    return total.getGradient();
  }

  /** The gradient of {@code lstm.market} with respect to the weights. */
  public static double[] lstm(double[] weights, double[] x) {
    var w = variables(weights);
    var h = Gradient.constant(weights.length, 0);
    var c = Gradient.constant(weights.length, 0);
    var loss = Gradient.constant(weights.length, 0);
    for (double input : x) {
      var forget = sigmoid(w[0].multiply(h).add(w[1].multiply(input)));
      var take = sigmoid(w[2].multiply(h).add(w[3].multiply(input)));
      var give = sigmoid(w[4].multiply(h).add(w[5].multiply(input)));
      var fresh = FastMath.tanh(w[6].multiply(h).add(w[7].multiply(input)));
      c = forget.multiply(c).add(take.multiply(fresh));
      h = give.multiply(FastMath.tanh(c));
      var error = h.subtract(input);
      loss = loss.add(error.multiply(error));
    }
    return loss.getGradient();
  }

  private static Gradient sigmoid(Gradient x) {
    return FastMath.exp(x.negate()).add(1).reciprocal();
  }

  private static Gradient[] variables(double[] values) {
    var variables = new Gradient[values.length];
    Arrays.setAll(variables, i -> Gradient.variable(values.length, i, values[i]));
    return variables;
  }
}
