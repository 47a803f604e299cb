package dev.costate.equilibrium.equation;

import dev.costate.economy.Amount;
import dev.costate.economy.Economy;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.condition.FirmModel;
import dev.costate.equilibrium.condition.MarketStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a search begins: prices and quantities of the size that the market's own numbers suggest,
 * incomes as they are at these, plans where code is finite.
 *
 * @param price a typical price
 * @param quantity a typical quantity
 * @param unknown where unknowns without bounds begin
 */
public record StartingPoint(double price, double quantity, double unknown) {
  /** Incomes depend on each other through transfers and wedges: so many rounds settle them. */
  private static final int ROUNDS = 4;

  /** The sizes that a market's numbers suggest. */
  public static StartingPoint of(Economy economy) {
    var prices = new ArrayList<Double>();
    var quantities = new ArrayList<Double>();
    for (var consumer : economy.consumers()) {
      for (var endowment : consumer.owns()) {
        if (endowment.quantity() instanceof Amount.Known(_, double value)) {
          quantities.add(value);
        }
      }
    }
    for (var good : economy.goods()) {
      good.start().ifPresent(prices::add);
      for (var trade : good.trades()) {
        switch (trade) {
          case Trade.FixedSupply(double quantity) -> quantities.add(quantity);
          case Trade.FixedDemand(double quantity) -> quantities.add(quantity);
          case Trade.FixedPrice(double price) -> prices.add(price);
          case Trade.Import(double price, _) -> prices.add(price);
          case Trade.Export(double price, _) -> prices.add(price);
          case Trade.SupplyCurve _, Trade.DemandCurve _ -> {}
        }
      }
    }
    return new StartingPoint(economy.isClosed() ? 1 : mean(prices), mean(quantities), 0);
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

  /** The same with prices and quantities multiplied. */
  public StartingPoint times(double priceFactor, double quantityFactor) {
    return new StartingPoint(price * priceFactor, quantity * quantityFactor, unknown);
  }

  /** The same with unknowns that have no bounds elsewhere. */
  public StartingPoint withUnknowns(double value) {
    return new StartingPoint(price, quantity, value);
  }

  /** The firms whose code is finite nowhere that was tried. */
  public List<String> unavailableFirms(MarketEquations market) {
    return market.firms().entrySet().stream()
        .filter(firm -> firm.getValue().code().filter(c -> plan(market, c).isEmpty()).isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The consumers whose code is finite nowhere that was tried. */
  public List<String> unavailableConsumers(MarketEquations market) {
    return market.consumers().entrySet().stream()
        .filter(c -> c.getValue().code().filter(code -> plan(market, code).isEmpty()).isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A plan at which code is finite, with unknowns within their bounds. */
  private Optional<double[]> plan(MarketEquations market, FirmCode code) {
    return plan(market, code, unknown)
        .or(() -> unknown == 0 ? plan(market, code, 1) : Optional.empty());
  }

  private Optional<double[]> plan(MarketEquations market, FirmCode code, double value) {
    var model = code.model();
    var unknowns = new double[model.unknowns().size()];
    for (int u = 0; u < unknowns.length; u++) {
      int i = market.variable(code.plan()[model.decisions() + u]);
      unknowns[u] = inside(value, market.lower()[i], market.upper()[i]);
    }
    return MarketStart.plan(model, size(model, quantity), unknowns);
  }

  private static double size(FirmModel model, double quantity) {
    return model.firm().start().orElse(quantity);
  }

  private static List<FirmCode> codes(MarketEquations market) {
    var all = new ArrayList<FirmCode>();
    market.firms().values().forEach(firm -> firm.code().ifPresent(all::add));
    market.consumers().values().forEach(consumer -> consumer.code().ifPresent(all::add));
    return all;
  }

  /** The point; empty if some code is finite nowhere that was tried. */
  public Optional<double[]> in(MarketEquations market) {
    var z = new double[market.conditions().size()];
    var starts = new java.util.HashMap<String, Double>();
    for (var good : market.economy().goods()) {
      starts.put(good.name(), good.start().isPresent() ? good.start().getAsDouble() : price);
    }
    for (int i = 0; i < z.length; i++) {
      var condition = market.conditions().get(i);
      z[i] =
          switch (condition.kind()) {
            case MARKET -> starts.getOrDefault(condition.subject(), price);
            case ARGUMENT, CAPACITY -> price;
            case IMPORT, EXPORT, CURVE, INPUT, LEVEL, ACTIVITY, PURCHASE, READING -> quantity;
            case INCOME -> price * quantity;
            case BUDGET -> 1 / price;
            case KEPT -> 0.5;
            case UNKNOWN -> unknown;
            case CHOICE, PRICE_LEVEL -> 0;
          };
      z[i] = inside(z[i], market.lower()[i], market.upper()[i]);
    }
    for (var code : codes(market)) {
      var plan = plan(market, code);
      if (plan.isEmpty()) {
        return Optional.empty();
      }
      for (int k = 0; k < plan.get().length; k++) {
        z[market.variable(code.plan()[k])] = plan.get()[k];
      }
    }
    settleIncomes(market, z);
    return Optional.of(z);
  }

  private static double inside(double value, double low, double high) {
    if (value > low && value < high) {
      return value;
    }
    if (Double.isInfinite(high)) {
      return Double.isInfinite(low) ? value : low + 1;
    }
    return Double.isInfinite(low) ? high - 1 : 0.5 * (low + high);
  }

  private static void settleIncomes(MarketEquations market, double[] z) {
    var values = new double[z.length];
    var scales = new double[z.length];
    for (int round = 0; round < ROUNDS; round++) {
      if (!market.equations().evaluate(z, values, scales)) {
        return;
      }
      for (int i = 0; i < z.length; i++) {
        switch (market.conditions().get(i).kind()) {
          case INCOME, READING -> z[i] -= values[i];
          case CURVE -> z[i] = Math.max(0, z[i] - values[i]);
          default -> {}
        }
      }
    }
  }
}
