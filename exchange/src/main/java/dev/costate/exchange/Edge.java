package dev.costate.exchange;

import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Message;
import dev.costate.dynamics.protocol.Message.Claim;
import dev.costate.dynamics.protocol.Message.Order;
import dev.costate.dynamics.protocol.Message.Paid;
import dev.costate.dynamics.protocol.Message.Quote;
import dev.costate.dynamics.protocol.Message.Shipped;
import java.util.Optional;

/**
 * What an answer has to be before anybody reads it. A single wrong message refuses the whole
 * answer.
 */
final class Edge {
  /** No plan and no price is larger. */
  private static final double LARGEST = 0x1p50;

  /** The same as a step of a total, in grains. */
  private static final long MOST = 1L << 50;

  /** An order, a shipment and a payment at each port. */
  private static final int MESSAGES_A_PORT = 3;

  private final Seat seat;
  private final Totals totals;

  /**
   * @param totals of what has passed the edge before
   */
  Edge(Seat seat, Totals totals) {
    this.seat = seat;
    this.totals = totals;
  }

  /** The first thing that is wrong with an answer to the prices of a round; empty if nothing is. */
  Optional<Rejection> objection(
      Answer answer, long epoch, long round, SeatState state, Rules rules) {
    if (state.attempts() >= rules.attempts()) {
      return Optional.of(Rejection.TOO_FREQUENT);
    }
    if (!answer.firm().equals(seat.firm())) {
      return Optional.of(Rejection.FORGED);
    }
    if (answer.session() > state.session()) {
      return Optional.of(Rejection.UNASKED);
    }
    if (answer.session() < state.session()
        || answer.epoch() < epoch
        || answer.epoch() == epoch && answer.round() < round) {
      return Optional.of(Rejection.LATE);
    }
    if (answer.epoch() > epoch || answer.round() > round) {
      return Optional.of(Rejection.UNASKED);
    }
    if (state.answered() == round) {
      return Optional.of(Rejection.REPEATED);
    }
    if (answer.messages().size() > MESSAGES_A_PORT * seat.ports().size() + seat.owners().size()) {
      return Optional.of(Rejection.OVERSIZED);
    }
    return answer.messages().stream().map(this::objection).flatMap(Optional::stream).findFirst();
  }

  private Optional<Rejection> objection(Message message) {
    if (!message.from().equals(seat.firm())) {
      return Optional.of(Rejection.FORGED);
    }
    return switch (message) {
      case Order order ->
          isStranger(order.to(), order.port())
              ? Optional.of(Rejection.FORGED)
              : amounts(order.buys(), order.sells(), (double) order.wanted(), asked(order.asks()));
      case Shipped shipped ->
          isStranger(shipped.to(), shipped.port())
              ? Optional.of(Rejection.FORGED)
              : total(shipped.total(), totals.accepted(shipped.port()));
      case Paid paid ->
          isStranger(paid.to(), paid.port())
              ? Optional.of(Rejection.FORGED)
              : total(paid.total(), totals.collected(paid.port()));
      case Claim claim ->
          seat.owners().contains(claim.to()) && claim.kind() == Claim.Kind.DIVIDEND
              ? amounts(Math.abs(claim.amount()))
              : Optional.of(Rejection.FORGED);
      case Quote _ -> Optional.of(Rejection.FORGED);
    };
  }

  private boolean isStranger(Address to, int port) {
    return port < 0
        || port >= seat.ports().size()
        || !to.equals(Address.market(seat.ports().get(port).good()));
  }

  /** Of who asks no price, nothing. */
  private static double asked(double asks) {
    return Double.isNaN(asks) ? 0 : asks;
  }

  private static Optional<Rejection> amounts(double... amounts) {
    for (double amount : amounts) {
      if (!(amount >= 0) || amount == Double.POSITIVE_INFINITY) {
        return Optional.of(Rejection.MALFORMED);
      }
      if (amount > LARGEST) {
        return Optional.of(Rejection.OVERSIZED);
      }
    }
    return Optional.empty();
  }

  private static Optional<Rejection> total(long total, long before) {
    if (total < before) {
      return Optional.of(Rejection.MALFORMED);
    }
    return total - before > MOST ? Optional.of(Rejection.OVERSIZED) : Optional.empty();
  }
}
