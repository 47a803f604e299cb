package dev.costate.dynamics.schedule;

import dev.costate.dynamics.protocol.Agents;
import dev.costate.dynamics.protocol.Broadcast;
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
 * @param broadcast what all will hear in the next round
 */
public record World(
    long round,
    List<TraderState> traders,
    List<MarketState> markets,
    List<Envelope> underway,
    Broadcast broadcast) {
  public World {
    traders = List.copyOf(traders);
    markets = List.copyOf(markets);
    underway = List.copyOf(underway);
  }

  /** Whether these can be the states of such agents: as many, with as many ports. */
  public boolean fits(Agents agents) {
    boolean fits =
        traders.size() == agents.traders().size() && markets.size() == agents.markets().size();
    for (int t = 0; fits && t < traders.size(); t++) {
      fits = traders.get(t).stock().length == agents.traders().get(t).ports().size();
    }
    for (int m = 0; fits && m < markets.size(); m++) {
      fits = markets.get(m).accepted().length == agents.markets().get(m).links().size();
    }
    return fits;
  }

  /** A message and the round in which it arrives. */
  public record Envelope(Message message, long due) {}
}
