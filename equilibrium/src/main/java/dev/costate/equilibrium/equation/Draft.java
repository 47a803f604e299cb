package dev.costate.equilibrium.equation;

import dev.costate.economy.Amount;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.condition.Condition;
import dev.costate.equilibrium.condition.FirmModel;
import dev.costate.equilibrium.graph.Equations;
import dev.costate.equilibrium.graph.Graph;
import dev.costate.equilibrium.graph.Terms;
import dev.costate.equilibrium.technology.Datum;
import dev.costate.equilibrium.technology.Index;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Equations while they are written: variables with their conditions, and what adds up where. */
final class Draft {
  private final Economy economy;
  private final DataPlaces data;
  private final Graph.Builder graph = new Graph.Builder();
  private final List<Condition> conditions = new ArrayList<>();
  private final List<Double> lower = new ArrayList<>();
  private final List<Double> upper = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final Map<Integer, Terms> rows = new LinkedHashMap<>();
  private final Map<Integer, Terms> scales = new LinkedHashMap<>();
  private final Map<Double, Integer> constants = new HashMap<>();
  private final Map<String, Integer> goods = new LinkedHashMap<>();
  private final int[] prices;
  private final Terms[] excess;
  private final Terms[] purchases;
  private final Map<String, Terms> incomes = new LinkedHashMap<>();
  private final Map<String, Terms> levied = new LinkedHashMap<>();
  private final Map<String, Terms> received = new LinkedHashMap<>();
  private final Map<String, Integer> incomeVariables = new LinkedHashMap<>();
  private final Map<String, Integer> unknowns = new LinkedHashMap<>();
  private final Map<String, Integer> levels = new LinkedHashMap<>();
  private final Map<String, Integer> quantities = new LinkedHashMap<>();

  Draft(Economy economy, DataPlaces data) {
    this.economy = economy;
    this.data = data;
    int count = economy.goods().size();
    prices = new int[count];
    excess = new Terms[count];
    purchases = new Terms[count];
    for (int g = 0; g < count; g++) {
      goods.put(economy.goods().get(g).name(), g);
      excess[g] = new Terms();
      purchases[g] = new Terms();
    }
    for (var consumer : economy.consumers()) {
      incomes.put(consumer.name(), new Terms());
      received.put(consumer.name(), new Terms());
    }
  }

  Economy economy() {
    return economy;
  }

  Graph.Builder graph() {
    return graph;
  }

  /** A new variable and the place of its value; its row is to be given. */
  int variable(Condition condition, double least, double most) {
    int place = graph.input();
    conditions.add(condition);
    lower.add(least);
    upper.add(most);
    places.add(place);
    return place;
  }

  /** The condition of the variable at a place. */
  void row(int place, Terms terms) {
    row(place, terms, new Terms());
  }

  /** The condition of the variable at a place, judged besides by the magnitude of other terms. */
  void row(int place, Terms terms, Terms scale) {
    rows.put(place, terms);
    scales.put(place, scale);
  }

  /** The place of a number that is the same in every market. */
  int constant(double value) {
    return constants.computeIfAbsent(value, graph::constant);
  }

  /** The place of a number of the file by its dotted name. */
  int parameter(String name, double value) {
    return data.number(graph, name, value);
  }

  /** The place of a number of a technology. */
  int datum(Datum datum) {
    return datum.isPlain() ? constant(datum.value()) : data.datum(graph, datum);
  }

  /** Adds so much of a place. */
  void add(Terms terms, Datum coefficient, int place) {
    if (coefficient.isPlain()) {
      terms.add(coefficient.value(), place);
    } else {
      terms.plus(graph.product(datum(coefficient), place));
    }
  }

  /** The first place of what one unit of a nest costs and takes. */
  int index(Index index, int... prices) {
    return data.index(graph, index, prices);
  }

  /** A number on which it depends what conditions there are. */
  void freeze(Datum datum) {
    data.freeze(graph, datum);
  }

  /** The bounds of the variable at a place are numbers {@code name.from} and {@code name.to}. */
  void bounds(int place, String name) {
    data.lowerBound(place, name + ".from");
    data.upperBound(place, name + ".to");
  }

  void upperBound(int place, String name) {
    data.upperBound(place, name);
  }

  /** Whether a wedge of this rate can be left out. */
  boolean isNothing(Amount rate) {
    return data.isNothing(rate);
  }

  /** The index of a good. */
  int good(String name) {
    var index = goods.get(name);
    if (index == null) {
      throw new IllegalArgumentException("no good '" + name + "'");
    }
    return index;
  }

  int price(int good) {
    return prices[good];
  }

  int price(String good) {
    return prices[good(good)];
  }

  void price(int good, int place) {
    prices[good] = place;
  }

  Terms excess(int good) {
    return excess[good];
  }

  /** Something brings a quantity of a good. */
  void supply(int good, int quantity) {
    excess[good].plus(quantity);
  }

  /** Somebody buys a quantity of a good. */
  void buy(int good, int quantity) {
    excess[good].minus(quantity);
    purchases[good].plus(quantity);
  }

  Terms purchases(int good) {
    return purchases[good];
  }

  /** What adds up to a consumer's income before transfers and saving. */
  Terms income(String consumer) {
    var terms = incomes.get(consumer);
    if (terms == null) {
      throw new IllegalArgumentException("no consumer '" + consumer + "'");
    }
    return terms;
  }

  /** What a consumer receives from wedges, part of its income. */
  Terms levied(String consumer) {
    return levied.computeIfAbsent(consumer, _ -> new Terms());
  }

  /** The transfers that a consumer receives. */
  Terms received(String consumer) {
    var terms = received.get(consumer);
    if (terms == null) {
      throw new IllegalArgumentException("no consumer '" + consumer + "'");
    }
    return terms;
  }

  Map<String, Integer> incomeVariables() {
    return incomeVariables;
  }

  /** The place of a consumer's income. */
  int incomePlace(String consumer) {
    return known(incomeVariables, consumer);
  }

  /** The place of an unknown. */
  int unknownPlace(String unknown) {
    return known(unknowns, unknown);
  }

  Map<String, Integer> unknowns() {
    return unknowns;
  }

  /** Variables that stand for a firm's level where something reads it. */
  Map<String, Integer> levels() {
    return levels;
  }

  /** Variables that stand for all purchases of a good where something reads them. */
  Map<String, Integer> quantities() {
    return quantities;
  }

  /** The place of an amount. */
  int amount(Amount amount) {
    return switch (amount) {
      case Amount.Known(var name, double value) -> parameter(name, value);
      case Amount.Computed(_, var function, var readings) ->
          code(function, readings.stream().mapToInt(this::reading).toArray());
    };
  }

  /** The place of what a function of numbers gives; it may read unknowns and numbers besides. */
  int code(String function, int... arguments) {
    var lifted = data.lifted(economy, function, unknowns.keySet());
    var all =
        IntStream.concat(
            IntStream.of(arguments), lifted.unknowns().stream().mapToInt(this::placeOf));
    return graph.add(CodeStep.of(lifted.program(), function), all.toArray());
  }

  /** The place of what code reads by a name: an unknown or a number. */
  int placeOf(String name) {
    var unknown = unknowns.get(name);
    return unknown != null ? unknown : parameter(name, economy.program().constant(name));
  }

  /** The code of an agent, which may read unknowns and numbers besides. */
  FirmModel model(Firm agent) {
    return data.model(economy, agent, unknowns.keySet());
  }

  private int reading(dev.costate.economy.Reading reading) {
    return switch (reading) {
      case dev.costate.economy.Reading.UnknownValue(var name) -> known(unknowns, name);
      case dev.costate.economy.Reading.Price(var good) -> price(good);
      case dev.costate.economy.Reading.Quantity(var good) -> known(quantities, good);
      case dev.costate.economy.Reading.Income(var consumer) -> known(incomeVariables, consumer);
      case dev.costate.economy.Reading.Level(var firm) -> known(levels, firm);
      case dev.costate.economy.Reading.OfAnswer other ->
          throw new IllegalArgumentException("no condition reads " + other);
    };
  }

  private static int known(Map<String, Integer> places, String name) {
    var place = places.get(name);
    if (place == null) {
      throw new IllegalStateException("nothing stands for '" + name + "'");
    }
    return place;
  }

  /** How many variables there are so far. */
  int variables() {
    return conditions.size();
  }

  List<Condition> conditions() {
    return conditions;
  }

  double[] lower() {
    return lower.stream().mapToDouble(Double::doubleValue).toArray();
  }

  double[] upper() {
    return upper.stream().mapToDouble(Double::doubleValue).toArray();
  }

  Equations equations() {
    data.rest(graph);
    var inOrder = places.stream().map(rows::get).toList();
    var scalesInOrder = places.stream().map(scales::get).toList();
    return new Equations(graph.build(), inOrder, scalesInOrder);
  }
}
