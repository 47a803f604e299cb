package dev.costate.dynamics.measure;

import dev.costate.economy.Amount;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;

/** Goods at an equilibrium, as their markets see them. */
public final class Marketed {
  private Marketed() {}

  /**
   * Purchases of a good through its market: all but what consumers keep of their own because it
   * would be taxed on the way.
   */
  public static double quantity(Economy economy, Equilibrium equilibrium, String good) {
    double quantity = equilibrium.good(good).bought();
    for (var consumer : economy.consumers()) {
      for (var owned : consumer.owns()) {
        boolean isKept =
            owned.good().equals(good)
                && consumer.wants().stream().anyMatch(want -> consumer.isKept(want, owned));
        if (isKept && owned.quantity() instanceof Amount.Known(_, double endowment)) {
          quantity -= Math.min(endowment, equilibrium.consumer(consumer.name()).buys(good));
        }
      }
    }
    return quantity;
  }
}
