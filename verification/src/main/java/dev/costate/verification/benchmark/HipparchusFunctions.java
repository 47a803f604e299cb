package dev.costate.verification.benchmark;

import org.hipparchus.Field;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.util.FastMath;
import org.hipparchus.util.MathArrays;

/** Functions of the workloads over numbers that carry their partials. */
final class HipparchusFunctions {
  private HipparchusFunctions() {}

  /** The function of {@code log-sum-exp.market}. */
  static Gradient logSumExp(Gradient[] v) {
    var most = v[0];
    for (var e : v) {
      most = e.getValue() > most.getValue() ? e : most;
    }
    var sum = most.getField().getZero();
    for (var e : v) {
      sum = sum.add(FastMath.exp(e.subtract(most)));
    }
    return most.add(FastMath.log(sum));
  }

  /** The function of {@code gmm.market}. */
  static Gradient gmm(Gradient[] alpha, Gradient[] means, Gradient[] factors, double[] x) {
    int k = alpha.length;
    int d = means.length / k;
    int width = factors.length / k;
    int n = x.length / d;
    var zero = alpha[0].getField().getZero();
    var diagonals = array(zero.getField(), k * d);
    var offsets = alpha.clone();
    for (int c = 0; c < k; c++) {
      for (int i = 0; i < d; i++) {
        diagonals[c * d + i] = FastMath.exp(factors[c * width + i]);
        offsets[c] = offsets[c].add(factors[c * width + i]);
      }
    }
    var total = zero;
    var terms = array(zero.getField(), k);
    for (int o = 0; o < n; o++) {
      for (int c = 0; c < k; c++) {
        var squares = zero;
        int at = c * width + d;
        for (int i = 0; i < d; i++) {
          var u = diagonals[c * d + i].multiply(means[c * d + i].negate().add(x[o * d + i]));
          for (int j = 0; j < i; j++) {
            u = u.add(factors[at++].multiply(means[c * d + j].negate().add(x[o * d + j])));
          }
          squares = squares.add(u.multiply(u));
        }
        terms[c] = offsets[c].subtract(squares.multiply(0.5));
      }
      total = total.add(logSumExp(terms));
    }
    return total.subtract(logSumExp(alpha).multiply(n));
  }

  /** The function of {@code determinant.market}. */
  static Gradient determinant(Gradient[] m) {
    var free = new int[(int) Math.sqrt(m.length)];
    for (int i = 0; i < free.length; i++) {
      free[i] = i;
    }
    return minors(m, free.length, 0, free);
  }

  private static Gradient minors(Gradient[] m, int columns, int row, int[] free) {
    int start = row * columns;
    if (free.length == 1) {
      return m[start + free[0]];
    }
    var total = m[0].getField().getZero();
    for (int k = 0; k < free.length; k++) {
      var rest = new int[free.length - 1];
      System.arraycopy(free, 0, rest, 0, k);
      System.arraycopy(free, k + 1, rest, k, rest.length - k);
      var product = m[start + free[k]].multiply(minors(m, columns, row + 1, rest));
      total = k % 2 == 0 ? total.add(product) : total.subtract(product);
    }
    return total;
  }

  /** The function of {@code runge-kutta.market}. */
  static Gradient rungeKutta(Gradient[] start, Gradient k, double h, int steps) {
    var u = start.clone();
    for (int t = 0; t < steps; t++) {
      var a = slope(u, k);
      var b = slope(along(u, a, h / 2), k);
      var c = slope(along(u, b, h / 2), k);
      var d = slope(along(u, c, h), k);
      for (int i = 0; i < u.length; i++) {
        var sum = a[i].add(b[i].multiply(2)).add(c[i].multiply(2)).add(d[i]);
        u[i] = u[i].add(sum.multiply(h / 6));
      }
    }
    var sum = k.getField().getZero();
    for (var element : u) {
      sum = sum.add(element);
    }
    return sum;
  }

  private static Gradient[] slope(Gradient[] u, Gradient k) {
    var field = k.getField();
    var d = array(field, u.length);
    for (int i = 0; i < u.length; i++) {
      var left = i > 0 ? u[i - 1] : field.getZero();
      var right = i < u.length - 1 ? u[i + 1] : field.getZero();
      var curvature = left.subtract(u[i].multiply(2)).add(right);
      d[i] = k.multiply(curvature).add(u[i].multiply(u[i].negate().add(1)));
    }
    return d;
  }

  private static Gradient[] along(Gradient[] u, Gradient[] slope, double step) {
    var point = array(u[0].getField(), u.length);
    for (int i = 0; i < u.length; i++) {
      point[i] = u[i].add(slope[i].multiply(step));
    }
    return point;
  }

  private static Gradient[] array(Field<Gradient> field, int length) {
    return MathArrays.buildArray(field, length);
  }
}
