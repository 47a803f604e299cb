package dev.costate.dynamics.protocol;

import java.util.List;

/**
 * The agents of a market.
 *
 * @param traders firms, then consumers, in the order of the market
 * @param markets one for each good, in the order of the market
 * @param herald who broadcasts to all
 */
public record Agents(List<Trader> traders, List<Market> markets, Herald herald) {
  public Agents {
    traders = List.copyOf(traders);
    markets = List.copyOf(markets);
  }
}
