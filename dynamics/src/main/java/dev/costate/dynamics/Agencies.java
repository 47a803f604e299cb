package dev.costate.dynamics;

import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.protocol.Agents;
import dev.costate.dynamics.response.Conducts;
import dev.costate.dynamics.response.Sizes;
import dev.costate.economy.Economy;

/** The agents of a market, for whoever runs them otherwise than a {@link Simulation} does. */
public final class Agencies {
  /**
   * Typical magnitudes of a market, by which its agents count and start. Agents that trade with
   * each other must have the same.
   *
   * @param price money per unit
   * @param quantity in units
   */
  public record Scale(double price, double quantity) {}

  private Agencies() {}

  /** From the numbers that a market states. */
  public static Scale scale(Economy economy) {
    var sizes = Conducts.sizes(economy);
    return new Scale(sizes.price(), sizes.quantity());
  }

  /**
   * The agents of a market.
   *
   * @throws IllegalArgumentException if agents cannot act with what they know (see {@link
   *     Simulation#obstacle})
   */
  public static Agents agents(Economy economy, Dynamics dynamics, Scale scale) {
    return Conducts.agents(economy, dynamics, new Sizes(scale.price(), scale.quantity()));
  }
}
