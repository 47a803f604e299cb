package dev.costate.dynamics.measure;

import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;

/**
 * How far a round is from an equilibrium: prices at the equilibrium's quantities, and quantities at
 * its prices, as fractions of what all its purchases are worth.
 *
 * @param prices sum of |p - p*| q* over the sum of p* q*
 * @param quantities sum of p* |q - q*| over the same
 */
public record Distance(double prices, double quantities) {
  /** Of a closed market only ratios of prices count. */
  public static Distance of(Economy economy, Reading reading, Equilibrium equilibrium) {
    double worth = 0;
    double valued = 0;
    for (var good : reading.goods()) {
      double there = Marketed.quantity(economy, equilibrium, good.good());
      worth += Math.abs(equilibrium.price(good.good())) * there;
      valued += good.price() * there;
    }
    double unit = economy.isClosed() && valued > 0 ? worth / valued : 1;
    double prices = 0;
    double quantities = 0;
    for (var good : reading.goods()) {
      double there = Marketed.quantity(economy, equilibrium, good.good());
      double price = equilibrium.price(good.good());
      prices += Math.abs(unit * good.price() - price) * there;
      quantities += Math.abs(price) * Math.abs(good.quantity() - there);
    }
    return worth > 0
        ? new Distance(prices / worth, quantities / worth)
        : new Distance(Double.NaN, Double.NaN);
  }
}
