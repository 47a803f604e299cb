package dev.costate.dynamics.measure;

import dev.costate.dynamics.law.Dynamics;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import java.util.Optional;

/**
 * A number that a theorem says falls from round to round, or stays, as long as steps are small.
 * Known are three:
 *
 * <ul>
 *   <li>where excess demand is minus the gradient of a convex function, plain tatonnement comes
 *       closer to every equilibrium;
 *   <li>in pure exchange it keeps the sum of the squares of prices, by Walras' law sum p z = 0;
 *   <li>where all goods are gross substitutes, prices that move with the sign of their excess
 *       demand have a falling range of ln(p / p*) (Arrow, Block and Hurwicz 1959).
 * </ul>
 */
public sealed interface Lyapunov {
  /** What it is, in words. */
  String name();

  /** What the theorem says of it, in words. */
  String claim();

  double at(Reading reading);

  /** The one of a dynamics on a market; empty where theory has none. */
  static Optional<Lyapunov> of(Dynamics dynamics, Economy economy, Equilibrium equilibrium) {
    return switch (dynamics.theory()) {
      case NONE -> Optional.empty();
      case PLAIN -> {
        if (GrossSubstitutes.isPureExchange(economy)) {
          yield Optional.of(new Squares());
        }
        yield Alignment.obstacle(economy).isEmpty()
            ? Optional.of(new DistanceOfPrices(economy, equilibrium))
            : Optional.empty();
      }
      case LOGARITHMIC ->
          GrossSubstitutes.isKnown(economy)
              ? Optional.of(new Range(equilibrium))
              : Optional.empty();
    };
  }

  /** Of goods whose price is not fixed. */
  record DistanceOfPrices(Economy economy, Equilibrium equilibrium) implements Lyapunov {
    @Override
    public String name() {
      return "the sum of the squares of p - p*";
    }

    @Override
    public String claim() {
      return "falls while steps are small, as excess demand is minus the gradient of a convex function";
    }

    @Override
    public double at(Reading reading) {
      double sum = 0;
      for (int g = 0; g < reading.goods().size(); g++) {
        if (economy.goods().get(g).fixedPrice().isEmpty()) {
          var good = reading.goods().get(g);
          sum += Math.pow(good.price() - equilibrium.price(good.good()), 2);
        }
      }
      return sum;
    }
  }

  /** Of all prices. */
  record Squares() implements Lyapunov {
    @Override
    public String name() {
      return "the sum of the squares of prices";
    }

    @Override
    public String claim() {
      return "stays, but for the square of the step, by Walras' law";
    }

    @Override
    public double at(Reading reading) {
      return reading.goods().stream().mapToDouble(good -> good.price() * good.price()).sum();
    }
  }

  /** Prices are relative, so that the largest less the smallest counts. */
  record Range(Equilibrium equilibrium) implements Lyapunov {
    @Override
    public String name() {
      return "the range of ln(p / p*)";
    }

    @Override
    public String claim() {
      return "falls while steps are small, as all goods are gross substitutes";
    }

    @Override
    public double at(Reading reading) {
      var logs =
          reading.goods().stream()
              .mapToDouble(good -> Math.log(good.price() / equilibrium.price(good.good())))
              .summaryStatistics();
      return logs.getMax() - logs.getMin();
    }
  }
}
