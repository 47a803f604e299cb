package dev.costate.exchange;

import dev.costate.exchange.Exchange.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An exchange and its firms in one room, where everybody hears everything at once. */
final class Room {
  private final Exchange exchange;
  private final List<Desk> desks;
  private final List<Desk.State> states = new ArrayList<>();
  private Exchange.State state;

  Room(Exchange exchange, List<String> technologies) {
    this.exchange = exchange;
    this.desks = Markets.desks(exchange, technologies);
    state = exchange.opening();
    for (int s = 0; s < desks.size(); s++) {
      states.add(desks.get(s).opening(exchange.totals(state, s)));
    }
    for (var desk : desks) {
      state = exchange.next(state, new Event.Joined(desk.address())).state();
    }
  }

  Exchange.State state() {
    return state;
  }

  Map<String, Double> prices() {
    return exchange.prices(state);
  }

  void forget(int desk) {
    states.set(desk, desks.get(desk).opening(exchange.totals(state, desk)));
  }

  /** A round in which some say nothing. */
  void round(int... silent) {
    long round = state.round();
    var told = state.told();
    for (int s = 0; s < desks.size(); s++) {
      int seat = s;
      if (java.util.Arrays.stream(silent).noneMatch(i -> i == seat)) {
        states.set(s, desks.get(s).next(states.get(s), told.get(s)));
        var answered = new Event.Answered(desks.get(s).address(), states.get(s).answer());
        state = exchange.next(state, answered).state();
      }
    }
    state = exchange.next(state, new Event.Over(round)).state();
  }

  /** How many rounds pass until the market has rested for ten. */
  int untilRest(int most) {
    int rounds = 0;
    while (state.rest() < 10 && rounds < most) {
      round();
      rounds++;
    }
    return rounds;
  }
}
