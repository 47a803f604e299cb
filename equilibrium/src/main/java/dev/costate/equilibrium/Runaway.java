package dev.costate.equilibrium;

import dev.costate.economy.Good;
import dev.costate.economy.Trade;
import java.util.List;
import java.util.Optional;

/** Prices that would have to be infinite. */
final class Runaway {
  /** A price beyond this multiple of the largest price that the market states has no end. */
  private static final double FAR = 1e6;

  /** What is wanted beyond this fraction of itself is missing. */
  private static final double MISSING = 1e-6;

  private Runaway() {}

  /**
   * The good of which there is too little at a price that has run away, though what is missing is
   * nothing beside the quantities that the market states.
   */
  static Optional<Outcome> in(List<Good> goods, Equilibrium equilibrium) {
    double far = FAR * largestPrice(goods);
    for (var good : equilibrium.goods().entrySet()) {
      var account = good.getValue();
      double wanted = account.bought();
      double available = account.made() + account.endowed() + account.fromOutside();
      if (account.price() > far && wanted - available > MISSING * wanted) {
        return Optional.of(
            new Outcome.RunawayPrice(good.getKey(), account.price(), wanted, available));
      }
    }
    return Optional.empty();
  }

  /** Whether a price of a market of these goods is one that has run away. */
  static boolean isFar(double price, List<Good> goods) {
    return price > FAR * largestPrice(goods);
  }

  private static double largestPrice(List<Good> goods) {
    double largest = 1;
    for (var good : goods) {
      for (var trade : good.trades()) {
        largest =
            switch (trade) {
              case Trade.FixedPrice(double price) -> Math.max(largest, Math.abs(price));
              case Trade.Import(double price, _) -> Math.max(largest, Math.abs(price));
              case Trade.Export(double price, _) -> Math.max(largest, Math.abs(price));
              case Trade.FixedSupply _,
                  Trade.FixedDemand _,
                  Trade.SupplyCurve _,
                  Trade.DemandCurve _ ->
                  largest;
            };
      }
    }
    return largest;
  }
}
