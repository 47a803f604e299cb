package dev.costate.verification.benchmark;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.util.FastMath;

/**
 * Gradients by Hipparchus, which carries all partials forward through the function. The larger
 * functions are in {@link HipparchusFunctions}.
 */
final class ByHipparchus {
  private ByHipparchus() {}

  /** The gradient of a workload, its arguments unpacked beforehand. */
  static Rival of(Workload workload) {
    var arguments = new ByHand.Unpacked(workload.arguments());
    return switch (workload.file()) {
      case "gmm" -> {
        var alpha = arguments.array(0);
        var means = arguments.array(1);
        var factors = arguments.array(2);
        var x = arguments.array(3);
        yield () -> {
          var all = variables(alpha, means, factors);
          return new double[][] {HipparchusFunctions.gmm(all[0], all[1], all[2], x).getGradient()};
        };
      }
      case "log-sum-exp" -> {
        var v = arguments.array(0);
        yield () -> new double[][] {HipparchusFunctions.logSumExp(variables(v)[0]).getGradient()};
      }
      case "least-squares" -> {
        var c = arguments.array(0);
        var x = arguments.array(1);
        var y = arguments.array(2);
        yield () -> new double[][] {leastSquares(variables(c)[0], x, y).getGradient()};
      }
      case "determinant" -> {
        var m = arguments.array(0);
        yield () -> new double[][] {HipparchusFunctions.determinant(variables(m)[0]).getGradient()};
      }
      case "lstm" -> {
        var w = arguments.array(0);
        var x = arguments.array(1);
        yield () -> new double[][] {lstm(variables(w)[0], x).getGradient()};
      }
      case "runge-kutta" -> {
        var u = arguments.array(0);
        var k = new double[] {arguments.number(1)};
        double h = arguments.number(2);
        int steps = (int) arguments.number(3);
        yield () -> {
          var all = variables(u, k);
          return new double[][] {
            HipparchusFunctions.rungeKutta(all[0], all[1][0], h, steps).getGradient()
          };
        };
      }
      case "ces" -> {
        var x = arguments.array(0);
        double rho = arguments.number(1);
        double top = arguments.number(2);
        yield () -> new double[][] {ces(variables(x)[0], rho, top).getGradient()};
      }
      case "recursion" -> {
        var x = new double[] {arguments.number(0)};
        int n = (int) arguments.number(1);
        yield () -> new double[][] {recursion(variables(x)[0][0], n).getGradient()};
      }
      default -> throw new IllegalArgumentException(workload.file());
    };
  }

  private static Gradient leastSquares(Gradient[] c, double[] x, double[] y) {
    var total = c[0].getField().getZero();
    for (int i = 0; i < x.length; i++) {
      var p = c[0].getField().getZero();
      for (int j = c.length - 1; j >= 0; j--) {
        p = p.multiply(x[i]).add(c[j]);
      }
      var r = p.subtract(y[i]);
      total = total.add(r.multiply(r));
    }
    return total;
  }

  private static Gradient lstm(Gradient[] w, double[] x) {
    var zero = w[0].getField().getZero();
    var h = zero;
    var c = zero;
    var loss = zero;
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
    return loss;
  }

  private static Gradient sigmoid(Gradient x) {
    return FastMath.exp(x.negate()).add(1).reciprocal();
  }

  private static Gradient ces(Gradient[] x, double rho, double top) {
    int n = x.length / 2;
    var s = x[0].getField().getZero();
    for (int i = 0; i < n; i++) {
      var left = x[2 * i].pow(rho).multiply(0.4);
      var right = x[2 * i + 1].pow(rho).multiply(0.6);
      s = s.add(left.add(right).pow(1 / rho).pow(top).divide(n));
    }
    return s.pow(1 / top);
  }

  private static Gradient recursion(Gradient x, int n) {
    var value = x;
    for (int i = 0; i < n; i++) {
      value = value.sin().multiply(1.5).add(x);
    }
    return value;
  }

  /** All these numbers as variables, numbered through. */
  private static Gradient[][] variables(double[]... values) {
    int count = Arrays.stream(values).mapToInt(v -> v.length).sum();
    var variables = new Gradient[values.length][];
    int first = 0;
    for (int i = 0; i < values.length; i++) {
      var of = values[i];
      int before = first;
      variables[i] = new Gradient[of.length];
      Arrays.setAll(variables[i], j -> Gradient.variable(count, before + j, of[j]));
      first += of.length;
    }
    return variables;
  }
}
