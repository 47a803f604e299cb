package dev.costate.economy;

import java.util.Set;

/** The names that a file declares or uses, by what they name. */
record MarketNames(
    Set<String> goods,
    Set<String> firms,
    Set<String> consumers,
    Set<String> unknowns,
    Set<String> parameters) {
  MarketNames {
    goods = Set.copyOf(goods);
    firms = Set.copyOf(firms);
    consumers = Set.copyOf(consumers);
    unknowns = Set.copyOf(unknowns);
    parameters = Set.copyOf(parameters);
  }
}
