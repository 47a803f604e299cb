package dev.costate.dynamics.response;

import java.util.Arrays;

/** Adds up what the parts of an agent tell the herald. */
final class Tally {
  private double[] sums = new double[0];

  void add(double[] numbers) {
    sums = sums.length < numbers.length ? Arrays.copyOf(sums, numbers.length) : sums;
    for (int k = 0; k < numbers.length; k++) {
      sums[k] += numbers[k];
    }
  }

  double[] sums() {
    return sums.clone();
  }
}
