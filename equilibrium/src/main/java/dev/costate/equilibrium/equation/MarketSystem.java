package dev.costate.equilibrium.equation;

import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.graph.Equations;
import dev.costate.equilibrium.solver.ComplementarityProblem;
import dev.costate.equilibrium.solver.SparsePattern;
import java.util.Arrays;

/** The equations of a market as a mixed complementarity problem. */
public final class MarketSystem implements ComplementarityProblem {
  /** What is below this fraction of typical magnitudes is nothing. */
  private static final double NOTHING = 1e-12;

  /** Rounding over the tolerance. */
  private static final double ROUNDED = 1e-7;

  /** A price counts as at least this fraction of typical ones. */
  private static final double CHEAP = 1e-3;

  private final MarketEquations market;
  private final Equations equations;
  private final double[] lower;
  private final double[] upper;
  private final SparsePattern pattern;
  private final double priceSize;
  private final double quantitySize;
  private final double[] floors;
  private final int[] marketVariables;

  /** Takes typical magnitudes of prices and quantities, which only guide regularisation. */
  public MarketSystem(MarketEquations market, double priceSize, double quantitySize) {
    this.market = market;
    this.priceSize = priceSize;
    this.quantitySize = quantitySize;
    equations = market.equations();
    lower = market.lower();
    upper = market.upper();
    var builder = new SparsePattern.Builder(equations.size());
    for (int i = 0; i < equations.size(); i++) {
      for (int j : equations.columns(i)) {
        builder.add(i, j);
      }
    }
    pattern = builder.build();
    marketVariables = market.marketVariables();
    floors = new double[equations.size()];
    for (int i = 0; i < floors.length; i++) {
      floors[i] = NOTHING * unit(i);
    }
  }

  public MarketEquations market() {
    return market;
  }

  /** A typical quantity. */
  public double quantitySize() {
    return quantitySize;
  }

  @Override
  public int size() {
    return equations.size();
  }

  @Override
  public double lower(int variable) {
    return lower[variable];
  }

  @Override
  public double upper(int variable) {
    return upper[variable];
  }

  @Override
  public boolean evaluate(double[] z, double[] values, double[] scales) {
    if (!equations.evaluate(z, values, scales)) {
      return false;
    }
    for (int i = 0; i < scales.length; i++) {
      scales[i] = Math.max(scales[i], floors[i]);
    }
    floorMarkets(scales);
    return true;
  }

  /**
   * What is nothing beside the value of everything may be off by rounding: a market is judged at
   * least by a small fraction of the quantity that an average market's value would buy.
   */
  private void floorMarkets(double[] scales) {
    double average = worthNow() / Math.max(1, marketVariables.length);
    for (int g = 0; g < marketVariables.length; g++) {
      if (marketVariables[g] >= 0) {
        double price = Math.abs(equations.graph().value(market.price(g)));
        double floor = ROUNDED * average / Math.max(price, CHEAP * priceSize);
        scales[marketVariables[g]] = Math.max(scales[marketVariables[g]], floor);
      }
    }
  }

  /** With the variable of the price level at what it is by Walras' law. */
  @Override
  public double[] settle(double[] z) {
    var settled = z.clone();
    for (int i = 0; i < settled.length; i++) {
      if (market.conditions().get(i).kind() == Kind.PRICE_LEVEL) {
        settled[i] = 0;
      }
    }
    return settled;
  }

  /** Without activities that make only free goods: what they take of free goods has no measure. */
  @Override
  public double[] simplified(double[] z) {
    var settled = z.clone();
    var graph = equations.graph();
    graph.evaluate(z);
    for (var firm : market.firms().values()) {
      for (var activity : firm.activities()) {
        if (graph.value(activity.revenue()) == 0) {
          settled[activity.variable()] = 0;
        }
      }
    }
    return settled;
  }

  /** The unit of a condition: what its terms are counted in, 0 if that is not known. */
  public double unit(int row) {
    return switch (market.conditions().get(row).kind()) {
      case MARKET, CAPACITY, ARGUMENT, KEPT, READING, CURVE -> quantitySize;
      case IMPORT, EXPORT, INPUT, LEVEL, ACTIVITY, PRICE_LEVEL -> priceSize;
      case INCOME, BUDGET, CHOICE -> priceSize * quantitySize;
      case PURCHASE, UNKNOWN -> 0;
    };
  }

  @Override
  public SparsePattern pattern() {
    return pattern;
  }

  @Override
  public boolean jacobian(double[] z, double[] entries) {
    Arrays.fill(entries, 0);
    return equations.jacobian(
        z, (row, column, partial) -> entries[pattern.position(row, column)] += partial);
  }

  @Override
  public double size(int variable) {
    return switch (market.conditions().get(variable).kind()) {
      case MARKET, ARGUMENT, CAPACITY -> priceSize;
      case IMPORT, EXPORT, CURVE, INPUT, LEVEL, ACTIVITY, PURCHASE, READING, PRICE_LEVEL ->
          quantitySize;
      case INCOME -> priceSize * quantitySize;
      case BUDGET -> 1 / priceSize;
      case KEPT, UNKNOWN, CHOICE -> 1;
    };
  }

  @Override
  public double worth(double[] z) {
    return equations.graph().evaluate(z) ? worthNow() : 0;
  }

  /** The value of all trade at the point evaluated last. */
  private double worthNow() {
    var graph = equations.graph();
    double worth = 0;
    for (int g = 0; g < marketVariables.length; g++) {
      worth += Math.abs(graph.value(market.price(g))) * market.trade(g);
    }
    return worth;
  }
}
