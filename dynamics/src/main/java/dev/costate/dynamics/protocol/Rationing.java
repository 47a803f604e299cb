package dev.costate.dynamics.protocol;

import java.math.BigInteger;

/** Divides integers in proportion to integers. */
final class Rationing {
  private Rationing() {}

  /**
   * Parts of an amount in proportion to weights, none above its weight: each the whole part of its
   * share, and what is left one by one to the largest remainders, the first of equal ones
   * (Hamilton's method).
   *
   * @param amount not above the sum of the weights
   */
  static long[] divide(long amount, long[] weights) {
    long sum = 0;
    for (long weight : weights) {
      sum = Math.addExact(sum, weight);
    }
    if (amount < 0 || amount > sum) {
      throw new IllegalArgumentException("%d cannot be divided among %d".formatted(amount, sum));
    }
    if (amount == sum) {
      return weights.clone();
    }
    var parts = new long[weights.length];
    var remainders = new long[weights.length];
    long left = amount;
    for (int i = 0; i < weights.length; i++) {
      var shares = product(amount, weights[i]).divideAndRemainder(BigInteger.valueOf(sum));
      parts[i] = shares[0].longValueExact();
      remainders[i] = shares[1].longValueExact();
      left -= parts[i];
    }
    for (; left > 0; left--) {
      int next = largest(remainders);
      parts[next]++;
      remainders[next] = -1;
    }
    return parts;
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  private static int largest(long[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
