package dev.costate.exchange;

import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Agents;
import dev.costate.dynamics.protocol.Broadcast;
import dev.costate.dynamics.protocol.Market;
import dev.costate.dynamics.protocol.MarketState;
import dev.costate.dynamics.protocol.Message;
import dev.costate.dynamics.protocol.Trader;
import dev.costate.dynamics.protocol.TraderState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is inside: the markets, the consumers, and the firms whose code the exchange knows. A round
 * is that of synchronous rounds in a simulation: traders in the order of the file, then markets.
 */
final class Floor {
  private final List<Trader> traders;
  private final List<Market> markets;
  private final Map<Address, Integer> places = new HashMap<>();

  /**
   * @param outside the firms that are not inside
   */
  Floor(Agents agents, List<Address> outside) {
    traders =
        agents.traders().stream().filter(trader -> !outside.contains(trader.address())).toList();
    markets = agents.markets();
    traders.forEach(trader -> places.put(trader.address(), places.size()));
    markets.forEach(market -> places.put(market.address(), places.size()));
  }

  /** A round, and what it tells those outside. */
  record Turn(FloorState state, List<Message> out) {
    Turn {
      out = List.copyOf(out);
    }
  }

  List<Market> markets() {
    return markets;
  }

  /** Before the first round: every market has told its price. */
  Turn opening(List<MarketState> first) {
    var course = new Course(List.of());
    for (var trader : traders) {
      course.traders.add(trader.start(new long[trader.ports().size()], trader.conduct().start()));
    }
    course.markets.addAll(first);
    for (int m = 0; m < markets.size(); m++) {
      markets.get(m).opening(first.get(m)).forEach(course::send);
    }
    return course.turn();
  }

  /** One round later. */
  Turn next(FloorState state, List<Message> arrivals) {
    var course = new Course(state.mail());
    arrivals.forEach(course::send);
    for (int t = 0; t < traders.size(); t++) {
      var step = traders.get(t).step(state.traders().get(t), course.taken(t), Broadcast.NONE);
      course.traders.add(step.state());
      step.outbox().forEach(course::send);
    }
    for (int m = 0; m < markets.size(); m++) {
      var inbox = course.taken(traders.size() + m);
      var step = markets.get(m).step(state.markets().get(m), inbox, Broadcast.NONE);
      course.markets.add(step.state());
      step.outbox().forEach(course::send);
    }
    return course.turn();
  }

  /** A round while it happens. */
  private final class Course {
    final List<TraderState> traders = new ArrayList<>();
    final List<MarketState> markets = new ArrayList<>();
    private final List<List<Message>> inboxes = new ArrayList<>();
    private final List<Message> out = new ArrayList<>();

    Course(List<Message> mail) {
      for (int i = 0; i < places.size(); i++) {
        inboxes.add(new ArrayList<>());
      }
      mail.forEach(this::send);
    }

    void send(Message message) {
      var place = places.get(message.to());
      if (place == null) {
        out.add(message);
      } else {
        inboxes.get(place).add(message);
      }
    }

    List<Message> taken(int place) {
      var inbox = List.copyOf(inboxes.get(place));
      inboxes.get(place).clear();
      return inbox;
    }

    Turn turn() {
      var mail = inboxes.stream().flatMap(List::stream).toList();
      return new Turn(new FloorState(traders, markets, mail), out);
    }
  }
}
