package dev.costate.equilibrium.check;

import java.util.LinkedHashMap;
import java.util.Map;

/** What consumers receive from wedges, added up again, less what they pay for subsidies. */
final class Receipts {
  private final Map<String, Double> received = new LinkedHashMap<>();

  /** A quantity passes somebody's gate. */
  void add(NetPrice price, double quantity) {
    price.levies().forEach((to, perUnit) -> received.merge(to, perUnit * quantity, Double::sum));
  }

  double of(String receiver) {
    return received.getOrDefault(receiver, 0.0);
  }
}
