package dev.costate.exchange;

import dev.costate.dynamics.protocol.MarketState;
import dev.costate.dynamics.protocol.Message;
import dev.costate.dynamics.protocol.TraderState;
import java.util.List;

/**
 * What is inside an exchange, after a round.
 *
 * @param traders the firms and consumers that are inside
 * @param mail to those inside, not yet read
 */
public record FloorState(List<TraderState> traders, List<MarketState> markets, List<Message> mail) {
  public FloorState {
    traders = List.copyOf(traders);
    markets = List.copyOf(markets);
    mail = List.copyOf(mail);
  }
}
