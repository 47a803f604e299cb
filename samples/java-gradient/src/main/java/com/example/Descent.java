package com.example;

import java.util.Arrays;

/** Walks downhill until the ground is level. */
public final class Descent {
  private Descent() {}

  static double[] lowest(double[] start) {
    double[] x = start.clone();
    double step = 1e-3;
    for (int i = 0; i < 200_000; i++) {
      var here = RosenbrockDerivatives.heightGradient(x);
      double slope = 0;
      double[] next = x.clone();
      for (int j = 0; j < x.length; j++) {
        next[j] -= step * here.x()[j];
        slope += here.x()[j] * here.x()[j];
      }
      if (slope < 1e-20) {
        break;
      }
      if (Rosenbrock.height(next) <= here.value() - step * slope / 2) {
        x = next;
        step *= 1.1;
      } else {
        step /= 2;
      }
    }
    return x;
  }

  public static void main(String[] arguments) {
    System.out.println(Arrays.toString(lowest(new double[] {-1.2, 1, 0.5})));
  }
}
