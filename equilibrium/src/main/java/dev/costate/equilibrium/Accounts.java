package dev.costate.equilibrium;

import dev.costate.economy.Good;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.Equilibrium.Outside;
import dev.costate.equilibrium.Equilibrium.Worst;
import dev.costate.equilibrium.certify.FirmMarket;
import dev.costate.equilibrium.certify.PlanSearch;
import dev.costate.equilibrium.condition.FirmPart;
import dev.costate.equilibrium.condition.MarketLayout;
import dev.costate.equilibrium.condition.MarketProblem;
import dev.costate.equilibrium.solver.Residuals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Books a solution: who makes, buys and earns what. Outputs come from the firms' own code, not from
 * the conditions.
 */
final class Accounts {
  private final MarketProblem problem;
  private final MarketLayout layout;
  private final double[] z;
  private final double[] prices;
  private final double[] made;
  private final double[] used;

  Accounts(MarketProblem problem, double[] z) {
    this.problem = problem;
    this.layout = problem.layout();
    this.z = z;
    int goods = layout.goods().size();
    prices = new double[goods];
    layout.prices(z, prices);
    made = new double[goods];
    used = new double[goods];
    layout.firms().forEach(this::trade);
  }

  /** What firms make of a good. */
  double made(int good) {
    return made[good];
  }

  /** What firms use of a good. */
  double used(int good) {
    return used[good];
  }

  /** All prices by good. */
  Map<String, Double> priceMap() {
    var map = new LinkedHashMap<String, Double>();
    for (int g = 0; g < prices.length; g++) {
      map.put(layout.goods().get(g).name(), prices[g]);
    }
    return map;
  }

  /** The firm at these prices. */
  FirmMarket market(FirmPart part) {
    return new FirmMarket(part.model(), pick(part.inputGoods()), pick(part.outputGoods()));
  }

  private double[] pick(int[] goods) {
    var picked = new double[goods.length];
    for (int k = 0; k < goods.length; k++) {
      picked[k] = prices[goods[k]];
    }
    return picked;
  }

  /** What the firm buys. */
  double[] inputs(FirmPart part) {
    var inputs = new double[part.model().inputs()];
    System.arraycopy(z, part.first(), inputs, 0, inputs.length);
    return inputs;
  }

  private void trade(FirmPart part) {
    var inputs = inputs(part);
    var results = market(part).results(inputs);
    for (int i = 0; i < inputs.length; i++) {
      used[part.inputGoods()[i]] += inputs[i];
    }
    for (int k = 0; k < part.outputGoods().length; k++) {
      int good = part.outputGoods()[k];
      made[good] += Math.max(results[k], 0);
      used[good] += Math.max(-results[k], 0);
    }
  }

  /**
   * A typical quantity of each input of a firm: its own, or what is traded, or what the market's
   * worth would buy.
   */
  double[] sizes(FirmPart part) {
    double worth = problem.worth(z);
    var sizes = inputs(part);
    for (int i = 0; i < sizes.length; i++) {
      int good = part.inputGoods()[i];
      if (sizes[i] == 0) {
        sizes[i] = Math.max(made[good], used[good]);
      }
      if (sizes[i] == 0 && prices[good] > 0) {
        sizes[i] = worth / prices[good];
      }
      if (!(sizes[i] > 0) || !Double.isFinite(sizes[i])) {
        sizes[i] = 1;
      }
    }
    return sizes;
  }

  Equilibrium equilibrium(List<PlanSearch.Found> standings, Equilibrium.Effort effort) {
    var goods = new LinkedHashMap<String, GoodAccount>();
    double paidIn = 0;
    double paidOut = 0;
    for (int g = 0; g < prices.length; g++) {
      var account = good(g);
      goods.put(layout.goods().get(g).name(), account);
      double supplied = account.fromOutside() - account.disposed();
      paidIn += Math.max(prices[g] * account.toOutside(), 0) + Math.max(-prices[g] * supplied, 0);
      paidOut += Math.max(prices[g] * supplied, 0) + Math.max(-prices[g] * account.toOutside(), 0);
    }
    var firms = new LinkedHashMap<String, FirmAccount>();
    double unowned = 0;
    for (int f = 0; f < layout.firms().size(); f++) {
      var part = layout.firms().get(f);
      var account = new FirmBook(layout, part, z, market(part)).account(standings.get(f));
      unowned += account.profit();
      firms.put(part.model().firm().name(), account);
    }
    var conditions = conditions();
    return new Equilibrium(
        Equilibrium.MONEY,
        goods,
        firms,
        Map.of(),
        Map.of(),
        Map.of(),
        layout.economy().parameters(),
        new Outside(paidIn, paidOut),
        unowned,
        conditions,
        worst(conditions),
        effort);
  }

  private GoodAccount good(int g) {
    Good good = layout.goods().get(g);
    double in = 0;
    double out = 0;
    for (var trade : good.trades()) {
      switch (trade) {
        case Trade.FixedSupply(double quantity) -> in += quantity;
        case Trade.FixedDemand(double quantity) -> out += quantity;
        case Trade.FixedPrice _ -> {
          in += Math.max(used[g] - made[g], 0);
          out += Math.max(made[g] - used[g], 0);
        }
        case Trade.SupplyCurve _, Trade.DemandCurve _, Trade.Import _, Trade.Export _ -> {}
      }
    }
    for (int c = 0; c < layout.curves().size(); c++) {
      var curve = layout.curves().get(c);
      if (curve.good() == g && !problem.curvesOut()[c]) {
        double quantity = curve.quantity(prices);
        in += curve.sign() > 0 ? quantity : 0;
        out += curve.sign() < 0 ? quantity : 0;
      }
    }
    for (var flow : layout.flows()) {
      if (flow.good() == g) {
        in += flow.sign() > 0 ? z[flow.variable()] : 0;
        out += flow.sign() < 0 ? z[flow.variable()] : 0;
      }
    }
    double excess = made[g] + in - used[g] - out;
    double gross = made[g] + in + used[g] + out;
    double disposed = prices[g] == 0 && excess > Rounding.OF_SUMS * gross ? excess : 0;
    return new GoodAccount(prices[g], made[g], 0, used[g], in, out, disposed);
  }

  /** Every condition at the solution. */
  List<ConditionReport> conditions() {
    var values = new double[z.length];
    var scales = new double[z.length];
    problem.evaluate(z, values, scales);
    var reports = new ArrayList<ConditionReport>();
    for (int i = 0; i < z.length; i++) {
      var condition = layout.conditions().get(i);
      reports.add(
          new ConditionReport(
              condition.kind().word(),
              condition.subject(),
              condition.text(),
              z[i],
              values[i],
              scales[i],
              Residuals.violation(problem, i, z[i], values[i], scales[i])));
    }
    return reports;
  }

  private static Worst worst(List<ConditionReport> conditions) {
    var worst = new Worst("", "", 0);
    for (var condition : conditions) {
      if (condition.violation() > worst.value()) {
        worst = new Worst(condition.text(), condition.at(), condition.violation());
      }
    }
    return worst;
  }
}
