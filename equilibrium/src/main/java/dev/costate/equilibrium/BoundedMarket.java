package dev.costate.equilibrium;

import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.economy.Good;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.Outcome.UnboundedProfit.Returns;
import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.condition.MarketSizes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A market that has no equilibrium, changed so that it has one: every unlimited trade gets a high
 * limit, and every fixed demand gives up at a high price. What the change is needed for shows why
 * the market itself has none.
 */
final class BoundedMarket {
  /** Unlimited trades are limited to this multiple of the quantities that the market states. */
  private static final double MANY = 1e5;

  /** Fixed demands give up at this multiple of the prices that the market states. */
  private static final double DEAR = 1e6;

  /** A quantity is short if it is below what is wanted by more than this fraction. */
  private static final double SHORT = 1e-6;

  private final Economy original;
  private final double limit;
  private final double price;

  private BoundedMarket(Economy original) {
    this.original = original;
    var sizes = MarketSizes.of(original.goods());
    limit = MANY * sizes.quantity();
    price = DEAR * sizes.price();
  }

  /** The market with limits everywhere. */
  static Economy of(Economy economy) {
    var bounded = new BoundedMarket(economy);
    var changed = economy;
    for (var good : economy.goods()) {
      changed = changed.withGood(good.withTrades(bounded.trades(good)));
    }
    return changed;
  }

  /**
   * Why the market itself has no equilibrium, as seen from one of the market with limits; empty if
   * that does not show it.
   */
  static Optional<Outcome> diagnosis(Economy economy, Equilibrium of) {
    var bounded = new BoundedMarket(economy);
    return bounded.unmet(of).or(() -> bounded.unbounded(of));
  }

  /** A good that outsiders both sell and buy without limit, and pay more for than they ask. */
  static Optional<Outcome> unboundedTrade(Economy economy) {
    for (var good : economy.goods()) {
      var asked = asked(good);
      var paid = paid(good);
      if (asked.isPresent() && paid.isPresent() && asked.getAsDouble() < paid.getAsDouble()) {
        return Optional.of(
            new Outcome.UnboundedTrade(good.name(), asked.getAsDouble(), paid.getAsDouble()));
      }
    }
    return Optional.empty();
  }

  /** The lowest price at which outsiders sell without limit. */
  private static OptionalDouble asked(Good good) {
    return DoubleStream.concat(
            good.trades(Trade.FixedPrice.class).mapToDouble(Trade.FixedPrice::price),
            good.trades(Trade.Import.class)
                .filter(trade -> Double.isInfinite(trade.limit()))
                .mapToDouble(Trade.Import::price))
        .min();
  }

  /** The highest price at which outsiders buy without limit. */
  private static OptionalDouble paid(Good good) {
    return DoubleStream.concat(
            good.trades(Trade.FixedPrice.class).mapToDouble(Trade.FixedPrice::price),
            good.trades(Trade.Export.class)
                .filter(trade -> Double.isInfinite(trade.limit()))
                .mapToDouble(Trade.Export::price))
        .max();
  }

  /** Prices of the market with limits, but never beyond those at which outsiders trade without. */
  private Map<String, Double> statedPrices(Equilibrium found) {
    var prices = new LinkedHashMap<>(found.prices());
    for (var good : original.goods()) {
      asked(good).ifPresent(most -> prices.merge(good.name(), most, Math::min));
      paid(good).ifPresent(least -> prices.merge(good.name(), least, Math::max));
    }
    return prices;
  }

  private static double value(Map<String, Double> quantities, Map<String, Double> prices) {
    return quantities.entrySet().stream()
        .mapToDouble(q -> q.getValue() * prices.getOrDefault(q.getKey(), 0.0))
        .sum();
  }

  private List<Trade> trades(Good good) {
    var changed = new ArrayList<Trade>();
    for (var trade : good.trades()) {
      switch (trade) {
        case Trade.FixedPrice(double given) -> {
          changed.add(new Trade.Import(given, limit));
          changed.add(new Trade.Export(given, limit));
        }
        case Trade.FixedDemand(double quantity) -> changed.add(new Trade.Export(price, quantity));
        case Trade.Import(double at, double most) ->
            changed.add(new Trade.Import(at, Math.min(most, limit)));
        case Trade.Export(double at, double most) ->
            changed.add(new Trade.Export(at, Math.min(most, limit)));
        case Trade.FixedSupply _, Trade.SupplyCurve _, Trade.DemandCurve _ -> changed.add(trade);
      }
    }
    return changed;
  }

  private Optional<Outcome> unmet(Equilibrium found) {
    for (var good : original.goods()) {
      double wanted =
          good.trades(Trade.FixedDemand.class).mapToDouble(Trade.FixedDemand::quantity).sum();
      if (wanted == 0) {
        continue;
      }
      double available = demandsMet(found, good);
      if (available < wanted * (1 - SHORT)) {
        return Optional.of(new Outcome.UnmetDemand(good.name(), wanted, available));
      }
    }
    return Optional.empty();
  }

  /**
   * How much of the fixed demands for a good is met: the steps of its exports that stand for them.
   */
  private double demandsMet(Equilibrium found, Good good) {
    var steps =
        found.conditions().stream()
            .filter(c -> c.at().equals(good.name()) && c.kind().equals(Kind.EXPORT.word()))
            .toList();
    double met = 0;
    int step = 0;
    for (var trade : trades(good)) {
      if (trade instanceof Trade.Export(double at, double most) && most > 0) {
        met += at == price ? steps.get(step).variable() : 0;
        step++;
      }
    }
    return met;
  }

  private static double exported(Equilibrium found, Good good) {
    return found.conditions().stream()
        .filter(c -> c.at().equals(good.name()) && c.kind().equals(Kind.EXPORT.word()))
        .mapToDouble(ConditionReport::variable)
        .sum();
  }

  /** A good that outsiders would buy without limit, and the firm that would make most of it. */
  private Optional<Outcome> unbounded(Equilibrium found) {
    for (var good : original.goods()) {
      if (exported(found, good) < limit / 2) {
        continue;
      }
      var maker =
          original.firms().stream()
              .filter(firm -> output(found, firm, good) > 0)
              .max(Comparator.comparingDouble(firm -> output(found, firm, good)));
      if (maker.isPresent()) {
        var account = found.firm(maker.get().name());
        var prices = statedPrices(found);
        double profit = value(account.outputs(), prices) - value(account.inputs(), prices);
        var plan = new Outcome.Plan(account.inputs(), account.outputs(), profit);
        return Optional.of(
            new Outcome.UnboundedProfit(maker.get().name(), plan, Returns.CONSTANT, prices));
      }
    }
    return Optional.empty();
  }

  private static double output(Equilibrium found, Firm firm, Good good) {
    return found.firm(firm.name()).outputs().getOrDefault(good.name(), 0.0);
  }
}
