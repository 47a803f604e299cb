package dev.costate.dynamics.schedule;

import dev.costate.dynamics.protocol.MarketState;
import dev.costate.dynamics.protocol.Message;
import dev.costate.dynamics.protocol.TraderState;
import java.util.List;

/**
 * Everything there is after a round.
 *
 * @param round how many rounds have passed
 * @param traders in the order of the agents
 * @param markets in the order of the agents
 * @param underway messages that have not arrived
 */
public record World(
    long round, List<TraderState> traders, List<MarketState> markets, List<Envelope> underway) {
  public World {
    traders = List.copyOf(traders);
    markets = List.copyOf(markets);
    underway = List.copyOf(underway);
  }

  /** A message and the round in which it arrives. */
  public record Envelope(Message message, long due) {}
}
