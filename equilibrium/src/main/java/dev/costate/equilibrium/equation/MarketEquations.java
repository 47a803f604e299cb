package dev.costate.equilibrium.equation;

import dev.costate.economy.Amount;
import dev.costate.economy.Consumer.Transfer;
import dev.costate.economy.Economy;
import dev.costate.economy.Good;
import dev.costate.economy.Reading;
import dev.costate.economy.Trade;
import dev.costate.economy.Wedge;
import dev.costate.equilibrium.condition.Condition;
import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.graph.Equations;
import dev.costate.equilibrium.graph.Terms;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All equations of a market, and where everything stands in them. */
public final class MarketEquations {
  private final Economy economy;
  private final Draft draft;
  private final Map<String, FirmPlaces> firms = new LinkedHashMap<>();
  private final Map<String, ConsumerPlaces> consumers = new LinkedHashMap<>();
  private final Map<String, Integer> taxes = new LinkedHashMap<>();
  private final List<Border> borders;
  private final Equations equations;

  private MarketEquations(Draft draft) {
    this.draft = draft;
    economy = draft.economy();
    prices();
    economy.consumers().forEach(c -> draft.incomeVariables().put(c.name(), income(c.name())));
    economy.unknowns().forEach(u -> draft.unknowns().put(u.name(), unknown(u)));
    readings();
    borders = OutsideEquations.write(draft);
    economy.firms().forEach(firm -> firms.put(firm.name(), FirmEquations.write(draft, firm)));
    received();
    economy
        .consumers()
        .forEach(c -> consumers.put(c.name(), ConsumerEquations.write(draft, c, firms)));
    readingRows();
    incomeRows();
    unknownRows();
    marketRows();
    economy
        .consumers()
        .forEach(c -> taxes.put(c.name(), draft.graph().sum(draft.levied(c.name()))));
    equations = draft.equations();
  }

  /**
   * @throws dev.costate.differentiation.NotDifferentiable if some code has no derivative
   */
  public static MarketEquations of(Economy economy) {
    return of(economy, new SettledData());
  }

  static MarketEquations of(Economy economy, DataPlaces data) {
    return new MarketEquations(new Draft(economy, data));
  }

  private void prices() {
    for (int g = 0; g < economy.goods().size(); g++) {
      var good = economy.goods().get(g);
      var fixed = good.fixedPrice();
      double least = good.disposal() == Good.Disposal.FREE ? 0 : Double.NEGATIVE_INFINITY;
      draft.price(
          g,
          fixed.isPresent()
              ? draft.parameter(good.name() + ".price", fixed.get().price())
              : draft.variable(
                  new Condition(Kind.MARKET, good.name(), ""), least, Double.POSITIVE_INFINITY));
    }
  }

  private int free(Kind kind, String subject, String detail) {
    return draft.variable(
        new Condition(kind, subject, detail), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  private int income(String consumer) {
    return free(Kind.INCOME, consumer, "");
  }

  private int unknown(dev.costate.economy.Unknown unknown) {
    int place =
        draft.variable(
            new Condition(Kind.UNKNOWN, unknown.name(), ""), unknown.lower(), unknown.upper());
    draft.bounds(place, unknown.name());
    return place;
  }

  /** A variable for each quantity and level that some expression reads. */
  private void readings() {
    for (var reading : allReadings()) {
      switch (reading) {
        case Reading.Quantity(var good) ->
            draft.quantities().put(good, free(Kind.READING, good, "quantity"));
        case Reading.Level(var firm) -> draft.levels().put(firm, free(Kind.READING, firm, "level"));
        case Reading.Price _, Reading.Income _, Reading.UnknownValue _, Reading.OfAnswer _ -> {}
      }
    }
  }

  private Set<Reading> allReadings() {
    var all = new LinkedHashSet<Reading>();
    amounts()
        .forEach(amount -> {
          if (amount instanceof Amount.Computed(_, _, var readings)) {
            all.addAll(readings);
          }
        });
    return all;
  }

  /** Whether an expression reads a price or an income, which then are in units of the numeraire. */
  private boolean readsMoney() {
    return allReadings().stream()
        .anyMatch(r -> r instanceof Reading.Price || r instanceof Reading.Income);
  }

  private Stream<Amount> amounts() {
    var ports = economy.firms().stream().flatMap(firm -> firm.ports().stream());
    var wanted = economy.consumers().stream().flatMap(c -> c.wants().stream());
    var wedges =
        Stream.concat(
            Stream.concat(ports, wanted).flatMap(port -> port.wedges().stream()),
            economy.consumers().stream()
                .flatMap(c -> c.owns().stream())
                .flatMap(e -> e.wedges().stream()));
    var owned =
        economy.consumers().stream()
            .flatMap(c ->
                Stream.of(
                        c.owns().stream().map(e -> e.quantity()),
                        c.shares().stream().map(s -> s.fraction()),
                        c.transfers().stream().map(Transfer::amount),
                        c.savings().stream().map(s -> s.fraction()))
                    .flatMap(s -> s));
    var sides = economy.unknowns().stream().flatMap(u -> Stream.of(u.left(), u.right()));
    return Stream.of(wedges.map(Wedge::rate), owned, sides).flatMap(s -> s);
  }

  /** What each consumer receives from the transfers of others, before anybody spends. */
  private void received() {
    for (var payer : economy.consumers()) {
      int income = draft.incomePlace(payer.name());
      for (var transfer : payer.transfers()) {
        int amount = draft.amount(transfer.amount());
        int money =
            switch (transfer) {
              case Transfer.Money _ -> amount;
              case Transfer.Value(_, var good, _) ->
                  draft.graph().product(amount, draft.price(good));
              case Transfer.OfIncome _ -> draft.graph().product(amount, income);
            };
        draft.received(transfer.to()).plus(money);
      }
    }
  }

  private void readingRows() {
    draft
        .quantities()
        .forEach((good, place) -> {
          var terms = new Terms().plus(place);
          var all = draft.purchases(draft.good(good));
          for (int k = 0; k < all.size(); k++) {
            terms.add(-all.coefficient(k), all.place(k));
          }
          draft.row(place, terms);
        });
    draft
        .levels()
        .forEach((firm, place) -> {
          var places = firms.get(firm);
          if (places == null) {
            throw new IllegalArgumentException("no firm '" + firm + "'");
          }
          draft.row(place, new Terms().plus(place).minus(places.made()[0]));
        });
  }

  private void incomeRows() {
    for (var consumer : economy.consumers()) {
      int place = draft.incomePlace(consumer.name());
      var terms = new Terms().plus(place);
      var parts = draft.income(consumer.name());
      for (int k = 0; k < parts.size(); k++) {
        terms.add(-parts.coefficient(k), parts.place(k));
      }
      draft.row(place, terms);
    }
  }

  private void unknownRows() {
    for (var unknown : economy.unknowns()) {
      int place = draft.unknownPlace(unknown.name());
      draft.row(
          place,
          new Terms().plus(draft.amount(unknown.left())).minus(draft.amount(unknown.right())),
          flows(unknown));
    }
  }

  /** What the incomes that a condition reads are made of: it may compare a small net with 0. */
  private Terms flows(dev.costate.economy.Unknown unknown) {
    var flows = new Terms();
    for (var side : List.of(unknown.left(), unknown.right())) {
      if (side instanceof Amount.Computed(_, _, var readings)) {
        for (var reading : readings) {
          if (reading instanceof Reading.Income(var consumer)) {
            var parts = draft.income(consumer);
            for (int k = 0; k < parts.size(); k++) {
              flows.plus(parts.place(k));
            }
          }
        }
      }
    }
    return flows;
  }

  /**
   * Excess supply, complementary to the price. In a closed market the prices sum to their number
   * or, where some expression reads money, that of the numeraire is 1; the variable of that
   * condition stands in each market, and is 0 by Walras' law: the sum of price times excess supply
   * is that of price times the variable.
   */
  private void marketRows() {
    boolean closed = economy.isClosed();
    int slack = closed ? free(Kind.PRICE_LEVEL, "", "") : -1;
    var level = new Terms();
    int count = 0;
    for (int g = 0; g < economy.goods().size(); g++) {
      if (economy.goods().get(g).fixedPrice().isPresent()) {
        continue;
      }
      count++;
      var terms = draft.excess(g);
      if (closed) {
        terms.plus(slack);
        level.minus(draft.price(g));
      }
      draft.row(draft.price(g), terms);
    }
    if (closed) {
      draft.row(
          slack,
          economy.numeraire().isPresent() && readsMoney()
              ? new Terms().plus(draft.constant(1)).minus(draft.price(economy.numeraire().get()))
              : level.plus(draft.constant(count)));
    }
  }

  /**
   * A trade with the world outside.
   *
   * @param sign 1 for what comes in
   * @param price the place of what outsiders ask or pay for it
   */
  public record Border(int good, int quantity, int sign, Trade trade, int price) {}

  public Economy economy() {
    return economy;
  }

  public Equations equations() {
    return equations;
  }

  /** What each variable and its condition is. */
  public List<Condition> conditions() {
    return draft.conditions();
  }

  /** The lower bound of each variable. */
  public double[] lower() {
    return draft.lower();
  }

  /** The upper bound of each variable. */
  public double[] upper() {
    return draft.upper();
  }

  /** The index of the variable that stands at a place. */
  public int variable(int place) {
    return equations.graph().inputAt(place);
  }

  /** The place of a good's market price. */
  public int price(int good) {
    return draft.price(good);
  }

  /** The index of a good. */
  public int good(String name) {
    return draft.good(name);
  }

  /** The variable of each good's market; negative where the price is fixed. */
  int[] marketVariables() {
    var variables = new int[economy.goods().size()];
    int next = 0;
    for (int g = 0; g < variables.length; g++) {
      variables[g] = economy.goods().get(g).fixedPrice().isPresent() ? -1 : next++;
    }
    return variables;
  }

  /** The terms of a good's excess supply. */
  public Terms excess(int good) {
    return draft.excess(good);
  }

  /** Where each firm stands, by name. */
  public Map<String, FirmPlaces> firms() {
    return Collections.unmodifiableMap(firms);
  }

  /** Where each consumer stands, by name. */
  public Map<String, ConsumerPlaces> consumers() {
    return Collections.unmodifiableMap(consumers);
  }

  /** The place of what each consumer receives from wedges. */
  public Map<String, Integer> taxes() {
    return Collections.unmodifiableMap(taxes);
  }

  /** The place of each unknown. */
  public Map<String, Integer> unknowns() {
    return Collections.unmodifiableMap(draft.unknowns());
  }

  /** The trades with the world outside, except at fixed prices. */
  public List<Border> borders() {
    return borders;
  }

  /** What is brought to the market of a good and what is taken, at the point evaluated last. */
  public double trade(int good) {
    var terms = draft.excess(good);
    double sum = 0;
    for (int k = 0; k < terms.size(); k++) {
      sum += Math.abs(terms.coefficient(k) * equations.graph().value(terms.place(k)));
    }
    return sum;
  }

  /** What is brought to the market of a good less what is taken, at the point evaluated last. */
  public double excessSupply(int good) {
    var terms = draft.excess(good);
    double sum = 0;
    for (int k = 0; k < terms.size(); k++) {
      sum += terms.coefficient(k) * equations.graph().value(terms.place(k));
    }
    return sum;
  }
}
