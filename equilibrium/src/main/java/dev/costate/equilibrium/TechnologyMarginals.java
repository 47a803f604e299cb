package dev.costate.equilibrium;

import dev.costate.equilibrium.FirmAccount.InputMarginal;
import dev.costate.equilibrium.FirmAccount.Term;
import dev.costate.equilibrium.equation.FirmPlaces;
import dev.costate.equilibrium.equation.FirmPlaces.ActivityPlaces;
import dev.costate.equilibrium.equation.MarketEquations;
import java.util.ArrayList;
import java.util.List;

/**
 * The marginal products of a firm that is made of ready technologies. Unit cost and marginal
 * product are two views of the same thing: at the cheapest plan one more unit of an input makes its
 * price over the unit cost more of the composite, whether its code has a kink there or not
 * (Shephard 1953).
 */
final class TechnologyMarginals {
  private final MarketEquations market;
  private final FirmPlaces firm;

  TechnologyMarginals(MarketEquations market, FirmPlaces firm) {
    this.market = market;
    this.firm = firm;
  }

  private double at(int place) {
    return market.equations().graph().value(place);
  }

  List<InputMarginal> marginals() {
    var marginals = new ArrayList<InputMarginal>();
    for (int i = 0; i < firm.inputs().size(); i++) {
      for (var activity : firm.activities()) {
        if (activity.inputs().contains(i)) {
          marginals.add(marginal(i, activity));
        }
      }
    }
    return marginals;
  }

  private InputMarginal marginal(int input, ActivityPlaces activity) {
    double price = at(firm.inputs().get(input).price());
    double quantity = at(firm.bought()[input]);
    double cost = at(activity.cost());
    double product = cost == 0 ? 0 : price / cost;
    var terms = new ArrayList<Term>();
    for (int k = 0; k < firm.outputs().size(); k++) {
      double makes = at(activity.makes()[k]);
      terms.add(
          new Term(
              firm.firm().outputs().get(k).good(),
              at(firm.outputs().get(k).price()),
              makes * product));
    }
    var good = firm.firm().inputs().get(input).good();
    var marginal = new InputMarginal(good, price, quantity, terms, List.of(), 0);
    double slack = quantity > 0 ? 0 : price - marginal.worth();
    return new InputMarginal(good, price, quantity, terms, List.of(), slack);
  }
}
