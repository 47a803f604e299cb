package dev.costate.equilibrium;

import dev.costate.equilibrium.certify.FirmMarket;
import dev.costate.equilibrium.condition.FirmPart;
import dev.costate.equilibrium.condition.MarketProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Of many solutions that differ in nothing that matters, the plainest: a good that nobody trades
 * and nobody would pay for is free, and so is one whose price is rounding, a firm that makes
 * nothing, or nothing that has a price, buys nothing, and where a good costs nothing a firm buys no
 * more than it needs. Each step may turn out to be wrong (a firm that is shut may need the price to
 * stay so); whoever takes them checks.
 */
final class Trimming {
  private static final int HALVINGS = 120;

  /** A good is not traded if less than this fraction of the market's typical quantity is. */
  private static final double NOT_TRADED = 1e-9;

  /** A price below this fraction of the dearest is 0 but for rounding. */
  private static final double NO_PRICE = 1e-20;

  private final MarketProblem problem;
  private final Accounts accounts;

  private Trimming(MarketProblem problem, double[] z) {
    this.problem = problem;
    accounts = new Accounts(problem, z);
  }

  /** The steps that may be possible at a solution. */
  static List<UnaryOperator<double[]>> steps(MarketProblem problem, double[] z) {
    var trimming = new Trimming(problem, z);
    var steps = new ArrayList<UnaryOperator<double[]>>();
    var layout = problem.layout();
    var prices = new double[layout.goods().size()];
    layout.prices(z, prices);
    double dearest = Arrays.stream(prices).map(Math::abs).max().orElse(0);
    for (int g = 0; g < layout.goods().size(); g++) {
      int price = layout.priceVariable()[g];
      boolean traded = accounted(trimming.accounts, g) > NOT_TRADED * layout.sizes().quantity();
      boolean idle = price >= 0 && z[price] > 0 && problem.lower(price) == 0 && !traded;
      boolean rounding = price >= 0 && z[price] != 0 && Math.abs(z[price]) <= NO_PRICE * dearest;
      if (idle || rounding) {
        steps.add(from -> trimming.free(from, price));
      }
    }
    for (var part : layout.firms()) {
      if (isWorthless(part, prices) && isBuying(part, z)) {
        steps.add(from -> idle(from, part));
      }
      steps.add(from -> trimming.trimmed(from, part));
    }
    return steps;
  }

  private static double accounted(Accounts accounts, int good) {
    return accounts.made(good) + accounts.used(good);
  }

  /** The good's price is 0, and with it the multipliers of firms that now make nothing of value. */
  private double[] free(double[] from, int price) {
    var z = from.clone();
    z[price] = 0;
    var layout = problem.layout();
    var prices = new double[layout.goods().size()];
    layout.prices(z, prices);
    for (var part : layout.firms()) {
      if (isWorthless(part, prices) && !isBuying(part, z)) {
        Arrays.fill(z, part.firstMultiplier(), part.first() + part.variables(), 0);
      }
    }
    return z;
  }

  private static boolean isWorthless(FirmPart part, double[] prices) {
    return Arrays.stream(part.outputGoods()).allMatch(good -> prices[good] == 0);
  }

  private static boolean isBuying(FirmPart part, double[] z) {
    return IntStream.range(part.first(), part.first() + part.inputGoods().length)
        .anyMatch(i -> z[i] > 0);
  }

  /** The firm buys nothing. */
  private static double[] idle(double[] from, FirmPart part) {
    var z = from.clone();
    Arrays.fill(z, part.first(), part.first() + part.inputGoods().length, 0);
    return z;
  }

  private double[] trimmed(double[] from, FirmPart part) {
    var now = new Accounts(problem, from);
    var market = now.market(part);
    var inputs = now.inputs(part);
    var outputs = Arrays.copyOf(market.results(inputs), part.outputGoods().length);
    boolean empty = Arrays.stream(outputs).allMatch(y -> y == 0);
    var z = from.clone();
    for (int i = 0; i < inputs.length; i++) {
      if (empty) {
        inputs[i] = 0;
      } else if (market.inputPrices()[i] == 0 && inputs[i] > 0) {
        inputs[i] = least(market, inputs, i);
      }
      z[part.first() + i] = inputs[i];
    }
    return z;
  }

  /** The least quantity of one input that gives the same outputs. */
  private static double least(FirmMarket market, double[] inputs, int i) {
    var needed = market.results(inputs);
    if (Arrays.stream(needed).anyMatch(Double::isNaN)) {
      return inputs[i];
    }
    var plan = inputs.clone();
    plan[i] = 0;
    if (suffices(market, plan, needed)) {
      return 0;
    }
    double low = 0;
    double high = inputs[i];
    for (int k = 0; k < HALVINGS; k++) {
      plan[i] = low + (high - low) / 2;
      if (plan[i] == low || plan[i] == high) {
        break;
      }
      if (suffices(market, plan, needed)) {
        high = plan[i];
      } else {
        low = plan[i];
      }
    }
    return high;
  }

  private static boolean suffices(FirmMarket market, double[] plan, double[] needed) {
    return Arrays.equals(market.results(plan), needed);
  }
}
