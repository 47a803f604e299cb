package dev.costate.equilibrium.condition;

import dev.costate.economy.Economy;
import dev.costate.equilibrium.solver.ComplementarityProblem;
import dev.costate.equilibrium.solver.PlanBlock;
import dev.costate.equilibrium.solver.Residuals;
import dev.costate.equilibrium.solver.SparsePattern;
import java.util.Arrays;
import java.util.List;

/**
 * The market as a mixed complementarity problem. Variables: the price of each good that has none
 * fixed, the quantity of each step of imports and exports, and each firm's plan with its
 * multipliers.
 *
 * <ul>
 *   <li>excess supply &gt;= 0, price &gt;= 0 (free without disposal);
 *   <li>cost of an import - price, 0 &lt;= quantity &lt;= limit; price - what an export fetches,
 *       likewise;
 *   <li>price of an input - derivative of the firm's Lagrangian &gt;= 0, quantity &gt;= 0;
 *   <li>slack of a kink's argument or of a capacity &gt;= 0, multiplier &gt;= 0.
 * </ul>
 */
public final class MarketProblem implements ComplementarityProblem {
  /** A price or quantity below this fraction of the numbers that the market states is nothing. */
  static final double NOTHING = 1e-12;

  /**
   * A number may be off by rounding of others if it is below this fraction of them: rounding over
   * the tolerance.
   */
  static final double ROUNDED = 1e-6;

  /**
   * A curve gives less than nothing only if it does so by this fraction of what its quantity is a
   * difference of.
   */
  private static final double BELOW_NOTHING = 1e-12;

  private final MarketLayout layout;
  private final double[] anchor;
  private final boolean[] curveOut;

  /** The prices of goods that have none to be found, by good. */
  private final double[] givenPrices;

  private final double[] prices;
  private final double[] excess;
  private final double[] gross;

  /**
   * How much the curves of each good change when prices double: what their quantities are
   * differences of.
   */
  private final double[] steepness;

  /**
   * The point at which prices and gross trade were computed last; NaN at first if there is none.
   */
  private final double[] evaluated;

  private MarketProblem(
      MarketLayout layout, double[] anchor, boolean[] curveOut, double[] givenPrices) {
    this.layout = layout;
    this.anchor = anchor;
    this.curveOut = curveOut;
    this.givenPrices = givenPrices;
    int goods = layout.goods().size();
    prices = new double[goods];
    excess = new double[goods];
    gross = new double[goods];
    steepness = new double[goods];
    evaluated = new double[Math.max(1, layout.size())];
    evaluated[0] = Double.NaN;
  }

  /**
   * @throws dev.costate.differentiation.NotDifferentiable if some code has no derivative in this
   *     version
   */
  public static MarketProblem of(Economy economy, KinkRule rule) {
    var layout = MarketLayout.of(economy, rule);
    return new MarketProblem(
        layout, new double[0], new boolean[layout.curves().size()], layout.fixedPrices());
  }

  /** The same market with some curves left out, because their code gives less than nothing. */
  public MarketProblem withoutCurves(boolean[] out) {
    return new MarketProblem(layout, anchor, out.clone(), givenPrices);
  }

  /**
   * The same market with other prices of the goods whose prices are fixed.
   *
   * @param others by good, money per unit; those of other goods count for nothing
   */
  public MarketProblem atPrices(double[] others) {
    return new MarketProblem(layout, anchor, curveOut, others.clone());
  }

  private void prices(double[] z, double[] into) {
    layout.prices(z, givenPrices, into);
  }

  /** Which curves are to be left out at z: those that give less than nothing there. */
  public boolean[] negativeCurves(double[] z) {
    prices(z, prices);
    var negative = new boolean[curveOut.length];
    for (int c = 0; c < negative.length; c++) {
      var curve = layout.curves().get(c);
      double rounding = curveOut[c] ? 0 : BELOW_NOTHING * curve.steepness(prices);
      negative[c] = curve.quantity(prices) < -rounding;
    }
    return negative;
  }

  public boolean[] curvesOut() {
    return curveOut.clone();
  }

  public MarketLayout layout() {
    return layout;
  }

  @Override
  public MarketProblem nearInterior(double[] interior) {
    return new MarketProblem(layout, interior, curveOut, givenPrices);
  }

  @Override
  public int size() {
    return layout.size();
  }

  @Override
  public double lower(int variable) {
    return layout.lower()[variable];
  }

  @Override
  public double upper(int variable) {
    return layout.upper()[variable];
  }

  /**
   * The point with the levels of kinks as the code gives them; not numbers if the code as written
   * gives other outputs there.
   */
  @Override
  public double[] settle(double[] z) {
    var settled = z.clone();
    for (var firm : layout.firms()) {
      if (!firm.snap(settled)) {
        Arrays.fill(settled, Double.NaN);
        return settled;
      }
    }
    return settled;
  }

  @Override
  public SparsePattern pattern() {
    return layout.pattern();
  }

  @Override
  public List<PlanBlock> plans() {
    return layout.plans();
  }

  @Override
  public boolean evaluate(double[] z, double[] values, double[] scales) {
    evaluated[0] = Double.NaN;
    Arrays.fill(steepness, 0);
    prices(z, prices);
    System.arraycopy(layout.fixedExcess(), 0, excess, 0, excess.length);
    System.arraycopy(layout.fixedGross(), 0, gross, 0, gross.length);
    for (int c = 0; c < curveOut.length; c++) {
      var curve = layout.curves().get(c);
      double quantity = curveOut[c] ? 0 : curve.quantity(prices);
      steepness[curve.good()] += curve.steepness(prices);
      excess[curve.good()] += curve.sign() * quantity;
      gross[curve.good()] += Math.abs(quantity);
    }
    for (var flow : layout.flows()) {
      double quantity = z[flow.variable()];
      excess[flow.good()] += flow.sign() * quantity;
      gross[flow.good()] += quantity;
      values[flow.variable()] = flow.sign() * (flow.price() - prices[flow.good()]);
      scales[flow.variable()] = Math.max(Math.abs(flow.price()), Math.abs(prices[flow.good()]));
    }
    for (var firm : layout.firms()) {
      if (!firm.evaluate(z, anchor, prices, excess, gross, values, scales)) {
        return false;
      }
    }
    for (int g = 0; g < excess.length; g++) {
      int variable = layout.priceVariable()[g];
      if (variable >= 0) {
        values[variable] = excess[g];
        scales[variable] = gross[g];
        if (!Double.isFinite(excess[g])) {
          return false;
        }
      }
    }
    floorScales(z, scales);
    System.arraycopy(z, 0, evaluated, 0, z.length);
    return true;
  }

  /**
   * What is nothing beside the numbers it is computed from may be off by their rounding: a
   * condition is judged at least by a small fraction of these.
   */
  private void floorScales(double[] z, double[] scales) {
    for (int g = 0; g < gross.length; g++) {
      int row = layout.priceVariable()[g];
      if (row >= 0) {
        scales[row] =
            Math.max(
                scales[row], Math.max(NOTHING * layout.sizes().quantity(), ROUNDED * steepness[g]));
      }
    }
    for (var firm : layout.firms()) {
      firm.floorScales(z, scales, prices, gross, layout.sizes());
    }
  }

  /** The largest relative violation at z; infinite outside the domain. */
  public double residual(double[] z) {
    var values = new double[z.length];
    var scales = new double[z.length];
    if (!evaluate(z, values, scales)) {
      return Double.POSITIVE_INFINITY;
    }
    return Residuals.largest(this, z, values, scales);
  }

  @Override
  public boolean jacobian(double[] z, double[] entries) {
    prices(z, prices);
    Arrays.fill(entries, 0);
    for (var flow : layout.flows()) {
      int price = layout.priceVariable()[flow.good()];
      if (price >= 0) {
        entries[pattern().position(flow.variable(), price)] -= flow.sign();
        entries[pattern().position(price, flow.variable())] += flow.sign();
      }
    }
    for (int c = 0; c < curveOut.length; c++) {
      if (!curveOut[c] && !curve(layout.curves().get(c), entries)) {
        return false;
      }
    }
    for (var firm : layout.firms()) {
      if (!firm.jacobian(z, anchor, prices, entries)) {
        return false;
      }
    }
    return true;
  }

  private boolean curve(Curve curve, double[] entries) {
    int row = layout.priceVariable()[curve.good()];
    var gradient = new double[curve.goods().length];
    if (row < 0) {
      return true;
    }
    if (!curve.gradient(prices, gradient)) {
      if (anchor.length == 0) {
        return false;
      }
      var near = new double[prices.length];
      prices(anchor, near);
      if (!curve.gradient(near, gradient)) {
        return false;
      }
    }
    for (int k = 0; k < gradient.length; k++) {
      int column = layout.priceVariable()[curve.goods()[k]];
      if (column >= 0) {
        entries[pattern().position(row, column)] += curve.sign() * gradient[k];
      }
    }
    return true;
  }

  @Override
  public double size(int variable) {
    var sizes = layout.sizes();
    return switch (layout.conditions().get(variable).kind()) {
      case MARKET, ARGUMENT, CAPACITY -> sizes.price();
      case IMPORT, EXPORT, INPUT, LEVEL -> sizes.quantity();
      case CURVE, CHOICE, ACTIVITY, INCOME, PURCHASE, BUDGET, KEPT, UNKNOWN, READING, PRICE_LEVEL ->
          throw new IllegalStateException("not of such a market");
    };
  }

  /** The value of the market whose value is largest, in money: gross trade times price. */
  @Override
  public double worth(double[] z) {
    if (!Arrays.equals(z, evaluated)) {
      evaluate(z, new double[z.length], new double[z.length]);
    }
    return worth();
  }

  /** The worth at the prices and trades of the last evaluation. */
  private double worth() {
    double worth = 0;
    for (int g = 0; g < gross.length; g++) {
      worth += Math.abs(prices[g]) * gross[g];
    }
    return worth;
  }
}
