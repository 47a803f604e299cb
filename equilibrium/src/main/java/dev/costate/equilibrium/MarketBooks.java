package dev.costate.equilibrium;

import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium.Outside;
import dev.costate.equilibrium.Equilibrium.Worst;
import dev.costate.equilibrium.FirmAccount.Activity;
import dev.costate.equilibrium.certify.FirmMarket;
import dev.costate.equilibrium.certify.PlanSearch;
import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.condition.FirmModel;
import dev.costate.equilibrium.condition.KinkRule;
import dev.costate.equilibrium.condition.Slice;
import dev.costate.equilibrium.equation.ConsumerPlaces;
import dev.costate.equilibrium.equation.FirmPlaces;
import dev.costate.equilibrium.equation.Gate;
import dev.costate.equilibrium.equation.MarketEquations;
import dev.costate.equilibrium.equation.MarketSystem;
import dev.costate.equilibrium.solver.Residuals;
import dev.costate.program.emit.Compiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Books a solution of the equations of a market: who makes, buys, earns and receives what. */
final class MarketBooks {
  private final MarketSystem system;
  private final MarketEquations market;
  private final double[] z;
  private final double[] values;
  private final double[] scales;

  /** The market with the numbers that were solved for in its code. */
  private final Economy economy;

  private final Map<FirmModel, FirmModel> models = new HashMap<>();

  MarketBooks(MarketSystem system, double[] z) {
    this.system = system;
    this.market = system.market();
    this.z = z;
    values = new double[z.length];
    scales = new double[z.length];
    system.evaluate(z, values, scales);
    economy = market.economy().at(values(market.unknowns()));
  }

  private double at(int place) {
    return market.equations().graph().value(place);
  }

  private double[] at(int[] places) {
    return Arrays.stream(places).mapToDouble(this::at).toArray();
  }

  private double price(int good) {
    return at(market.price(good));
  }

  /** All market prices by good. */
  Map<String, Double> prices() {
    var prices = new LinkedHashMap<String, Double>();
    var goods = market.economy().goods();
    for (int g = 0; g < goods.size(); g++) {
      prices.put(goods.get(g).name(), price(g));
    }
    return prices;
  }

  /** A firm that is code at what it pays and keeps; its choices cost nothing. */
  FirmMarket market(FirmPlaces firm) {
    var model = solved(firm.code().orElseThrow().model());
    var inputPrices = Arrays.copyOf(gatePrices(firm.inputs()), model.inputs());
    return new FirmMarket(model, inputPrices, gatePrices(firm.outputs()));
  }

  /** Code with the unknowns of the market that it reads at what they were solved for. */
  FirmModel solved(FirmModel model) {
    return model.unknowns().isEmpty()
        ? model
        : models.computeIfAbsent(
            model, _ -> FirmModel.of(economy.program(), model.declared(), KinkRule.GENEROUS));
  }

  private double[] gatePrices(List<Gate> gates) {
    return gates.stream().mapToDouble(gate -> at(gate.price())).toArray();
  }

  /** The inputs and choices of a firm that is code. */
  double[] decisions(FirmPlaces firm) {
    var code = firm.code().orElseThrow();
    return at(Arrays.copyOf(code.plan(), code.model().decisions()));
  }

  /** Natural sizes of a firm's decisions: its own, or what the market's worth would buy. */
  double[] sizes(FirmPlaces firm) {
    double worth = system.worth(z);
    var sizes = decisions(firm);
    var prices = market(firm).inputPrices();
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(sizes[i]);
      if (sizes[i] == 0 && prices[i] > 0) {
        sizes[i] = worth / prices[i];
      }
      if (!(sizes[i] > 0) || !Double.isFinite(sizes[i])) {
        sizes[i] = 1;
      }
    }
    return sizes;
  }

  /**
   * The equilibrium.
   *
   * @param standings for each firm that is code its plan, or if it is shut the one with the best
   *     margin
   */
  Equilibrium equilibrium(Map<String, PlanSearch.Found> standings, Equilibrium.Effort effort) {
    var goods = goods();
    double paidIn = 0;
    double paidOut = 0;
    for (var account : goods.values()) {
      double supplied = account.fromOutside();
      double price = account.price();
      paidIn += Math.max(price * account.toOutside(), 0) + Math.max(-price * supplied, 0);
      paidOut += Math.max(price * supplied, 0) + Math.max(-price * account.toOutside(), 0);
    }
    var firms = new LinkedHashMap<String, FirmAccount>();
    market.firms().forEach((name, firm) -> firms.put(name, firm(firm, standings)));
    var consumers = new LinkedHashMap<String, ConsumerAccount>();
    market.consumers().forEach((name, consumer) -> consumers.put(name, consumer(consumer)));
    var conditions = conditions();
    return new Equilibrium(
        Equilibrium.MONEY,
        goods,
        firms,
        consumers,
        values(market.taxes()),
        values(market.unknowns()),
        market.economy().parameters(),
        new Outside(paidIn, paidOut),
        unowned(),
        conditions,
        worst(conditions),
        effort);
  }

  private Map<String, Double> values(Map<String, Integer> places) {
    var values = new LinkedHashMap<String, Double>();
    places.forEach((name, place) -> values.put(name, at(place)));
    return values;
  }

  private Map<String, GoodAccount> goods() {
    int count = market.economy().goods().size();
    var made = new double[count];
    var used = new double[count];
    var endowed = new double[count];
    var in = new double[count];
    var out = new double[count];
    for (var firm : market.firms().values()) {
      add(firm.inputs(), at(firm.bought()), used);
      var outputs = at(firm.made());
      for (int k = 0; k < outputs.length; k++) {
        int good = firm.outputs().get(k).good();
        made[good] += Math.max(outputs[k], 0);
        used[good] += Math.max(-outputs[k], 0);
      }
    }
    for (var consumer : market.consumers().values()) {
      add(consumer.gates(), at(consumer.quantities()), used);
      for (var owned : consumer.endowments().entrySet()) {
        double quantity = at(owned.getValue());
        endowed[market.good(owned.getKey())] += Math.max(quantity, 0);
        used[market.good(owned.getKey())] += Math.max(-quantity, 0);
      }
      consumer.saved().forEach((good, place) -> used[market.good(good)] += at(place));
    }
    for (var border : market.borders()) {
      double quantity = at(border.quantity());
      in[border.good()] += border.sign() > 0 ? quantity : 0;
      out[border.good()] += border.sign() < 0 ? quantity : 0;
    }
    var accounts = new LinkedHashMap<String, GoodAccount>();
    for (int g = 0; g < count; g++) {
      var good = market.economy().goods().get(g);
      double excess = market.excessSupply(g);
      if (good.fixedPrice().isPresent()) {
        out[g] += Math.max(excess, 0);
        in[g] += Math.max(-excess, 0);
        excess = 0;
      }
      double gross = made[g] + endowed[g] + in[g] + used[g] + out[g];
      double disposed = price(g) == 0 && excess > Rounding.OF_SUMS * gross ? excess : 0;
      accounts.put(
          good.name(),
          new GoodAccount(price(g), made[g], endowed[g], used[g], in[g], out[g], disposed));
    }
    return accounts;
  }

  private static void add(List<Gate> gates, double[] quantities, double[] into) {
    for (int i = 0; i < quantities.length; i++) {
      into[gates.get(i).good()] += quantities[i];
    }
  }

  private FirmAccount firm(FirmPlaces firm, Map<String, PlanSearch.Found> standings) {
    return firm.code().isPresent()
        ? new CodeBook(this, firm)
            .account(Objects.requireNonNull(standings.get(firm.firm().name())))
        : technology(firm);
  }

  private FirmAccount technology(FirmPlaces firm) {
    var inputs = at(firm.bought());
    var outputs = at(firm.made());
    boolean shut = firm.activities().stream().allMatch(a -> at(a.level()) == 0);
    return new FirmAccount(
        byGood(firm.inputs(), inputs),
        byGood(firm.outputs(), outputs),
        at(firm.profit()),
        margin(firm),
        shut ? Activity.SHUT : Activity.RUNNING,
        Map.of(),
        Map.of(),
        new TechnologyMarginals(market, firm).marginals(),
        List.of());
  }

  /** What one unit of the best activity fetches over what it costs. */
  private double margin(FirmPlaces firm) {
    double margin = Double.NEGATIVE_INFINITY;
    for (var activity : firm.activities()) {
      double cost = at(activity.cost());
      double revenue = at(activity.revenue());
      double free = cost == 0 ? Double.POSITIVE_INFINITY : revenue / cost - 1;
      margin = Math.max(margin, revenue == cost ? 0 : free);
    }
    return margin;
  }

  Map<String, Double> byGood(List<Gate> gates, double[] quantities) {
    var map = new LinkedHashMap<String, Double>();
    for (int k = 0; k < gates.size(); k++) {
      map.merge(
          market.economy().goods().get(gates.get(k).good()).name(), quantities[k], Double::sum);
    }
    return map;
  }

  double value(int place) {
    return at(place);
  }

  private ConsumerAccount consumer(ConsumerPlaces places) {
    var quantities = at(places.quantities());
    double spent = 0;
    for (int i = 0; i < quantities.length; i++) {
      spent += at(places.gates().get(i).price()) * quantities[i];
    }
    double unspent = at(places.spendable()) - spent;
    double money = Math.abs(at(places.spendable())) + spent;
    return new ConsumerAccount(
        at(places.income()),
        utility(places, quantities),
        byGood(places.gates(), quantities),
        values(places.saved()),
        Math.abs(unspent) <= Rounding.OF_SUMS * money ? 0 : unspent);
  }

  /** What one unit of each wanted good costs a consumer, wedges included. */
  double[] prices(ConsumerPlaces places) {
    return places.gates().stream().mapToDouble(gate -> at(gate.price())).toArray();
  }

  /** What a consumer buys of each wanted good. */
  double[] bundle(ConsumerPlaces places) {
    return at(places.quantities());
  }

  private double utility(ConsumerPlaces places, double[] quantities) {
    if (places.consumer().utility().isEmpty()) {
      return 0;
    }
    var function = places.consumer().utility().get();
    var result = new double[1];
    Compiler.compile(Slice.of(economy.program(), function))
        .kernel(function)
        .evaluate(quantities, result);
    return result[0];
  }

  /** The profits that no consumer owns. */
  private double unowned() {
    double sum = 0;
    for (var firm : market.firms().values()) {
      sum += unowned(firm) * at(firm.profit());
    }
    return sum;
  }

  /** The fraction of a firm that no consumer owns. */
  double unowned(FirmPlaces firm) {
    double owned = 0;
    for (var consumer : market.consumers().values()) {
      owned +=
          consumer.shares().getOrDefault(firm.firm().name(), List.of()).stream()
              .mapToDouble(this::at)
              .sum();
    }
    return Math.max(0, 1 - owned);
  }

  private List<ConditionReport> conditions() {
    var reports = new ArrayList<ConditionReport>();
    for (int i = 0; i < z.length; i++) {
      var condition = market.conditions().get(i);
      if (condition.kind() == Kind.PRICE_LEVEL) {
        continue;
      }
      reports.add(
          new ConditionReport(
              condition.kind().word(),
              condition.subject(),
              condition.text(),
              z[i],
              values[i],
              scales[i],
              Residuals.violation(system, i, z[i], values[i], scales[i])));
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
