package dev.costate.equilibrium;

import dev.costate.economy.Economy;
import dev.costate.economy.Unknown;
import dev.costate.equilibrium.equation.MarketEquations;
import dev.costate.equilibrium.equation.StartingPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * The unknowns of a market that may be any number, which says nothing about where to look for them.
 */
record BoundlessUnknowns(List<Unknown> unknowns) {
  /** Where all begin if nothing is found from 0. */
  private static final double[] VALUES = {1, 0.1, -1, 10};

  /** Then from as many values of several sizes, each from its own. */
  private static final int SCATTERED = 12;

  private static final double SCATTER = 3;
  private static final long SEED = 1985;

  BoundlessUnknowns {
    unknowns = List.copyOf(unknowns);
  }

  static BoundlessUnknowns of(Economy economy) {
    return new BoundlessUnknowns(
        economy.unknowns().stream()
            .filter(u -> Double.isInfinite(u.lower()) && Double.isInfinite(u.upper()))
            .toList());
  }

  /** What to do about them if nothing is found; empty if all unknowns have bounds. */
  String hint() {
    var names = unknowns.stream().map(Unknown::name).toList();
    return names.isEmpty()
        ? ""
        : "%s may be any number, also one that makes no sense here: give it bounds (unknown %s in 0..1: … >= …)"
            .formatted("'" + String.join("' and '", names) + "'", names.getFirst());
  }

  /** Where else a search may begin; nowhere if all unknowns have bounds. */
  List<double[]> starts(StartingPoint typical, MarketEquations market) {
    var starts = new ArrayList<double[]>();
    if (unknowns.isEmpty()) {
      return starts;
    }
    for (double value : VALUES) {
      typical.withUnknowns(value).in(market).ifPresent(starts::add);
    }
    var random = new Random(SEED);
    for (int k = 0; k < SCATTERED; k++) {
      typical
          .withUnknowns(1)
          .in(market)
          .ifPresent(point -> starts.add(scattered(point, market, random)));
    }
    return starts;
  }

  private double[] scattered(double[] point, MarketEquations market, Random random) {
    for (var unknown : unknowns) {
      int place = Objects.requireNonNull(market.unknowns().get(unknown.name()));
      point[market.variable(place)] = Math.exp(SCATTER * random.nextGaussian());
    }
    return point;
  }
}
