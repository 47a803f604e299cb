package dev.costate.equilibrium.check;

import java.util.LinkedHashMap;
import java.util.Map;

/** Quantities by good, added up again from what everybody is said to do. */
final class Totals {
  private final Map<String, Double> made = new LinkedHashMap<>();
  private final Map<String, Double> endowed = new LinkedHashMap<>();
  private final Map<String, Double> used = new LinkedHashMap<>();

  /** A firm makes something, or uses it where the quantity is negative. */
  void make(String good, double quantity) {
    made.merge(good, Math.max(quantity, 0), Double::sum);
    used.merge(good, Math.max(-quantity, 0), Double::sum);
  }

  /** A consumer owns something, or owes it where the quantity is negative. */
  void own(String good, double quantity) {
    endowed.merge(good, Math.max(quantity, 0), Double::sum);
    used.merge(good, Math.max(-quantity, 0), Double::sum);
  }

  void use(String good, double quantity) {
    used.merge(good, quantity, Double::sum);
  }

  double made(String good) {
    return made.getOrDefault(good, 0.0);
  }

  double endowed(String good) {
    return endowed.getOrDefault(good, 0.0);
  }

  double used(String good) {
    return used.getOrDefault(good, 0.0);
  }
}
