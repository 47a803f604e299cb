package dev.costate.equilibrium.equation;

import dev.costate.economy.Amount;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.condition.FirmModel;
import dev.costate.equilibrium.condition.KinkRule;
import dev.costate.equilibrium.condition.Lifted;
import dev.costate.equilibrium.graph.Graph;
import dev.costate.equilibrium.technology.Datum;
import dev.costate.equilibrium.technology.Index;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The numbers of a market as constants. */
final class SettledData implements DataPlaces {
  private final Map<Double, Integer> constants = new HashMap<>();

  @Override
  public int number(Graph.Builder graph, String name, double value) {
    // A place of its own: a price that is fixed at 1 is not the number 1.
    return graph.constant(value);
  }

  @Override
  public int datum(Graph.Builder graph, Datum datum) {
    return constants.computeIfAbsent(datum.value(), graph::constant);
  }

  @Override
  public int index(Graph.Builder graph, Index index, int... prices) {
    return graph.add(index.settled(), prices);
  }

  @Override
  public boolean isNothing(Amount amount) {
    return amount.isZero();
  }

  @Override
  public Lifted lifted(Economy economy, String function, Set<String> unknowns) {
    return Lifted.of(economy.program(), function, unknowns);
  }

  @Override
  public FirmModel model(Economy economy, Firm agent, Set<String> unknowns) {
    return FirmModel.of(economy.program(), agent, KinkRule.GENEROUS, unknowns);
  }

  @Override
  public void freeze(Graph.Builder graph, Datum datum) {}

  @Override
  public void rest(Graph.Builder graph) {}

  @Override
  public void lowerBound(int place, String name) {}

  @Override
  public void upperBound(int place, String name) {}
}
