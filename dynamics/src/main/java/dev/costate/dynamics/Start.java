package dev.costate.dynamics;

import dev.costate.equilibrium.Equilibrium;
import java.util.List;

/** Where a run begins. */
public sealed interface Start {
  /**
   * At the prices and levels that the file gives as starts, or else at typical ones; without
   * stocks.
   */
  record Usual() implements Start {}

  /**
   * At an equilibrium, with every firm's inputs in its stock.
   *
   * @param priceFactors by good in the order of the market, what its price is multiplied by; none
   *     for the prices themselves
   */
  record At(Equilibrium equilibrium, List<Double> priceFactors) implements Start {
    public At {
      priceFactors = List.copyOf(priceFactors);
    }

    public At(Equilibrium equilibrium) {
      this(equilibrium, List.of());
    }
  }
}
