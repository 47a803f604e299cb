package dev.costate.exchange;

import dev.costate.dynamics.Agencies;
import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Broadcast;
import dev.costate.dynamics.protocol.Message;
import dev.costate.dynamics.protocol.Port;
import dev.costate.dynamics.protocol.Trader;
import dev.costate.dynamics.protocol.TraderState;
import dev.costate.economy.Economy;
import java.util.List;

/**
 * A firm outside, as a state machine: it alone knows its code. It plans at the prices it was told,
 * and repeats its answer if it is told the same again.
 */
public final class Desk {
  private final Trader trader;

  private Desk(Trader trader) {
    this.trader = trader;
  }

  /**
   * What a firm knows between two rounds.
   *
   * @param round that it answered last; -1 before the first
   * @param answer the last
   */
  public record State(TraderState trader, long epoch, long round, Answer answer) {}

  /**
   * A firm at a place.
   *
   * @param technology the market of its own file: the one firm in it
   * @throws IllegalArgumentException if the file has other firms, or the goods of the firm are not
   *     those of the place, in their order
   */
  public static Desk of(Economy technology, Seat seat, Exchange.Place place) {
    if (technology.firms().size() != 1) {
      throw new IllegalArgumentException(
          "a technology is one firm, but there are " + technology.firms().size());
    }
    var own = Agencies.agents(technology, place.dynamics(), place.scale()).traders().getFirst();
    if (!own.ports().equals(seat.ports())) {
      throw new IllegalArgumentException(
          "the place is for a firm with %s, but the technology has %s"
              .formatted(words(seat.ports()), words(own.ports())));
    }
    return new Desk(new Trader(seat.firm(), seat.ports(), own.sources(), own.conduct()));
  }

  private static String words(Iterable<Port> ports) {
    var words = new StringBuilder();
    for (var port : ports) {
      words.append(words.isEmpty() ? "" : ", ");
      words.append(port.side() == Port.Side.BUYS ? "input '" : "output '").append(port.good());
      words.append('\'');
    }
    return words.toString();
  }

  public Address address() {
    return trader.address();
  }

  /** A firm that has forgotten all, or never knew: its totals are those of the exchange. */
  public State opening(Totals totals) {
    var fresh = trader.start(new long[trader.ports().size()], trader.conduct().start());
    var known =
        new TraderState(
            fresh.round(),
            fresh.prices(),
            fresh.sought(),
            fresh.quoted(),
            fresh.stock(),
            totals.accepted().clone(),
            totals.delivered().clone(),
            totals.collected().clone(),
            totals.paid().clone(),
            fresh.changed(),
            fresh.cash(),
            fresh.claims(),
            fresh.claimed(),
            fresh.memory(),
            fresh.intent());
    return new State(known, -1, -1, new Answer(trader.address(), 0, -1, -1, List.of()));
  }

  /** What it answers. What it was told late or already is answered as before. */
  public State next(State state, Told told) {
    if (told.epoch() < state.epoch()
        || told.epoch() == state.epoch() && told.round() < state.round()) {
      return state;
    }
    if (told.epoch() == state.epoch() && told.round() == state.round()) {
      var again = answer(told, state.answer().messages());
      return new State(state.trader(), state.epoch(), state.round(), again);
    }
    var step = trader.step(state.trader(), told.messages(), Broadcast.NONE);
    return new State(step.state(), told.epoch(), told.round(), answer(told, step.outbox()));
  }

  private Answer answer(Told told, List<Message> messages) {
    return new Answer(trader.address(), told.session(), told.epoch(), told.round(), messages);
  }
}
