package dev.costate.equilibrium.condition;

import dev.costate.economy.Good;
import dev.costate.economy.Trade;
import java.util.ArrayList;
import java.util.List;

/**
 * Typical magnitudes of a market, from the numbers it states: geometric means, 1 where it states
 * none.
 *
 * @param price in money per unit
 */
public record MarketSizes(double price, double quantity) {
  /** Those of a market with these goods. */
  public static MarketSizes of(List<Good> goods) {
    var prices = new ArrayList<Double>();
    var quantities = new ArrayList<Double>();
    for (var good : goods) {
      good.start().ifPresent(prices::add);
      for (var trade : good.trades()) {
        collect(trade, prices, quantities);
      }
    }
    return new MarketSizes(mean(prices), mean(quantities));
  }

  MarketSizes times(double priceFactor, double quantityFactor) {
    return new MarketSizes(price * priceFactor, quantity * quantityFactor);
  }

  private static void collect(Trade trade, List<Double> prices, List<Double> quantities) {
    switch (trade) {
      case Trade.FixedSupply(double quantity) -> quantities.add(quantity);
      case Trade.FixedDemand(double quantity) -> quantities.add(quantity);
      case Trade.FixedPrice(double price) -> prices.add(price);
      case Trade.Import(double price, double limit) -> {
        prices.add(price);
        quantities.add(limit);
      }
      case Trade.Export(double price, double limit) -> {
        prices.add(price);
        quantities.add(limit);
      }
      case Trade.SupplyCurve _, Trade.DemandCurve _ -> {}
    }
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
}
