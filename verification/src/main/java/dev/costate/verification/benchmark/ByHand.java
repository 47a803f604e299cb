package dev.costate.verification.benchmark;

import dev.costate.program.run.Value;
import java.util.List;

/**
 * Gradients as someone would write them in Java for speed: the rival of generated ones. Each is the
 * adjoint of the algorithm of its {@code .market} file; the larger ones have files of their own.
 */
final class ByHand {
  private ByHand() {}

  /** The gradient of a workload by hand, its arguments unpacked beforehand. */
  static Rival of(Workload workload) {
    var arguments = new Unpacked(workload.arguments());
    return switch (workload.file()) {
      case "gmm" -> {
        var mixture = new MixtureByHand(arguments.array(0), arguments.array(1), arguments.array(2));
        var x = arguments.array(3);
        yield () -> mixture.gradient(x);
      }
      case "log-sum-exp" -> {
        var v = arguments.array(0);
        yield () -> new double[][] {logSumExp(v)};
      }
      case "least-squares" -> {
        var c = arguments.array(0);
        var x = arguments.array(1);
        var y = arguments.array(2);
        yield () -> new double[][] {leastSquares(c, x, y)};
      }
      case "determinant" -> {
        var m = arguments.array(0);
        yield () -> new double[][] {DeterminantByHand.gradient(m)};
      }
      case "lstm" -> {
        var w = arguments.array(0);
        var x = arguments.array(1);
        yield () -> new double[][] {lstm(w, x)};
      }
      case "runge-kutta" -> {
        var u = arguments.array(0);
        double k = arguments.number(1);
        double h = arguments.number(2);
        int steps = (int) arguments.number(3);
        yield () -> RungeKuttaByHand.gradient(u, k, h, steps);
      }
      case "ces" -> {
        var x = arguments.array(0);
        double rho = arguments.number(1);
        double top = arguments.number(2);
        yield () -> new double[][] {ces(x, rho, top)};
      }
      case "recursion" -> {
        double x = arguments.number(0);
        int n = (int) arguments.number(1);
        yield () -> new double[][] {{recursion(x, n)}};
      }
      default -> throw new IllegalArgumentException(workload.file());
    };
  }

  /** The arguments of a workload as numbers and arrays of numbers, matrices row by row. */
  record Unpacked(List<Value> values) {
    double number(int position) {
      return ((Value.Number) values.get(position)).value();
    }

    double[] array(int position) {
      return switch (values.get(position)) {
        case Value.Vector(var elements) -> elements;
        case Value.Matrix(_, _, var elements) -> elements;
        case Value other -> throw new IllegalArgumentException("no array: " + other);
      };
    }
  }

  /** The gradient of {@code log-sum-exp.market}. */
  private static double[] logSumExp(double[] v) {
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
  private static double[] leastSquares(double[] c, double[] x, double[] y) {
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
  private static double[] lstm(double[] w, double[] x) {
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

  /** The gradient of {@code ces.market} with respect to the inputs. */
  private static double[] ces(double[] x, double rho, double top) {
    int n = x.length / 2;
    var gradient = new double[x.length];
    double s = 0;
    for (int i = 0; i < n; i++) {
      double a = x[2 * i];
      double b = x[2 * i + 1];
      double left = 0.4 * Math.pow(a, rho);
      double right = 0.6 * Math.pow(b, rho);
      double inner = left + right;
      double term = Math.pow(Math.pow(inner, 1 / rho), top);
      s += term / n;
      double share = term / (n * inner);
      gradient[2 * i] = share * left / a;
      gradient[2 * i + 1] = share * right / b;
    }
    double scale = Math.pow(s, 1 / top) / s;
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= scale;
    }
    return gradient;
  }

  /** The derivative of {@code recursion.market}: a loop, and forward, since there is one input. */
  private static double recursion(double x, int n) {
    double value = x;
    double derivative = 1;
    for (int i = 0; i < n; i++) {
      derivative = 1.5 * Math.cos(value) * derivative + 1;
      value = 1.5 * Math.sin(value) + x;
    }
    return derivative;
  }
}
