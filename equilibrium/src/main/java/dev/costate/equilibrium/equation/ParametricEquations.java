package dev.costate.equilibrium.equation;

import dev.costate.equilibrium.graph.Graph;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The conditions of a market as functions of its numbers besides: the same variables in the same
 * order as where these are constants.
 */
public final class ParametricEquations {
  private final MarketEquations market;
  private final ParametricData data;

  private ParametricEquations(MarketEquations market, ParametricData data) {
    this.market = market;
    this.data = data;
  }

  /**
   * The conditions of a market with its numbers as places.
   *
   * @throws dev.costate.differentiation.NotDifferentiable if code has no derivative with respect to
   *     numbers that it reads
   */
  public static ParametricEquations of(MarketEquations settled) {
    var data = new ParametricData(settled);
    var market = MarketEquations.of(settled.economy(), data);
    if (!market.conditions().equals(settled.conditions())) {
      throw new IllegalStateException("the conditions depend on what their numbers are called");
    }
    return new ParametricEquations(market, data);
  }

  public MarketEquations market() {
    return market;
  }

  public Graph graph() {
    return market.equations().graph();
  }

  /** The place of each number that something may depend on, by its dotted name. */
  public Map<String, Integer> places() {
    return Collections.unmodifiableMap(data.places());
  }

  /** The names of the numbers that are lower bounds, by variable. */
  public Map<Integer, String> lowerBounds() {
    return byVariable(data.lowerBounds());
  }

  /** The names of the numbers that are upper bounds, by variable. */
  public Map<Integer, String> upperBounds() {
    return byVariable(data.upperBounds());
  }

  private Map<Integer, String> byVariable(Map<Integer, String> byPlace) {
    var names = new LinkedHashMap<Integer, String>();
    byPlace.forEach((place, name) -> names.put(market.variable(place), name));
    return names;
  }

  /** The places of numbers that must stay as they are for these to be the conditions. */
  public List<Integer> frozen() {
    return Collections.unmodifiableList(data.frozen());
  }

  /** The parameters of such numbers in code. */
  public Set<String> frozenNames() {
    return Collections.unmodifiableSet(data.frozenNames());
  }
}
