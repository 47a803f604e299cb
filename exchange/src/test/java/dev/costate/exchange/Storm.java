package dev.costate.exchange;

import dev.costate.exchange.Exchange.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * An exchange and its firms with a bad network between them, in one thread and by one seed: what is
 * told is lost, comes twice, late and in another order; firms stop and come back with what they
 * knew or without; the exchange stops and comes back from its log.
 */
final class Storm {
  private static final double LOST = 0.01;
  private static final double TWICE = 0.01;
  private static final double SLOW = 0.05;
  private static final int SLOWEST = 10;
  private static final double FIRM_STOPS = 0.002;
  private static final double EXCHANGE_STOPS = 0.002;
  private static final int AWAY = 15;

  /** A round is over after so many ticks. */
  private static final int PATIENCE = 4;

  private final Exchange exchange;
  private final List<Desk> desks;
  private final Random random;
  private final List<Desk.State> memories = new ArrayList<>();
  private final long[] backAt;
  private final PriorityQueue<Letter> underway =
      new PriorityQueue<>(Comparator.comparingLong(Letter::due).thenComparingLong(Letter::number));
  private final List<Event> log = new ArrayList<>();
  private Exchange.State state;
  private long tick;
  private long began;
  private long letters;
  private int crashes;

  /** Something on its way. */
  private record Letter(long due, long number, int seat, Object content) {}

  Storm(Exchange exchange, List<String> technologies, long seed) {
    this.exchange = exchange;
    desks = Markets.desks(exchange, technologies);
    random = new Random(seed);
    backAt = new long[desks.size()];
    state = exchange.opening();
    for (int s = 0; s < desks.size(); s++) {
      memories.add(desks.get(s).opening(exchange.totals(state, s)));
    }
    for (var desk : desks) {
      happen(new Event.Joined(desk.address()));
    }
  }

  Exchange.State state() {
    return state;
  }

  Map<String, Double> prices() {
    return exchange.prices(state);
  }

  int crashes() {
    return crashes;
  }

  long rejected() {
    return state.seats().stream()
        .flatMap(seat -> seat.rejected().values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Written down first, then done, then told. */
  private void happen(Event event) {
    log.add(event);
    long before = state.round();
    var step = exchange.next(state, event);
    state = step.state();
    if (state.round() != before) {
      began = tick;
    }
    for (var told : step.told()) {
      send(exchange.seats().indexOf(seat(told)), told);
    }
  }

  private Seat seat(Told told) {
    return exchange.seats().stream()
        .filter(seat -> seat.firm().equals(told.firm()))
        .findFirst()
        .orElseThrow();
  }

  private void send(int seat, Object content) {
    int copies = random.nextDouble() < LOST ? 0 : random.nextDouble() < TWICE ? 2 : 1;
    for (int c = 0; c < copies; c++) {
      int delay = random.nextDouble() < SLOW ? 1 + random.nextInt(SLOWEST) : 1;
      underway.add(new Letter(tick + delay, letters++, seat, content));
    }
  }

  /** One tick of the clock. */
  void tick() {
    tick++;
    for (int s = 0; s < desks.size(); s++) {
      if (backAt[s] == 0 && random.nextDouble() < FIRM_STOPS) {
        backAt[s] = tick + 1 + random.nextInt(AWAY);
        crashes++;
      } else if (backAt[s] == tick) {
        backAt[s] = 0;
        boolean forgot = random.nextBoolean();
        happen(new Event.Joined(desks.get(s).address()));
        if (forgot) {
          memories.set(s, desks.get(s).opening(exchange.totals(state, s)));
        }
      }
    }
    if (random.nextDouble() < EXCHANGE_STOPS) {
      restart();
    }
    while (!underway.isEmpty() && underway.peek().due() <= tick) {
      deliver(underway.poll());
    }
    if (tick - began >= PATIENCE) {
      happen(new Event.Over(state.round()));
    }
  }

  private void deliver(Letter letter) {
    int s = letter.seat();
    switch (letter.content()) {
      case Told told when backAt[s] == 0 -> {
        memories.set(s, desks.get(s).next(memories.get(s), told));
        send(s, memories.get(s).answer());
      }
      case Answer answer -> happen(new Event.Answered(desks.get(s).address(), answer));
      default -> {}
    }
  }

  /** The exchange has lost its memory and reads its log; what it was about to say is lost. */
  private void restart() {
    crashes++;
    var before = state;
    state = replayed();
    if (!same(before, state)) {
      throw new AssertionError("the log leads elsewhere in round " + before.round());
    }
    state.told().forEach(told -> send(exchange.seats().indexOf(seat(told)), told));
    began = tick;
  }

  /** Where the log leads. */
  Exchange.State replayed() {
    var replayed = exchange.opening();
    for (var event : log) {
      replayed = exchange.next(replayed, event).state();
    }
    return replayed;
  }

  /** Bit for bit: records print all their numbers, and arrays are compared by their prices. */
  private boolean same(Exchange.State one, Exchange.State other) {
    return one.round() == other.round()
        && one.seats().equals(other.seats())
        && one.rest() == other.rest()
        && exchange.prices(one).equals(exchange.prices(other));
  }

  /**
   * Whether nothing was lost or doubled: what a market has accepted a firm has shipped, and what a
   * firm has received a market has delivered.
   */
  boolean booksAgree() {
    boolean agree = true;
    for (int s = 0; s < desks.size(); s++) {
      var totals = exchange.totals(state, s);
      var own = memories.get(s).trader();
      for (int p = 0; p < own.stock().length; p++) {
        agree &= totals.accepted()[p] <= own.shipped()[p];
        agree &= own.received()[p] <= totals.delivered()[p];
        agree &= totals.collected()[p] <= own.paid()[p];
        agree &= own.collected()[p] <= totals.paid()[p];
      }
    }
    return agree;
  }
}
