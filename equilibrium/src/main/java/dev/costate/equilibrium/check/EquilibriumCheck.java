package dev.costate.equilibrium.check;

import dev.costate.economy.Economy;
import dev.costate.economy.Good;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.check.CheckReport.BudgetCheck;
import dev.costate.equilibrium.check.CheckReport.FirmCheck;
import dev.costate.equilibrium.check.CheckReport.GoodCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Verifies an equilibrium of an economy independently of the solver. */
public final class EquilibriumCheck {
  /** A better plan counts only if it earns this fraction of the turnover more. */
  static final double PROFIT_TOLERANCE = 1e-7;

  /** A market clears if its excess is below this fraction of its trade. */
  static final double CLEARING_TOLERANCE = 1e-8;

  /** What outsiders trade is what the declarations say up to this fraction. */
  static final double OUTSIDE_TOLERANCE = 1e-6;

  /** The money of a market adds up if the difference is below this fraction of the turnover. */
  static final double BUDGET_TOLERANCE = 1e-8;

  private final Economy economy;
  private final Equilibrium equilibrium;

  private EquilibriumCheck(Economy economy, Equilibrium equilibrium) {
    this.economy = economy;
    this.equilibrium = equilibrium;
  }

  /**
   * @param equilibrium of the economy, in its own unit of account
   */
  public static CheckReport of(Economy economy, Equilibrium equilibrium) {
    return new EquilibriumCheck(economy, equilibrium).run();
  }

  private CheckReport run() {
    var code = new FirmCode(economy);
    var firms = new ArrayList<FirmCheck>();
    var net = new LinkedHashMap<String, Double>();
    double profits = 0;
    double turnover = 0;
    for (var firm : economy.firms()) {
      var plans = new PlanTrial(code, firm, equilibrium.prices());
      var own = plans.at(inputs(firm.name(), firm.inputs().size()));
      firms.add(plans.check(own));
      plans.trade(own, net);
      profits += own.profit();
      turnover += own.turnover();
    }
    var goods = economy.goods().stream().map(good -> clearing(good, net, code)).toList();
    double balance = equilibrium.outside().balance();
    double outside = equilibrium.outside().paidIn() + equilibrium.outside().paidOut();
    boolean adds = Math.abs(balance - profits) <= BUDGET_TOLERANCE * (outside + turnover);
    var prices = new SurplusCheck(economy, equilibrium).prices();
    return new CheckReport(firms, goods, prices, new BudgetCheck(balance, profits, adds));
  }

  private double[] inputs(String firm, int count) {
    var account = equilibrium.firms().get(firm);
    if (account == null || account.inputs().size() != count) {
      throw new IllegalArgumentException(
          "the equilibrium is not one of this economy: firm " + firm);
    }
    return account.inputs().values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private GoodCheck clearing(Good declared, Map<String, Double> net, FirmCode code) {
    var name = declared.name();
    var good = equilibrium.goods().get(name);
    if (good == null) {
      throw new IllegalArgumentException(
          "the equilibrium is not one of this economy: good " + name);
    }
    double in = good.fromOutside() + good.endowed() + net.getOrDefault(name, 0.0);
    double out = good.toOutside() + good.disposed();
    double trade = Math.max(good.fromOutside() + good.endowed() + good.made(), good.used() + out);
    double excess = trade == 0 ? in - out : (in - out) / trade;
    boolean idle = good.disposed() <= CLEARING_TOLERANCE * trade || good.price() == 0;
    boolean outside =
        new OutsideTrade(code)
            .agrees(
                declared, good.price(), good.fromOutside(), good.toOutside(), OUTSIDE_TOLERANCE);
    boolean holds = Math.abs(excess) <= CLEARING_TOLERANCE && idle && outside;
    return new GoodCheck(name, good.price(), excess, good.disposed(), holds);
  }
}
