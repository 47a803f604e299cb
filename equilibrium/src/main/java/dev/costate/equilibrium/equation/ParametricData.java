package dev.costate.equilibrium.equation;

import dev.costate.economy.Amount;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.condition.FirmModel;
import dev.costate.equilibrium.condition.Lifted;
import dev.costate.equilibrium.condition.Parametrised;
import dev.costate.equilibrium.graph.Elementary;
import dev.costate.equilibrium.graph.Graph;
import dev.costate.equilibrium.graph.ParametricIndex;
import dev.costate.equilibrium.graph.Terms;
import dev.costate.equilibrium.technology.Datum;
import dev.costate.equilibrium.technology.Index;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The numbers of a market as places of their own, so that adjoints can be read there. */
final class ParametricData implements DataPlaces {
  private final Economy economy;

  /** The constants of code. */
  private final Set<String> numbers;

  /** The code of agents where its numbers are constants, by the agent's name. */
  private final Map<String, FirmModel> settled = new HashMap<>();

  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final Map<Datum, Integer> computed = new IdentityHashMap<>();
  private final Map<Integer, String> lower = new LinkedHashMap<>();
  private final Map<Integer, String> upper = new LinkedHashMap<>();
  private final List<Integer> frozen = new ArrayList<>();
  private final Set<String> frozenNames = new LinkedHashSet<>();

  ParametricData(MarketEquations market) {
    economy = market.economy();
    numbers = new LinkedHashSet<>(economy.program().constants().keySet());
    economy.unknowns().forEach(unknown -> numbers.remove(unknown.name()));
    market
        .firms()
        .forEach((name, firm) -> firm.code().ifPresent(code -> settled.put(name, code.model())));
    market
        .consumers()
        .forEach(
            (name, consumer) -> consumer.code().ifPresent(code -> settled.put(name, code.model())));
  }

  /** The place of each number that something may depend on, by its dotted name. */
  Map<String, Integer> places() {
    return places;
  }

  /** The names of lower bounds by the places of their variables. */
  Map<Integer, String> lowerBounds() {
    return lower;
  }

  Map<Integer, String> upperBounds() {
    return upper;
  }

  /** The places of numbers on which it depends what conditions there are. */
  List<Integer> frozen() {
    return frozen;
  }

  /** The parameters that such numbers in code read. */
  Set<String> frozenNames() {
    return frozenNames;
  }

  @Override
  public int number(Graph.Builder graph, String name, double value) {
    return places.computeIfAbsent(name, _ -> graph.constant(value));
  }

  @SuppressWarnings("ReferenceEquality") // One number read twice is one place.
  @Override
  public int datum(Graph.Builder graph, Datum datum) {
    var known = computed.get(datum);
    if (known != null) {
      return known;
    }
    int place =
        switch (datum) {
          case Datum.Number(double value) -> graph.constant(value);
          case Datum.Parameter(var name, double value) -> number(graph, name, value);
          case Datum.Computed(var operator, var left, var right, _) -> {
            int a = datum(graph, left);
            int b = left == right ? a : datum(graph, right);
            yield switch (operator) {
              case PLUS -> graph.sum(new Terms().plus(a).plus(b));
              case TIMES -> graph.product(a, b);
              case OVER -> graph.quotient(a, b);
              case POWER -> graph.add(Elementary.POWER, a, b);
              case LOGARITHM -> graph.add(Elementary.LOGARITHM, a);
              case EXPONENTIAL -> graph.add(Elementary.EXPONENTIAL, a);
            };
          }
        };
    computed.put(datum, place);
    return place;
  }

  @Override
  public int index(Graph.Builder graph, Index index, int... prices) {
    if (index.isPlain()) {
      return graph.add(index.settled(), prices);
    }
    boolean elastic = !index.elasticity().isPlain();
    var data = IntStream.builder();
    IntStream.of(prices).forEach(data::add);
    data.add(datum(graph, index.level()));
    index.weights().forEach(weight -> data.add(datum(graph, weight)));
    index.references().forEach(reference -> data.add(datum(graph, reference)));
    if (elastic) {
      data.add(datum(graph, index.elasticity()));
    }
    return graph.add(
        new ParametricIndex(prices.length, index.elasticity().value(), elastic),
        data.build().toArray());
  }

  @Override
  public boolean isNothing(Amount amount) {
    return false;
  }

  @Override
  public Lifted lifted(Economy market, String function, Set<String> unknowns) {
    return Lifted.of(market.program(), function, unknowns, numbers, frozenNames);
  }

  @Override
  public FirmModel model(Economy market, Firm agent, Set<String> unknowns) {
    var known = settled.get(agent.name());
    if (known == null) {
      throw new IllegalStateException("no code of '" + agent.name() + "'");
    }
    var parametrised = Parametrised.of(market.program(), known, unknowns, numbers);
    frozenNames.addAll(parametrised.frozen());
    return parametrised.model();
  }

  @Override
  public void freeze(Graph.Builder graph, Datum datum) {
    if (!datum.isPlain()) {
      frozen.add(datum(graph, datum));
    }
  }

  @Override
  public void rest(Graph.Builder graph) {
    numbers.forEach(name -> number(graph, name, economy.program().constant(name)));
  }

  @Override
  public void lowerBound(int place, String name) {
    if (economy.parameters().containsKey(name)) {
      lower.put(place, name);
    }
  }

  @Override
  public void upperBound(int place, String name) {
    if (economy.parameters().containsKey(name)) {
      upper.put(place, name);
    }
  }
}
