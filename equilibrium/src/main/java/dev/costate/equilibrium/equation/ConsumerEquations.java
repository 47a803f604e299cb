package dev.costate.equilibrium.equation;

import dev.costate.economy.Consumer;
import dev.costate.economy.Consumer.Endowment;
import dev.costate.economy.Consumer.Transfer;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.condition.Condition;
import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.graph.Elementary;
import dev.costate.equilibrium.graph.Graph;
import dev.costate.equilibrium.graph.Terms;
import dev.costate.equilibrium.technology.Datum;
import dev.costate.equilibrium.technology.Technology.OfNest;
import dev.costate.equilibrium.technology.Technology.Preference;
import dev.costate.equilibrium.technology.TechnologyReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the equations of a consumer. */
final class ConsumerEquations {
  private final Draft draft;
  private final Graph.Builder graph;
  private final Consumer consumer;
  private final Map<String, FirmPlaces> firms;
  private final int income;
  private final Terms spendable = new Terms();
  private final List<Gate> gates = new ArrayList<>();
  private final List<Optional<Kept>> kept = new ArrayList<>();
  private final Map<String, Integer> endowments = new LinkedHashMap<>();
  private final Map<String, List<Integer>> shares = new LinkedHashMap<>();
  private final Map<String, Integer> saved = new LinkedHashMap<>();

  /**
   * A wanted good that the consumer owns too, where selling and buying it differ.
   *
   * @param endowment the place of what is owned
   * @param selling the gate for what is sold
   * @param buying the gate for what is bought besides
   * @param most what the consumer gives up for one more unit: between the two prices, by this
   *     variable
   */
  private record Kept(int endowment, Gate selling, Gate buying, int most) {}

  private ConsumerEquations(Draft draft, Consumer consumer, Map<String, FirmPlaces> firms) {
    this.draft = draft;
    this.graph = draft.graph();
    this.consumer = consumer;
    this.firms = firms;
    income = draft.incomePlace(consumer.name());
  }

  /**
   * The equations of a consumer, written.
   *
   * @param firms by name, those that are written
   */
  static ConsumerPlaces write(Draft draft, Consumer consumer, Map<String, FirmPlaces> firms) {
    return new ConsumerEquations(draft, consumer, firms).write();
  }

  private ConsumerPlaces write() {
    spendable.plus(income).add(1, graph.sum(draft.received(consumer.name())));
    transfers();
    savings();
    var keptGoods = new HashSet<String>();
    for (var port : consumer.wants()) {
      keptGoods.add(want(port) ? port.good() : "");
    }
    for (var endowment : consumer.owns()) {
      if (!keptGoods.contains(endowment.good())) {
        sell(endowment);
      }
    }
    for (var share : consumer.shares()) {
      var firm = firms.get(share.firm());
      if (firm == null) {
        throw new IllegalArgumentException("no firm '" + share.firm() + "'");
      }
      int fraction = draft.amount(share.fraction());
      shares.computeIfAbsent(share.firm(), _ -> new ArrayList<>()).add(fraction);
      draft.income(consumer.name()).plus(graph.product(fraction, firm.profit()));
    }
    return consumer.utility().isPresent() ? spend() : nothing();
  }

  private void transfers() {
    for (var transfer : consumer.transfers()) {
      int money =
          switch (transfer) {
            case Transfer.Money(var amount, _) -> draft.amount(amount);
            case Transfer.Value(var amount, var good, _) ->
                graph.product(draft.amount(amount), draft.price(good));
            case Transfer.OfIncome(var amount, _) -> graph.product(draft.amount(amount), income);
          };
      spendable.minus(money);
    }
  }

  private void savings() {
    for (var saving : consumer.savings()) {
      int money = graph.product(draft.amount(saving.fraction()), income);
      spendable.minus(money);
      int good = draft.good(saving.good());
      int quantity = graph.quotient(money, draft.price(good));
      draft.buy(good, quantity);
      saved.merge(saving.good(), quantity, (a, b) -> graph.sum(new Terms().plus(a).plus(b)));
    }
  }

  private void sell(Endowment endowment) {
    int good = draft.good(endowment.good());
    var gate = Gate.selling(draft, good, endowment.wedges());
    int quantity = draft.amount(endowment.quantity());
    endowments.put(endowment.good(), quantity);
    draft.supply(good, quantity);
    gate.pass(draft, quantity);
    draft.income(consumer.name()).plus(graph.product(gate.price(), quantity));
  }

  /** The price of a wanted good; true if it is one that is owned, with wedges. */
  private boolean want(Firm.Port port) {
    var owned = consumer.owns().stream().filter(e -> e.good().equals(port.good())).findFirst();
    int good = draft.good(port.good());
    var buying = Gate.buying(draft, good, port.wedges());
    if (owned.isEmpty() || owned.get().wedges().isEmpty() && port.wedges().isEmpty()) {
      gates.add(buying);
      kept.add(Optional.empty());
      return false;
    }
    var selling = Gate.selling(draft, good, owned.get().wedges());
    int endowment = draft.amount(owned.get().quantity());
    endowments.put(port.good(), endowment);
    int most = draft.variable(new Condition(Kind.KEPT, consumer.name(), port.good()), 0, 1);
    int gap =
        graph.product(most, graph.sum(new Terms().plus(buying.price()).minus(selling.price())));
    int price = graph.sum(new Terms().plus(selling.price()).plus(gap));
    draft.supply(good, endowment);
    draft.income(consumer.name()).plus(graph.product(selling.price(), endowment));
    spendable.plus(graph.product(gap, endowment));
    gates.add(new Gate(good, price, List.of(), Optional.empty()));
    kept.add(Optional.of(new Kept(endowment, selling, buying, most)));
    return true;
  }

  private ConsumerPlaces nothing() {
    return places(
        graph.sum(spendable),
        new int[0],
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private ConsumerPlaces spend() {
    int money = graph.sum(spendable);
    var utility = consumer.utility().orElseThrow();
    var nest = TechnologyReader.ofUtility(draft.economy().program(), utility);
    var quantities = new int[gates.size()];
    Optional<FirmCode> code = Optional.empty();
    Optional<Integer> worth = Optional.empty();
    Optional<Integer> unitCost = Optional.empty();
    if (nest.isPresent()) {
      nest.get().frozen().forEach(draft::freeze);
      var nesting = Nesting.of(draft, nest.get().nest(), input -> gates.get(input).price());
      int level = graph.quotient(money, nesting.cost());
      java.util.Arrays.fill(quantities, draft.constant(0));
      unitCost = Optional.of(nesting.cost());
      worth = nest.get().utility().map(form -> utility(form, level));
      nesting.use(level, (input, quantity) -> quantities[input] = quantity);
    } else {
      code = Optional.of(code(utility, money, quantities));
    }
    for (int i = 0; i < quantities.length; i++) {
      buy(i, quantities[i]);
    }
    return places(money, quantities, nest, worth, unitCost, code);
  }

  private int utility(OfNest form, int level) {
    int power =
        form.degree().equals(Datum.ONE)
            ? level
            : graph.add(Elementary.POWER, level, draft.datum(form.degree()));
    return graph.product(draft.datum(form.scale()), power);
  }

  private ConsumerPlaces places(
      int money,
      int[] quantities,
      Optional<Preference> nest,
      Optional<Integer> utility,
      Optional<Integer> unitCost,
      Optional<FirmCode> code) {
    return new ConsumerPlaces(
        consumer,
        income,
        money,
        gates,
        quantities,
        endowments,
        shares,
        saved,
        nest,
        utility,
        unitCost,
        code);
  }

  private void buy(int i, int quantity) {
    var gate = gates.get(i);
    draft.buy(gate.good(), quantity);
    if (kept.get(i).isEmpty()) {
      gate.pass(draft, quantity);
      return;
    }
    var own = kept.get(i).get();
    int left = graph.sum(new Terms().plus(own.endowment).minus(quantity));
    int over = graph.sum(new Terms().plus(quantity).minus(own.endowment));
    own.selling.pass(draft, graph.positivePart(left));
    own.buying.pass(draft, graph.positivePart(over));
    draft.row(own.most, new Terms().plus(own.endowment).minus(quantity));
  }

  /** Marginal utility is at most the marginal utility of income times the price. */
  private FirmCode code(String utility, int money, int[] quantities) {
    var firm =
        new Firm(
            consumer.name(),
            List.of(new Firm.Port("utility", "utility", consumer.place())),
            consumer.wants(),
            List.of(),
            utility,
            List.of(),
            java.util.OptionalDouble.empty(),
            consumer.place());
    var model = draft.model(firm);
    int worth =
        draft.variable(
            new Condition(Kind.BUDGET, consumer.name(), ""), 0, Double.POSITIVE_INFINITY);
    var plan = FirmCode.write(draft, model, new int[] {draft.constant(1)});
    var left = new Terms().plus(money);
    for (int i = 0; i < quantities.length; i++) {
      quantities[i] = plan.plan()[i];
      int price = gates.get(i).price();
      draft.row(
          quantities[i], new Terms().plus(graph.product(worth, price)).minus(plan.gradient() + i));
      left.minus(graph.product(price, quantities[i]));
    }
    draft.row(worth, left);
    return plan;
  }
}
