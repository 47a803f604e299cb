package dev.costate.equilibrium.condition;

import dev.costate.economy.Economy;
import dev.costate.economy.Good;
import dev.costate.economy.Good.Disposal;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.solver.PlanBlock;
import dev.costate.equilibrium.solver.SparsePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which variable of a market problem is what, and everything about the market that does not change
 * while it is solved.
 */
public final class MarketLayout {
  private final Economy economy;
  private final List<Good> goods;
  private final MarketSizes sizes;
  private final Map<String, Integer> indices = new HashMap<>();
  private final int[] priceVariable;
  private final double[] fixedPrices;
  private final double[] fixedExcess;
  private final double[] fixedGross;
  private final List<Flow> flows = new ArrayList<>();
  private final List<Curve> curves = new ArrayList<>();
  private final List<FirmPart> firms = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private final List<Double> lowerBounds = new ArrayList<>();
  private final List<Double> upperBounds = new ArrayList<>();
  private final double[] lower;
  private final double[] upper;
  private final List<PlanBlock> plans;
  private final SparsePattern pattern;

  private MarketLayout(Economy economy, KinkRule rule) {
    this.economy = economy;
    goods = economy.goods();
    sizes = MarketSizes.of(goods);
    int count = goods.size();
    priceVariable = new int[count];
    fixedPrices = new double[count];
    fixedExcess = new double[count];
    fixedGross = new double[count];
    for (int g = 0; g < count; g++) {
      indices.put(goods.get(g).name(), g);
      price(g, goods.get(g));
    }
    for (int g = 0; g < count; g++) {
      trades(g, goods.get(g));
    }
    for (var firm : economy.firms()) {
      firm(FirmModel.of(economy.program(), firm, rule));
    }
    lower = lowerBounds.stream().mapToDouble(Double::doubleValue).toArray();
    upper = upperBounds.stream().mapToDouble(Double::doubleValue).toArray();
    plans = firms.stream().map(FirmPart::block).toList();
    pattern = makePattern();
    firms.forEach(firm -> firm.locate(pattern, priceVariable));
  }

  static MarketLayout of(Economy economy, KinkRule rule) {
    return new MarketLayout(economy, rule);
  }

  private int variable(Kind kind, String subject, String detail, double low, double high) {
    conditions.add(new Condition(kind, subject, detail));
    lowerBounds.add(low);
    upperBounds.add(high);
    return conditions.size() - 1;
  }

  private void price(int g, Good good) {
    var fixed = good.fixedPrice();
    if (fixed.isPresent()) {
      priceVariable[g] = -1;
      fixedPrices[g] = fixed.get().price();
      return;
    }
    double least = good.disposal() == Disposal.FREE ? 0 : Double.NEGATIVE_INFINITY;
    priceVariable[g] = variable(Kind.MARKET, good.name(), "", least, Double.POSITIVE_INFINITY);
  }

  private void trades(int g, Good good) {
    int imports = 0;
    int exports = 0;
    for (var trade : good.trades()) {
      switch (trade) {
        case Trade.FixedPrice _ -> {}
        case Trade.FixedSupply(double quantity) -> fixed(g, quantity);
        case Trade.FixedDemand(double quantity) -> fixed(g, -quantity);
        case Trade.SupplyCurve(var function, var others) -> curve(g, 1, function, others);
        case Trade.DemandCurve(var function, var others) -> curve(g, -1, function, others);
        case Trade.Import(double price, double limit) ->
            flow(
                g,
                1,
                price,
                limit,
                Kind.IMPORT,
                step("import", ++imports, good.trades(Trade.Import.class).count()));
        case Trade.Export(double price, double limit) ->
            flow(
                g,
                -1,
                price,
                limit,
                Kind.EXPORT,
                step("export", ++exports, good.trades(Trade.Export.class).count()));
      }
    }
  }

  private static String step(String word, int number, long count) {
    return count == 1 ? word : "%s[%d]".formatted(word, number);
  }

  private void fixed(int g, double quantity) {
    fixedExcess[g] += quantity;
    fixedGross[g] += Math.abs(quantity);
  }

  private void flow(int g, int sign, double price, double limit, Kind kind, String detail) {
    if (limit > 0) {
      flows.add(
          new Flow(g, sign, price, limit, variable(kind, goods.get(g).name(), detail, 0, limit)));
    }
  }

  private void curve(int g, int sign, String function, List<String> others) {
    var all = new int[1 + others.size()];
    all[0] = g;
    for (int k = 0; k < others.size(); k++) {
      all[k + 1] = index(others.get(k));
    }
    curves.add(Curve.of(g, sign, all, economy.program(), function));
  }

  private void firm(FirmModel model) {
    var firm = model.firm();
    int first = conditions.size();
    for (var input : firm.inputs()) {
      variable(Kind.INPUT, firm.name(), input.good(), 0, Double.POSITIVE_INFINITY);
    }
    for (var kink : model.kinks()) {
      variable(
          Kind.LEVEL, firm.name(), kink.text(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    for (var kink : model.kinks()) {
      for (int j = 1; j <= kink.arguments(); j++) {
        variable(
            Kind.ARGUMENT,
            firm.name(),
            "argument %d of %s".formatted(j, kink.text()),
            0,
            Double.POSITIVE_INFINITY);
      }
    }
    for (var capacity : firm.capacities()) {
      variable(Kind.CAPACITY, firm.name(), capacity.name(), 0, Double.POSITIVE_INFINITY);
    }
    firms.add(
        new FirmPart(
            model,
            firm.inputs().stream().mapToInt(port -> index(port.good())).toArray(),
            firm.outputs().stream().mapToInt(port -> index(port.good())).toArray(),
            first,
            sizes.quantity()));
  }

  private SparsePattern makePattern() {
    var builder = new SparsePattern.Builder(conditions.size());
    for (var flow : flows) {
      if (priceVariable[flow.good()] >= 0) {
        builder
            .add(flow.variable(), priceVariable[flow.good()])
            .add(priceVariable[flow.good()], flow.variable());
      }
    }
    for (var curve : curves) {
      for (int other : curve.goods()) {
        if (priceVariable[curve.good()] >= 0 && priceVariable[other] >= 0) {
          builder.add(priceVariable[curve.good()], priceVariable[other]);
        }
      }
    }
    firms.forEach(firm -> firm.addTo(builder, priceVariable));
    return builder.build();
  }

  /** The index of a good. */
  public int index(String good) {
    var index = indices.get(good);
    if (index == null) {
      throw new IllegalArgumentException("no good '" + good + "'");
    }
    return index;
  }

  /** All prices at z, one per good. */
  public void prices(double[] z, double[] into) {
    prices(z, fixedPrices, into);
  }

  /** The same with other prices of the goods that have none to be found. */
  void prices(double[] z, double[] given, double[] into) {
    for (int g = 0; g < into.length; g++) {
      into[g] = priceVariable[g] < 0 ? given[g] : z[priceVariable[g]];
    }
  }

  double[] fixedPrices() {
    return fixedPrices;
  }

  public Economy economy() {
    return economy;
  }

  /** What each variable and its condition is. */
  public List<Condition> conditions() {
    return conditions;
  }

  public MarketSizes sizes() {
    return sizes;
  }

  public int size() {
    return conditions.size();
  }

  public List<Good> goods() {
    return goods;
  }

  public int[] priceVariable() {
    return priceVariable;
  }

  /** What outsiders bring to each market less what they take, whatever the prices. */
  public double[] fixedExcess() {
    return fixedExcess;
  }

  double[] fixedGross() {
    return fixedGross;
  }

  public List<Flow> flows() {
    return flows;
  }

  public List<Curve> curves() {
    return curves;
  }

  public List<FirmPart> firms() {
    return firms;
  }

  double[] lower() {
    return lower;
  }

  double[] upper() {
    return upper;
  }

  List<PlanBlock> plans() {
    return plans;
  }

  SparsePattern pattern() {
    return pattern;
  }
}
