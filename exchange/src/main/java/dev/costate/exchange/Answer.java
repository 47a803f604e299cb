package dev.costate.exchange;

import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Message;
import java.util.List;

/**
 * What a firm outside answers: what it would buy and sell, what it ships and what it pays.
 *
 * @param session in which it was told the prices
 * @param epoch of the prices that it answers
 * @param round of the prices that it answers
 */
public record Answer(Address firm, long session, long epoch, long round, List<Message> messages) {
  public Answer {
    messages = List.copyOf(messages);
  }
}
