package dev.costate.dynamics.response;

import dev.costate.economy.Amount;
import dev.costate.economy.Economy;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.condition.MarketSizes;
import java.util.ArrayList;
import java.util.List;

/**
 * Typical magnitudes of a market, from the numbers it states, and the grains that it counts in.
 *
 * @param price in money per unit
 * @param quantity in units
 */
public record Sizes(double price, double quantity) {
  /** A typical quantity is this power of 2 of grains. */
  private static final int GRAINS = 30;

  static Sizes of(Economy economy) {
    var quantities = new ArrayList<Double>();
    for (var good : economy.goods()) {
      for (var trade : good.trades()) {
        switch (trade) {
          case Trade.FixedSupply(double quantity) -> quantities.add(quantity);
          case Trade.FixedDemand(double quantity) -> quantities.add(quantity);
          case Trade.Import(_, double limit) -> quantities.add(limit);
          case Trade.Export(_, double limit) -> quantities.add(limit);
          case Trade.FixedPrice _, Trade.SupplyCurve _, Trade.DemandCurve _ -> {}
        }
      }
    }
    for (var consumer : economy.consumers()) {
      for (var owned : consumer.owns()) {
        if (owned.quantity() instanceof Amount.Known(_, double value)) {
          quantities.add(value);
        }
      }
    }
    return new Sizes(MarketSizes.of(economy.goods()).price(), mean(quantities));
  }

  private static double mean(List<Double> numbers) {
    return Math.exp(
        numbers.stream()
            .mapToDouble(Math::abs)
            .filter(x -> x > 0 && Double.isFinite(x))
            .map(Math::log)
            .average()
            .orElse(0));
  }

  /** How much of a good one integer unit is. */
  public double grain() {
    return Math.scalb(1.0, Math.getExponent(quantity) - GRAINS);
  }

  /** How much money one integer unit is. */
  public double moneyGrain() {
    return Math.scalb(1.0, Math.getExponent(quantity * price) - GRAINS);
  }
}
