package dev.costate.dynamics.schedule;

import dev.costate.dynamics.protocol.Agents;
import dev.costate.dynamics.protocol.MarketState;
import dev.costate.dynamics.protocol.TraderState;
import java.util.Arrays;

/**
 * Adds up all holdings: of each good and of money, what all have and what is in transit is what
 * there was at first, with what was made, owned and brought, without what was used, taken and
 * thrown away.
 */
public final class Audit {
  private Audit() {}

  /** Grains came from nowhere or went nowhere. */
  public static final class Imbalance extends IllegalStateException {
    private static final long serialVersionUID = 1;

    Imbalance(String message) {
      super(message);
    }
  }

  /**
   * @param first the world before the first round
   * @throws Imbalance if a single grain is missing or too many
   */
  public static void check(Agents agents, World first, World now) {
    // Sums may wrap around: they are the same if and only if they are the same modulo 2^64.
    long money = 0;
    for (int m = 0; m < agents.markets().size(); m++) {
      long before = goods(agents, first, m);
      long after = goods(agents, now, m);
      if (before != after) {
        throw new Imbalance(
            "round %d: the grains of '%s' were %d at first and are %d now"
                .formatted(now.round(), agents.markets().get(m).good(), before, after));
      }
      money = money + money(agents, now, m) - money(agents, first, m);
    }
    for (int t = 0; t < agents.traders().size(); t++) {
      money = money + now.traders().get(t).cash() - first.traders().get(t).cash();
    }
    if (money != 0) {
      throw new Imbalance(
          "round %d: there are %d grains of money more than at first"
              .formatted(now.round(), money));
    }
  }

  /** All holdings of a good and what is in transit, less all sources of it. */
  private static long goods(Agents agents, World world, int m) {
    var market = agents.markets().get(m);
    var state = world.markets().get(m);
    var outside = state.outside();
    long sum = Arrays.stream(state.consigned()).sum();
    sum = sum + outside.disposed() + outside.taken() - outside.brought();
    for (int i = 0; i < market.links().size(); i++) {
      var trader = trader(agents, world, market.links().get(i).trader());
      int port = market.links().get(i).port();
      long toMarket = trader.shipped()[port] - state.accepted()[i];
      long fromMarket = state.delivered()[i] - trader.received()[port];
      if (toMarket < 0 || fromMarket < 0) {
        throw new Imbalance("more of '%s' has come than was sent".formatted(market.good()));
      }
      sum = sum + trader.stock()[port] - trader.changed()[port];
      sum = sum + toMarket + fromMarket;
    }
    return sum;
  }

  /** A market's money and what is in transit to and from it, less what outsiders paid in. */
  private static long money(Agents agents, World world, int m) {
    var market = agents.markets().get(m);
    MarketState state = world.markets().get(m);
    long sum = state.cash() + state.outside().paidOut() - state.outside().paidIn();
    for (int i = 0; i < market.links().size(); i++) {
      var trader = trader(agents, world, market.links().get(i).trader());
      int port = market.links().get(i).port();
      sum = sum + trader.paid()[port] - state.collected()[i];
      sum = sum + state.paid()[i] - trader.collected()[port];
    }
    return sum;
  }

  private static TraderState trader(
      Agents agents, World world, dev.costate.dynamics.protocol.Address address) {
    for (int t = 0; t < agents.traders().size(); t++) {
      if (agents.traders().get(t).address().equals(address)) {
        return world.traders().get(t);
      }
    }
    throw new IllegalArgumentException("no trader " + address);
  }
}
