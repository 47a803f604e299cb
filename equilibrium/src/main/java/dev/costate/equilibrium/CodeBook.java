package dev.costate.equilibrium;

import dev.costate.equilibrium.FirmAccount.Activity;
import dev.costate.equilibrium.FirmAccount.InputMarginal;
import dev.costate.equilibrium.FirmAccount.KinkAccount;
import dev.costate.equilibrium.FirmAccount.Term;
import dev.costate.equilibrium.certify.PlanSearch;
import dev.costate.equilibrium.condition.FirmModel;
import dev.costate.equilibrium.condition.MarginalProducts;
import dev.costate.equilibrium.equation.FirmCode;
import dev.costate.equilibrium.equation.FirmPlaces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Books a firm that is code. */
final class CodeBook {
  private final MarketBooks books;
  private final FirmPlaces places;
  private final FirmCode code;
  private final FirmModel model;

  CodeBook(MarketBooks books, FirmPlaces places) {
    this.books = books;
    this.places = places;
    code = places.code().orElseThrow();
    model = code.model();
  }

  /**
   * @param standing its plan, or if it is shut the plan with the best margin
   */
  FirmAccount account(PlanSearch.Found standing) {
    var decisions = books.decisions(places);
    var firmMarket = books.market(places);
    var outputs = Arrays.copyOf(firmMarket.results(decisions), model.outputs());
    var inputs = Arrays.copyOf(decisions, model.firm().inputs().size());
    boolean shut = FirmBook.isShut(inputs, outputs);
    return new FirmAccount(
        books.byGood(places.inputs(), inputs),
        books.byGood(places.outputs(), outputs),
        books.value(places.profit()),
        shut ? standing.earnings().margin() : firmMarket.at(decisions).margin(),
        shut ? Activity.SHUT : Activity.RUNNING,
        choices(decisions),
        rents(),
        marginals(inputs),
        kinks());
  }

  private Map<String, Double> choices(double[] decisions) {
    var choices = new LinkedHashMap<String, Double>();
    var declared = model.firm().choices();
    for (int c = 0; c < declared.size(); c++) {
      choices.put(declared.get(c).local(), decisions[places.firm().inputs().size() + c]);
    }
    return choices;
  }

  private Map<String, Double> rents() {
    var rents = new LinkedHashMap<String, Double>();
    for (int c = 0; c < places.firm().capacities().size(); c++) {
      rents.put(model.firm().capacities().get(c).name(), rent(c));
    }
    return rents;
  }

  private double rent(int capacity) {
    return books.value(code.multipliers()[model.kinkSlacks() + capacity]);
  }

  private List<InputMarginal> marginals(double[] inputs) {
    var plan = Arrays.stream(code.plan()).mapToDouble(books::value).toArray();
    var multipliers =
        Arrays.stream(code.multipliers())
            .limit(model.kinkSlacks())
            .mapToDouble(books::value)
            .toArray();
    var products = MarginalProducts.at(model, plan, multipliers).products();
    var marginals = new ArrayList<InputMarginal>();
    for (int i = 0; i < inputs.length && products.length > 0; i++) {
      var terms = new ArrayList<Term>();
      for (int k = 0; k < model.outputs(); k++) {
        double price = books.value(places.outputs().get(k).price());
        terms.add(new Term(model.firm().outputs().get(k).good(), price, products[k][i]));
      }
      var rents = new ArrayList<Term>();
      for (int c = 0; c < model.capacities(); c++) {
        int used = model.outputs() + 2 * c;
        rents.add(
            new Term(
                model.firm().capacities().get(c).name(),
                rent(c),
                products[used][i] - products[used + 1][i]));
      }
      var good = model.firm().inputs().get(i).good();
      double price = books.value(places.inputs().get(i).price());
      var marginal = new InputMarginal(good, price, inputs[i], terms, rents, 0);
      double slack = inputs[i] > 0 ? 0 : price - marginal.worth();
      marginals.add(new InputMarginal(good, price, inputs[i], terms, rents, slack));
    }
    return marginals;
  }

  private List<KinkAccount> kinks() {
    var accounts = new ArrayList<KinkAccount>();
    int m = 0;
    for (int k = 0; k < model.kinks().size(); k++) {
      var kink = model.kinks().get(k);
      var multipliers = new ArrayList<Double>();
      double sum = 0;
      for (int j = 0; j < kink.arguments(); j++) {
        double multiplier = books.value(code.multipliers()[m++]);
        multipliers.add(multiplier);
        sum += multiplier;
      }
      double level = books.value(code.plan()[model.inputs() + k]);
      accounts.add(new KinkAccount(kink.text(), level, kink.isLeast() ? sum : -sum, multipliers));
    }
    return accounts;
  }
}
