package dev.costate.dynamics.measure;

import dev.costate.dynamics.response.BestProfits;
import dev.costate.economy.Economy;
import dev.costate.economy.Good;
import dev.costate.economy.TotalSurplus;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.condition.MarketSizes;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Total surplus and dual surplus of rounds, where a market has them. Total surplus W(q) is what the
 * plans of a round are worth as far as they can be carried out; dual surplus V(p) is what all firms
 * can earn at most and all outsiders gain at its prices. No quantities are worth more than any
 * prices allow, W(q) <= V(p), and both are the same at an equilibrium and nowhere else: their
 * difference is how much the market may still gain (weak and strong duality; Samuelson 1952).
 */
public final class Potentials {
  private final Economy economy;
  private final FirmsCode code;
  private final OutsideAreas areas;
  private final BestProfits profits;
  private final double reference;

  private Potentials(Economy economy) {
    this.economy = economy;
    code = new FirmsCode(economy);
    reference = MarketSizes.of(economy.goods()).price();
    areas = new OutsideAreas(economy, reference);
    profits = BestProfits.of(economy);
  }

  /** Why there is no total surplus, in words; empty if there is one. */
  public static Optional<String> obstacle(Economy economy) {
    return TotalSurplus.obstacle(economy)
        .or(() ->
            FirmsCode.choosing(economy)
                .map(firm -> firm + " chooses what it makes besides what it uses"));
  }

  /** Why total surplus has no gradient by quantities, in words; empty if it has one. */
  public static Optional<String> kink(Economy economy) {
    return FirmsCode.kinked(economy)
        .map(firm -> "the code of %s has kinks or capacities".formatted(firm))
        .or(() ->
            economy.goods().stream()
                .filter(Potentials::hasSteps)
                .findFirst()
                .map(good -> "'%s' is imported or exported in steps".formatted(good.name())));
  }

  private static boolean hasSteps(Good good) {
    return good.trades().stream()
        .anyMatch(trade -> trade instanceof Trade.Import || trade instanceof Trade.Export);
  }

  /** Of a market without an obstacle. */
  public static Potentials of(Economy economy) {
    return new Potentials(economy);
  }

  /** A typical price: areas under demand that have no end are counted up to it. */
  public double reference() {
    return reference;
  }

  private static double[] prices(Reading reading) {
    return reading.goods().stream().mapToDouble(Reading.OfGood::price).toArray();
  }

  /** Goods of which areas under demand have no end: surplus is known up to a constant. */
  public List<String> endless() {
    return IntStream.range(0, economy.goods().size())
        .filter(good -> areas.of(good).isEndless())
        .mapToObj(good -> economy.goods().get(good).name())
        .toList();
  }

  /**
   * Total surplus of the plans of a round, money a round; not a number if they cannot be carried
   * out: where a fixed demand is not met, or code gives no numbers.
   */
  public double surplus(Reading reading) {
    return new CarriedOut(economy, code, areas, reading).surplus();
  }

  /**
   * Dual surplus at the prices of a round, money a round: infinite where a firm of constant returns
   * or a step without limit earns anything, not a number where a firm has no most profitable plan.
   */
  public double dualSurplus(Reading reading) {
    return dualSurplus(reading, prices(reading));
  }

  /**
   * Dual surplus at any prices.
   *
   * @param reading whose plans a search begins from
   * @param prices by good, in the order of the market
   */
  public double dualSurplus(Reading reading, double[] prices) {
    double sum = 0;
    for (int f = 0; f < economy.firms().size(); f++) {
      var plan = reading.firms().get(f);
      sum +=
          profits.of(
              f,
              code.inputPrices(f, prices),
              code.outputPrices(f, prices),
              plan.inputs().stream().mapToDouble(x -> x).toArray(),
              plan.outputs().stream().mapToDouble(x -> x).toArray());
    }
    for (int g = 0; g < prices.length; g++) {
      sum += economy.goods().get(g).fixedPrice().isPresent() ? 0 : areas.of(g).gain(prices[g]);
    }
    return sum;
  }

  /**
   * The move from one round to the next against the gradient of total surplus at the first; empty
   * where it has none.
   */
  public Optional<Uphill> uphill(Reading before, Reading after) {
    return UphillGradient.of(new CarriedOut(economy, code, areas, before), code, areas, before)
        .map(gradient -> Uphill.of(gradient, before, after));
  }
}
