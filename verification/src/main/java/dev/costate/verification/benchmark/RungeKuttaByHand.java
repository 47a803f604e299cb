package dev.costate.verification.benchmark;

import java.util.Arrays;

/** The gradient of {@code runge-kutta.market}: keeps where each slope was taken, and goes back. */
final class RungeKuttaByHand {
  private static final int STAGES = 4;

  private RungeKuttaByHand() {}

  /** The partials with respect to the state and the conductivity. */
  static double[][] gradient(double[] start, double k, double h, int steps) {
    int n = start.length;
    var points = new double[STAGES * steps][n];
    var a = new double[n];
    var b = new double[n];
    var c = new double[n];
    var d = new double[n];
    var u = start.clone();
    for (int t = 0; t < steps; t++) {
      var first = points[STAGES * t];
      System.arraycopy(u, 0, first, 0, n);
      slope(first, k, a);
      var second = points[STAGES * t + 1];
      along(u, a, h / 2, second);
      slope(second, k, b);
      var third = points[STAGES * t + 2];
      along(u, b, h / 2, third);
      slope(third, k, c);
      var fourth = points[STAGES * t + 3];
      along(u, c, h, fourth);
      slope(fourth, k, d);
      for (int i = 0; i < n; i++) {
        u[i] += (a[i] + b[i] * 2 + c[i] * 2 + d[i]) * (h / 6);
      }
    }
    var adjoint = new double[n];
    Arrays.fill(adjoint, 1);
    var ofPoint = new double[n];
    double ofK = 0;
    for (int t = steps - 1; t >= 0; t--) {
      for (int i = 0; i < n; i++) {
        a[i] = adjoint[i] * (h / 6);
        b[i] = 2 * a[i];
        c[i] = b[i];
        d[i] = a[i];
      }
      ofK += reverse(points[STAGES * t + 3], k, d, ofPoint);
      add(ofPoint, h, adjoint, c);
      ofK += reverse(points[STAGES * t + 2], k, c, ofPoint);
      add(ofPoint, h / 2, adjoint, b);
      ofK += reverse(points[STAGES * t + 1], k, b, ofPoint);
      add(ofPoint, h / 2, adjoint, a);
      ofK += reverse(points[STAGES * t], k, a, ofPoint);
      for (int i = 0; i < n; i++) {
        adjoint[i] += ofPoint[i];
      }
    }
    return new double[][] {adjoint, {ofK}};
  }

  private static void slope(double[] u, double k, double[] result) {
    int n = u.length;
    for (int i = 0; i < n; i++) {
      double left = i > 0 ? u[i - 1] : 0;
      double right = i < n - 1 ? u[i + 1] : 0;
      result[i] = k * (left - 2 * u[i] + right) + u[i] * (1 - u[i]);
    }
  }

  private static void along(double[] u, double[] slope, double step, double[] result) {
    for (int i = 0; i < u.length; i++) {
      result[i] = u[i] + slope[i] * step;
    }
  }

  /** Overwrites the adjoint of the point; returns the share of the conductivity. */
  private static double reverse(double[] u, double k, double[] adjoint, double[] ofPoint) {
    int n = u.length;
    double ofK = 0;
    for (int i = 0; i < n; i++) {
      double left = i > 0 ? u[i - 1] : 0;
      double right = i < n - 1 ? u[i + 1] : 0;
      double fromLeft = i > 0 ? adjoint[i - 1] : 0;
      double fromRight = i < n - 1 ? adjoint[i + 1] : 0;
      ofK += adjoint[i] * (left - 2 * u[i] + right);
      ofPoint[i] = k * (fromLeft + fromRight) + adjoint[i] * (1 - 2 * k - 2 * u[i]);
    }
    return ofK;
  }

  /** The adjoint of {@code point = state + slope * step}. */
  private static void add(double[] ofPoint, double step, double[] ofState, double[] ofSlope) {
    for (int i = 0; i < ofPoint.length; i++) {
      ofState[i] += ofPoint[i];
      ofSlope[i] += ofPoint[i] * step;
    }
  }
}
