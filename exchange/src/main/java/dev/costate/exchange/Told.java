package dev.costate.exchange;

import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Message;
import java.util.List;

/**
 * What the exchange tells a firm outside in a round: the prices of its own goods, what was
 * delivered to it and what it was paid.
 *
 * @param session how often the firm has taken its place; an answer has to name it
 * @param epoch of the exchange, which is another after every change of the market
 * @param round that an answer has to name
 */
public record Told(Address firm, long session, long epoch, long round, List<Message> messages) {
  public Told {
    messages = List.copyOf(messages);
  }
}
