package dev.costate.exchange;

import dev.costate.dynamics.protocol.MarketState;
import dev.costate.dynamics.protocol.Message;

/**
 * What has passed between a firm outside and the markets of its goods so far, by port, in grains:
 * all that a firm which has lost its memory needs to go on.
 *
 * @param accepted taken in from the firm
 * @param collected money taken in from the firm
 * @param delivered sent to the firm
 * @param charged money charged for that
 * @param paid money sent to the firm
 */
@SuppressWarnings("ArrayRecordComponent")
public record Totals(
    long[] accepted, long[] collected, long[] delivered, long[] charged, long[] paid) {
  static Totals nothing(int ports) {
    return new Totals(
        new long[ports], new long[ports], new long[ports], new long[ports], new long[ports]);
  }

  void read(int port, MarketState market, int link) {
    accepted[port] = market.accepted()[link];
    collected[port] = market.collected()[link];
    delivered[port] = market.delivered()[link];
    charged[port] = market.charged()[link];
    paid[port] = market.paid()[link];
  }

  /** What has arrived, and not yet been taken in. */
  void add(Message message) {
    switch (message) {
      case Message.Shipped shipped ->
          accepted[shipped.port()] = Math.max(accepted[shipped.port()], shipped.total());
      case Message.Paid money ->
          collected[money.port()] = Math.max(collected[money.port()], money.total());
      case Message.Order _, Message.Claim _, Message.Quote _ -> {}
    }
  }

  long accepted(int port) {
    return accepted[port];
  }

  long collected(int port) {
    return collected[port];
  }
}
