package dev.costate.equilibrium.check;

import dev.costate.economy.Economy;
import dev.costate.economy.Good;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.GoodAccount;
import java.util.Comparator;
import java.util.List;

/**
 * Differences of total surplus between two equilibria: area under demand - area under supply +
 * value at fixed prices. What a curve adds is {@code integral of p dq = [p q] - integral of q dp},
 * which needs only the prices between the two.
 */
final class Surplus {
  /** Nodes and weights of Gauss and Legendre's rule of five points on (-1, 1). */
  private static final double[] NODES = {
    -0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664
  };

  private static final double[] WEIGHTS = {
    0.23692688505618908,
    0.47862867049936647,
    0.5688888888888889,
    0.47862867049936647,
    0.23692688505618908
  };

  /** A curve is integrated over so many parts, since it may have kinks. */
  private static final int PARTS = 8;

  private final Economy economy;
  private final FirmCode code;

  Surplus(Economy economy) {
    this.economy = economy;
    this.code = new FirmCode(economy);
  }

  /**
   * Surplus at one equilibrium less surplus at another.
   *
   * @param changed the good of which there is more in {@code to}, or less
   * @param extra how much more
   */
  double difference(Equilibrium from, Equilibrium to, Good changed, double extra) {
    double total = 0;
    for (var good : economy.goods()) {
      double step = good.name().equals(changed.name()) ? extra : 0;
      total += worth(good, account(to, good), step) - worth(good, account(from, good), 0);
      total += areas(good, account(from, good).price(), account(to, good).price());
    }
    return total;
  }

  private static GoodAccount account(Equilibrium equilibrium, Good good) {
    var account = equilibrium.goods().get(good.name());
    if (account == null) {
      throw new IllegalArgumentException("not an equilibrium of this economy: " + good.name());
    }
    return account;
  }

  /** What outsiders' trade at stated prices is worth, other than through curves. */
  private double worth(Good good, GoodAccount account, double extra) {
    var fixed = good.fixedPrice();
    if (fixed.isPresent()) {
      return fixed.get().price() * (account.toOutside() - account.fromOutside());
    }
    double imports = account.fromOutside() - Math.max(extra, 0);
    double exports = account.toOutside() - Math.max(-extra, 0);
    for (var trade : good.trades()) {
      switch (trade) {
        case Trade.FixedSupply(var quantity) -> imports -= quantity;
        case Trade.FixedDemand(var quantity) -> exports -= quantity;
        case Trade.SupplyCurve(var curve, _) -> imports -= code.curve(curve, account.price());
        case Trade.DemandCurve(var curve, _) -> exports -= code.curve(curve, account.price());
        case Trade.FixedPrice _, Trade.Import _, Trade.Export _ -> {}
      }
    }
    var cheapestFirst =
        good.trades(Trade.Import.class).map(t -> new Step(t.price(), t.limit())).toList();
    var dearestFirst =
        good.trades(Trade.Export.class).map(t -> new Step(t.price(), t.limit())).toList();
    return filled(dearestFirst, Comparator.comparingDouble(Step::price).reversed(), exports)
        - filled(cheapestFirst, Comparator.comparingDouble(Step::price), imports);
  }

  private record Step(double price, double limit) {}

  /** The value of a quantity traded in steps, in an order. */
  private static double filled(List<Step> steps, Comparator<Step> order, double quantity) {
    double value = 0;
    double left = quantity;
    for (var step : steps.stream().sorted(order).toList()) {
      double amount = Math.min(Math.max(left, 0), step.limit());
      value += step.price() * amount;
      left -= amount;
    }
    return value;
  }

  /** The areas under curves between two prices: demand adds, supply takes away. */
  private double areas(Good good, double from, double to) {
    double total = 0;
    for (var trade : good.trades()) {
      switch (trade) {
        case Trade.SupplyCurve(var curve, _) -> total -= area(curve, from, to);
        case Trade.DemandCurve(var curve, _) -> total += area(curve, from, to);
        case Trade _ -> {}
      }
    }
    return total;
  }

  private double area(String curve, double from, double to) {
    double area = to * code.curve(curve, to) - from * code.curve(curve, from);
    double width = (to - from) / PARTS;
    for (int part = 0; part < PARTS; part++) {
      double middle = from + (part + 0.5) * width;
      for (int i = 0; i < NODES.length; i++) {
        area -= width / 2 * WEIGHTS[i] * code.curve(curve, middle + width / 2 * NODES[i]);
      }
    }
    return area;
  }
}
