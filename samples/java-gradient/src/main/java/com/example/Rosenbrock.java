package com.example;

import dev.costate.runtime.annotation.Differentiable;

/** Rosenbrock's valley: its lowest point, where it is 0, has all coordinates 1. */
final class Rosenbrock {
  private Rosenbrock() {}

  @Differentiable
  static double height(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double a = 1 - x[i];
      double b = x[i + 1] - x[i] * x[i];
      sum += a * a + 100 * b * b;
    }
    return sum;
  }
}
