package dev.costate.equilibrium;

import dev.costate.equilibrium.FirmAccount.Activity;
import dev.costate.equilibrium.FirmAccount.InputMarginal;
import dev.costate.equilibrium.FirmAccount.KinkAccount;
import dev.costate.equilibrium.FirmAccount.Term;
import dev.costate.equilibrium.certify.FirmMarket;
import dev.costate.equilibrium.certify.PlanSearch;
import dev.costate.equilibrium.condition.FirmModel;
import dev.costate.equilibrium.condition.FirmPart;
import dev.costate.equilibrium.condition.MarginalProducts;
import dev.costate.equilibrium.condition.MarketLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Books one firm. */
final class FirmBook {
  /** Margins that differ by less than this fraction are the same. */
  private static final double SAME_MARGIN = 1e-6;

  private final MarketLayout layout;
  private final FirmPart part;
  private final FirmModel model;
  private final double[] z;
  private final FirmMarket market;
  private final double[] inputs;

  FirmBook(MarketLayout layout, FirmPart part, double[] z, FirmMarket market) {
    this.layout = layout;
    this.part = part;
    this.model = part.model();
    this.z = z;
    this.market = market;
    inputs = Arrays.copyOfRange(z, part.first(), part.first() + model.inputs());
  }

  /** Whether the firm does nothing: it buys nothing and neither makes nor needs anything. */
  static boolean isShut(double[] inputs, double[] outputs) {
    return inputs.length > 0
        && Arrays.stream(inputs).allMatch(x -> x == 0)
        && Arrays.stream(outputs).allMatch(y -> y == 0);
  }

  /**
   * @param standing its plan, or if it is shut the plan with the best margin
   */
  FirmAccount account(PlanSearch.Found standing) {
    var results = market.results(inputs);
    var outputs = Arrays.copyOf(results, model.outputs());
    var earnings = market.at(inputs);
    boolean shut = isShut(inputs, outputs);
    return new FirmAccount(
        byGood(part.inputGoods(), inputs),
        byGood(part.outputGoods(), outputs),
        earnings.profit(),
        shut ? standing.earnings().margin() : earnings.margin(),
        shut ? Activity.SHUT : Activity.RUNNING,
        Map.of(),
        rents(),
        shut ? shutMarginals(standing) : marginals(inputs),
        kinks());
  }

  private Map<String, Double> byGood(int[] goods, double[] quantities) {
    var map = new LinkedHashMap<String, Double>();
    for (int k = 0; k < goods.length; k++) {
      map.merge(layout.goods().get(goods[k]).name(), quantities[k], Double::sum);
    }
    return map;
  }

  private int firstRent() {
    return part.firstMultiplier() + model.kinkSlacks();
  }

  private Map<String, Double> rents() {
    var rents = new LinkedHashMap<String, Double>();
    for (int c = 0; c < model.capacities(); c++) {
      rents.put(model.firm().capacities().get(c).name(), z[firstRent() + c]);
    }
    return rents;
  }

  /**
   * What the first units would be worth: at 0, or where that says less than the best plan
   * (derivatives of smooth code of degree 1 depend on the direction from which 0 is approached) at
   * that plan.
   */
  private List<InputMarginal> shutMarginals(PlanSearch.Found standing) {
    var atNothing = marginals(inputs);
    double best = standing.earnings().margin() + 1;
    boolean says =
        atNothing.stream().anyMatch(m -> m.worth() >= (1 - SAME_MARGIN) * best * m.price());
    return says || !Double.isFinite(best) ? atNothing : marginals(standing.inputs());
  }

  /** The first-order conditions of the inputs, with derivatives at a plan. */
  private List<InputMarginal> marginals(double[] at) {
    var plan = Arrays.copyOf(at, model.size());
    if (!model.level(plan)) {
      return List.of();
    }
    var multipliers = Arrays.copyOfRange(z, part.firstMultiplier(), firstRent());
    var products = MarginalProducts.at(model, plan, multipliers).products();
    var marginals = new ArrayList<InputMarginal>();
    for (int i = 0; i < model.inputs() && products.length > 0; i++) {
      var terms = new ArrayList<Term>();
      for (int k = 0; k < model.outputs(); k++) {
        terms.add(
            new Term(
                model.firm().outputs().get(k).good(), market.outputPrices()[k], products[k][i]));
      }
      var rents = new ArrayList<Term>();
      for (int c = 0; c < model.capacities(); c++) {
        int used = model.outputs() + 2 * c;
        double derivative = products[used][i] - products[used + 1][i];
        rents.add(
            new Term(model.firm().capacities().get(c).name(), z[firstRent() + c], derivative));
      }
      var good = model.firm().inputs().get(i).good();
      var marginal = new InputMarginal(good, market.inputPrices()[i], inputs[i], terms, rents, 0);
      double slack = inputs[i] > 0 ? 0 : marginal.price() - marginal.worth();
      marginals.add(new InputMarginal(good, marginal.price(), inputs[i], terms, rents, slack));
    }
    return marginals;
  }

  private List<KinkAccount> kinks() {
    var accounts = new ArrayList<KinkAccount>();
    int m = part.firstMultiplier();
    for (int k = 0; k < model.kinks().size(); k++) {
      var kink = model.kinks().get(k);
      var multipliers = new ArrayList<Double>();
      double sum = 0;
      for (int j = 0; j < kink.arguments(); j++, m++) {
        multipliers.add(z[m]);
        sum += z[m];
      }
      double level = z[part.first() + model.inputs() + k];
      accounts.add(new KinkAccount(kink.text(), level, kink.isLeast() ? sum : -sum, multipliers));
    }
    return accounts;
  }
}
