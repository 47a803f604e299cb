package dev.costate.equilibrium.equation;

import dev.costate.economy.Amount;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.condition.FirmModel;
import dev.costate.equilibrium.condition.Lifted;
import dev.costate.equilibrium.graph.Graph;
import dev.costate.equilibrium.technology.Datum;
import dev.costate.equilibrium.technology.Index;
import java.util.Set;

/**
 * Where the numbers of a market's file stand in a graph: as constants, while an equilibrium is
 * looked for, or as places that say what depends on them, where it is differentiated.
 */
sealed interface DataPlaces permits SettledData, ParametricData {
  /** The place of a number by its dotted name. */
  int number(Graph.Builder graph, String name, double value);

  /** The place of a number that depends on parameters. */
  int datum(Graph.Builder graph, Datum datum);

  /** The first place of what one unit costs and takes at the prices. */
  int index(Graph.Builder graph, Index index, int... prices);

  /** Whether an amount can be left out. */
  boolean isNothing(Amount amount);

  /** A function with the unknowns of the market and these numbers as further arguments. */
  Lifted lifted(Economy economy, String function, Set<String> unknowns);

  /** The code of an agent, with these numbers and the unknowns of the market as arguments. */
  FirmModel model(Economy economy, Firm agent, Set<String> unknowns);

  /** A number on which it depends what conditions there are. */
  void freeze(Graph.Builder graph, Datum datum);

  /** Places for the numbers of code that no condition reads. */
  void rest(Graph.Builder graph);

  /** The bound of the variable at a place has a name, if a number has this name. */
  void lowerBound(int place, String name);

  void upperBound(int place, String name);
}
