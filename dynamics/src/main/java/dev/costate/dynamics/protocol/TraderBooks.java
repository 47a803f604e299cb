package dev.costate.dynamics.protocol;

import dev.costate.dynamics.protocol.Message.Claim;
import dev.costate.dynamics.protocol.Message.Paid;
import dev.costate.dynamics.protocol.Message.Quote;
import dev.costate.dynamics.protocol.Message.Shipped;

/** A trader's state while it takes a step. */
final class TraderBooks {
  final double[] prices;
  final double[] sought;
  final long[] quoted;
  final long[] stock;
  final long[] shipped;
  final long[] received;
  final long[] paid;
  final long[] collected;
  final long[] changed;
  final double[] claims;
  final long[] claimed;
  long cash;

  TraderBooks(TraderState state) {
    prices = state.prices().clone();
    sought = state.sought().clone();
    quoted = state.quoted().clone();
    stock = state.stock().clone();
    shipped = state.shipped().clone();
    received = state.received().clone();
    paid = state.paid().clone();
    collected = state.collected().clone();
    changed = state.changed().clone();
    claims = state.claims().clone();
    claimed = state.claimed().clone();
    cash = state.cash();
  }

  void quote(Quote quote) {
    if (quote.round() > quoted[quote.port()]) {
      quoted[quote.port()] = quote.round();
      prices[quote.port()] = quote.price();
      sought[quote.port()] = quote.sought();
    }
  }

  void claim(Claim claim, int source) {
    if (source < 0) {
      throw new IllegalArgumentException("no source of income: " + claim);
    }
    if (claim.round() > claimed[source]) {
      claimed[source] = claim.round();
      claims[source] = claim.amount();
    }
  }

  /**
   * Takes in what is new, and pays what is charged for it. Charges never fall, as prices are not
   * negative.
   */
  void accept(Shipped message) {
    int port = message.port();
    long grains = Math.max(0, message.total() - received[port]);
    received[port] += grains;
    stock[port] = Math.addExact(stock[port], grains);
    long money = Math.max(0, message.charge() - paid[port]);
    paid[port] += money;
    cash = Math.subtractExact(cash, money);
  }

  void accept(Paid message) {
    long money = Math.max(0, message.total() - collected[message.port()]);
    collected[message.port()] += money;
    cash = Math.addExact(cash, money);
  }

  TraderState state(long round, Conduct.Intent intent) {
    return new TraderState(
        round,
        prices,
        sought,
        quoted,
        stock,
        shipped,
        received,
        paid,
        collected,
        changed,
        cash,
        claims,
        claimed,
        intent.memory(),
        intent);
  }
}
