package dev.costate.equilibrium;

import dev.costate.equilibrium.certify.FirmMarket;
import dev.costate.equilibrium.certify.Growth;
import dev.costate.equilibrium.certify.PlanSearch;
import dev.costate.equilibrium.condition.FirmPart;
import dev.costate.equilibrium.condition.MarketProblem;
import dev.costate.equilibrium.region.Ways;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a global search over every firm's plans found at a solution of the conditions.
 *
 * @param standings of each firm: its plan, or if it is shut the plan with the best margin that was
 *     found
 * @param objections the firms that would do something else
 * @param betterStart the solution with those firms at their better plans
 */
@SuppressWarnings("ArrayRecordComponent")
record Certificate(
    List<PlanSearch.Found> standings,
    List<Objection> objections,
    double[] betterStart,
    Map<String, Double> prices) {
  /** A plan is better only if it earns this fraction of the turnover more. */
  static final double TOLERANCE = 1e-7;

  /** A gain below this fraction of the worth of the market is rounding. */
  private static final double NEGLIGIBLE = 1e-12;

  /**
   * Margins are those of plans that turn over at least this fraction of the worth of the market.
   */
  private static final double SMALLEST = 1e-10;

  /**
   * A firm with a better plan.
   *
   * @param growing how its profit goes on along this plan
   */
  record Objection(String firm, Outcome.Plan plan, double profit, Growing growing) {}

  /** How the profit of a better plan goes on. */
  enum Growing {
    BOUNDED,
    UNBOUNDED
  }

  boolean holds() {
    return objections.isEmpty();
  }

  static Certificate of(MarketProblem problem, double[] z) {
    var accounts = new Accounts(problem, z);
    var standings = new ArrayList<PlanSearch.Found>();
    var objections = new ArrayList<Objection>();
    var better = z.clone();
    double worth = problem.worth(z);
    var certainties = Certainty.ofFirms(problem.layout().economy());
    for (var part : problem.layout().firms()) {
      var market = accounts.market(part);
      var inputs = accounts.inputs(part);
      var search = new PlanSearch(market, accounts.sizes(part), ways(certainties, part));
      var own = market.at(inputs);
      if (inputs.length == 0) {
        standings.add(new PlanSearch.Found(inputs, own));
        continue;
      }
      var best = search.mostProfitable(inputs);
      boolean shut =
          FirmBook.isShut(inputs, Arrays.copyOf(market.results(inputs), part.model().outputs()));
      standings.add(
          shut ? search.bestMargin(inputs, SMALLEST * worth) : new PlanSearch.Found(inputs, own));
      double turnover = own.isAvailable() ? own.turnover() : 0;
      double enough = TOLERANCE * (best.earnings().turnover() + turnover) + NEGLIGIBLE * worth;
      if (best.earnings().profit() - own.profit() > enough) {
        objections.add(objection(part, problem, market, best, own.profit()));
        replace(part, best.inputs(), better);
      }
    }
    return new Certificate(standings, objections, better, accounts.priceMap());
  }

  private static Optional<Ways> ways(Map<String, Certainty> certainties, FirmPart part) {
    var certainty = certainties.get(part.model().firm().name());
    return certainty == Certainty.SEARCHED ? Optional.of(part.model().ways()) : Optional.empty();
  }

  private static Objection objection(
      FirmPart part,
      MarketProblem problem,
      FirmMarket market,
      PlanSearch.Found best,
      double profit) {
    var shown = best.inputs();
    var growing = Growing.BOUNDED;
    if (Growth.isUnbounded(market, shown, TOLERANCE)
        && Growth.hasIncreasingReturns(market, shown)) {
      growing = Growing.UNBOUNDED;
      shown = Growth.smallest(market, shown, Math.max(profit, 0));
    }
    return new Objection(
        part.model().firm().name(), plan(part, problem, market, shown), profit, growing);
  }

  /** A plan with its goods named. */
  static Outcome.Plan plan(
      FirmPart part, MarketProblem problem, FirmMarket market, double[] inputs) {
    var in = new LinkedHashMap<String, Double>();
    var out = new LinkedHashMap<String, Double>();
    var goods = problem.layout().goods();
    var results = market.results(inputs);
    for (int i = 0; i < inputs.length; i++) {
      in.put(goods.get(part.inputGoods()[i]).name(), inputs[i]);
    }
    for (int k = 0; k < part.outputGoods().length; k++) {
      out.put(goods.get(part.outputGoods()[k]).name(), results[k]);
    }
    return new Outcome.Plan(in, out, market.at(inputs).profit());
  }

  private static void replace(FirmPart part, double[] inputs, double[] z) {
    var plan = Arrays.copyOf(inputs, part.model().size());
    if (part.model().level(plan)) {
      System.arraycopy(plan, 0, z, part.first(), plan.length);
    }
  }
}
