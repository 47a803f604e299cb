package dev.costate.dynamics.measure;

import dev.costate.equilibrium.Equilibrium;

/**
 * How far a round is from an equilibrium: prices at the equilibrium's quantities, and quantities at
 * its prices, as fractions of what all its purchases are worth.
 *
 * @param prices sum of |p - p*| q* over the sum of p* q*
 * @param quantities sum of p* |q - q*| over the same
 */
public record Distance(double prices, double quantities) {
  /**
   * @param isRelative whether only ratios of prices count, as in a closed market
   */
  public static Distance of(Reading reading, Equilibrium equilibrium, boolean isRelative) {
    double worth = 0;
    double valued = 0;
    for (var good : reading.goods()) {
      var there = equilibrium.good(good.good());
      worth += Math.abs(there.price()) * there.bought();
      valued += good.price() * there.bought();
    }
    double unit = isRelative && valued > 0 ? worth / valued : 1;
    double prices = 0;
    double quantities = 0;
    for (var good : reading.goods()) {
      var there = equilibrium.good(good.good());
      prices += Math.abs(unit * good.price() - there.price()) * there.bought();
      quantities += Math.abs(there.price()) * Math.abs(good.quantity() - there.bought());
    }
    return worth > 0
        ? new Distance(prices / worth, quantities / worth)
        : new Distance(Double.NaN, Double.NaN);
  }
}
