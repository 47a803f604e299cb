package dev.costate.equilibrium.check;

import dev.costate.economy.Good;
import dev.costate.economy.Trade;

/** What outsiders would bring and take of a good at a price, by its declaration. */
final class OutsideTrade {
  /** Prices this close, as a fraction, may lead to trade at a step of an import or export. */
  static final double SAME_PRICE = 1e-8;

  private final FirmCode code;
  private final double samePrice;

  /**
   * @param samePrice prices this close, as a fraction, are one
   */
  OutsideTrade(FirmCode code, double samePrice) {
    this.code = code;
    this.samePrice = samePrice;
  }

  /** The least and the most that they may trade in one direction. */
  private record Range(double least, double most) {
    boolean contains(double quantity, double tolerance) {
      double allowed = tolerance * Math.max(Math.abs(quantity), Double.isFinite(most) ? most : 0);
      return quantity >= least - allowed && quantity <= most + allowed;
    }

    Range plus(double more) {
      return new Range(least + more, most + more);
    }

    Range upTo(double limit) {
      return new Range(least, most + limit);
    }
  }

  /** Whether both quantities are what the good's declaration says at this price. */
  boolean agrees(Good good, double price, double from, double to, double tolerance) {
    if (good.fixedPrice().isPresent()) {
      return Math.abs(good.fixedPrice().get().price() - price) <= samePrice * Math.abs(price);
    }
    var brought = new Range(0, 0);
    var taken = new Range(0, 0);
    for (var trade : good.trades()) {
      switch (trade) {
        case Trade.FixedSupply(var quantity) -> brought = brought.plus(quantity);
        case Trade.FixedDemand(var quantity) -> taken = taken.plus(quantity);
        case Trade.SupplyCurve(var curve, var others) ->
            brought = others.isEmpty() ? brought.plus(code.curve(curve, price)) : anything();
        case Trade.DemandCurve(var curve, var others) ->
            taken = others.isEmpty() ? taken.plus(code.curve(curve, price)) : anything();
        case Trade.Import(var at, var limit) -> brought = step(brought, price - at, price, limit);
        case Trade.Export(var at, var limit) -> taken = step(taken, at - price, price, limit);
        case Trade.FixedPrice _ -> {}
      }
    }
    return brought.contains(from, tolerance) && taken.contains(to, tolerance);
  }

  private Range step(Range range, double gain, double price, double limit) {
    double rounding = samePrice * Math.abs(price);
    if (gain < -rounding) {
      return range;
    }
    return gain > rounding ? range.plus(limit) : range.upTo(limit);
  }

  private static Range anything() {
    return new Range(0, Double.POSITIVE_INFINITY);
  }
}
