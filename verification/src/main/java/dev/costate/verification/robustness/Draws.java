package dev.costate.verification.robustness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random numbers with few digits. */
final class Draws {
  /** Half of six orders of magnitude, as a power of ten. */
  private static final double ORDERS = 3;

  private final Random random;

  Draws(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double within(double least, double most) {
    return Decimal.rounded(least + (most - least) * random.nextDouble());
  }

  /** Around 1, with a standard deviation of 1 of the logarithm. */
  double lognormal() {
    return Math.exp(random.nextGaussian());
  }

  /** From a thousandth to a thousand, evenly in the logarithm. */
  double overSixOrders() {
    return Decimal.rounded(Math.pow(10, ORDERS * (2 * random.nextDouble() - 1)));
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Some of a list, in random order; all of a shorter one. */
  <T> List<T> some(int count, List<T> of) {
    var all = new ArrayList<>(of);
    Collections.shuffle(all, random);
    return all.subList(0, Math.min(count, all.size()));
  }

  /** Positive shares that sum to 1; none is below a tenth of the average before the last digits. */
  List<Double> shares(int count) {
    var weights = new ArrayList<Double>();
    double sum = 0;
    for (int i = 0; i < count; i++) {
      weights.add(0.1 + random.nextDouble());
      sum += weights.getLast();
    }
    var shares = new ArrayList<Double>();
    long left = SHARE_UNITS;
    for (int i = 0; i < count - 1; i++) {
      long units = Math.round(SHARE_UNITS * weights.get(i) / sum);
      shares.add(units / (double) SHARE_UNITS);
      left -= units;
    }
    shares.add(left / (double) SHARE_UNITS);
    return shares;
  }

  private static final long SHARE_UNITS = 1_000_000;
}
