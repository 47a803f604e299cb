package dev.costate.verification.robustness;

import java.util.Map;
import java.util.Objects;

/** Numbers of goods. */
final class ByName {
  private ByName() {}

  /** The number of a good, which must be there. */
  static double of(Map<String, Double> numbers, String good) {
    return Objects.requireNonNull(numbers.get(good), good);
  }
}
