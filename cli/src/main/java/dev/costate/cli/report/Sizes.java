package dev.costate.cli.report;

import dev.costate.equilibrium.Equilibrium;
import java.util.Map;
import java.util.Objects;

/**
 * What counts as rounding in a market: beside the value of all trade, and a quantity also beside
 * the largest of all.
 *
 * @param trade the value of all trade, in the unit of account
 * @param largest the largest quantity
 */
record Sizes(Equilibrium equilibrium, double trade, double largest) {
  private static final double ROUNDING = 1e-13;

  static Sizes of(Equilibrium equilibrium) {
    double trade = 0;
    double largest = 0;
    for (var good : equilibrium.goods().values()) {
      double quantity = Math.max(good.bought(), good.made() + good.endowed());
      trade += Math.abs(good.price()) * quantity;
      largest = Math.max(largest, quantity);
    }
    return new Sizes(equilibrium, trade, largest);
  }

  boolean isRounding(double money) {
    return Math.abs(money) <= ROUNDING * trade;
  }

  boolean isRounding(String good, double quantity) {
    double price = Objects.requireNonNull(equilibrium.goods().get(good)).price();
    return isRounding(price * quantity) && Math.abs(quantity) <= ROUNDING * largest;
  }

  String money(double money) {
    return isRounding(money) ? "0" : Figures.of(money);
  }

  String quantity(String good, double quantity) {
    return isRounding(good, quantity) ? "0" : Figures.of(quantity);
  }

  String quantity(Map.Entry<String, Double> good) {
    return quantity(good.getKey(), good.getValue());
  }
}
