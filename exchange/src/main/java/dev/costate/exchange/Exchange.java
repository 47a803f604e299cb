package dev.costate.exchange;

import dev.costate.dynamics.Agencies;
import dev.costate.dynamics.Agencies.Scale;
import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.MarketState;
import dev.costate.dynamics.protocol.Message;
import dev.costate.dynamics.protocol.Message.Claim;
import dev.costate.dynamics.protocol.Message.Order;
import dev.costate.dynamics.protocol.Message.Paid;
import dev.costate.dynamics.protocol.Message.Quote;
import dev.costate.dynamics.protocol.Message.Shipped;
import dev.costate.economy.Economy;
import dev.costate.economy.Good;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A market with places for firms from outside, as a state machine: from a state and an event to a
 * state, and what is to be told to whom. It knows no clock and no network. A round passes when
 * every place has answered its prices, or when whoever keeps the time says that it is over.
 */
public final class Exchange {
  private final List<Seat> seats;
  private final Floor floor;
  private final Rules rules;
  private final Place place;
  private final List<Double> firstPrices;
  private final Map<Address, Integer> seatOf = new LinkedHashMap<>();

  /**
   * What a firm has to know to take a place, besides the names of its goods.
   *
   * @param dynamics by which firms of constant returns move their levels
   * @param scale by which all count
   */
  public record Place(Dynamics dynamics, Scale scale) {}

  /** Something happens at the exchange. */
  public sealed interface Event {
    /** A firm takes its place, for the first time or again. */
    record Joined(Address firm) implements Event {}

    /**
     * An answer arrives.
     *
     * @param from the firm whose place it came through, whatever it says itself
     */
    record Answered(Address from, Answer answer) implements Event {}

    /**
     * The time of a round is over.
     *
     * @param round nothing happens if another is running
     */
    record Over(long round) implements Event {}
  }

  /**
   * All that an exchange knows.
   *
   * @param round that is running
   * @param seats in the order of the places
   * @param arrivals of this round
   * @param told what each place was told last
   * @param rest for how many rounds in a row markets have cleared and offers have stood
   */
  public record State(
      long epoch,
      long round,
      FloorState floor,
      List<SeatState> seats,
      List<Message> arrivals,
      List<Told> told,
      long rest) {
    public State {
      seats = List.copyOf(seats);
      arrivals = List.copyOf(arrivals);
      told = List.copyOf(told);
    }
  }

  /**
   * Where an event leads.
   *
   * @param told to whom it concerns
   */
  public record Step(State state, List<Told> told) {
    public Step {
      told = List.copyOf(told);
    }
  }

  private Exchange(
      Economy economy, Set<String> places, Dynamics dynamics, Scale scale, Rules rules) {
    var agents = Agencies.agents(economy, dynamics, scale);
    if (agents.herald().opening().numbers().length > 0) {
      throw new IllegalArgumentException(
          "'%s' tells everybody numbers of the whole market, and an exchange tells a firm its own prices alone"
              .formatted(dynamics.name()));
    }
    var outside = new ArrayList<Seat>();
    for (var trader : agents.traders()) {
      if (trader.address().kind() == Address.Kind.FIRM
          && places.contains(trader.address().name())) {
        seatOf.put(trader.address(), outside.size());
        outside.add(
            new Seat(trader.address(), trader.ports(), owners(economy, trader.address().name())));
      }
    }
    this.seats = List.copyOf(outside);
    this.floor = new Floor(agents, seats.stream().map(Seat::firm).toList());
    this.rules = rules;
    this.place = new Place(dynamics, scale);
    this.firstPrices = economy.goods().stream().map(good -> firstPrice(good, scale)).toList();
  }

  /**
   * An exchange.
   *
   * @param economy in which the code of the firms outside is never run
   * @param places the names of the firms outside
   * @throws IllegalArgumentException if agents cannot act with what they know, or the dynamics
   *     needs numbers of the whole market
   */
  public static Exchange of(Economy economy, Set<String> places, Dynamics dynamics, Rules rules) {
    return new Exchange(economy, places, dynamics, Agencies.scale(economy), rules);
  }

  private static Set<Address> owners(Economy economy, String firm) {
    var owners = new LinkedHashSet<Address>();
    for (var consumer : economy.consumers()) {
      if (consumer.shares().stream().anyMatch(share -> share.firm().equals(firm))) {
        owners.add(Address.consumer(consumer.name()));
      }
    }
    return owners;
  }

  private static double firstPrice(Good good, Scale scale) {
    return good.fixedPrice()
        .map(fixed -> fixed.price())
        .orElseGet(() -> good.start().orElse(scale.price()));
  }

  public List<Seat> seats() {
    return seats;
  }

  public Place place() {
    return place;
  }

  /** Before the first round; it begins when every place has been taken. */
  public State opening() {
    var markets = floor.markets();
    var first = new ArrayList<MarketState>();
    for (int m = 0; m < markets.size(); m++) {
      first.add(markets.get(m).start(firstPrices.get(m)));
    }
    var turn = floor.opening(first);
    var empty = seats.stream().map(_ -> SeatState.EMPTY).toList();
    return new State(0, 0, turn.state(), empty, List.of(), told(0, 0, turn.out(), empty), 0);
  }

  /** What each place is told. */
  private List<Told> told(long epoch, long round, List<Message> out, List<SeatState> seatStates) {
    var told = new ArrayList<Told>();
    for (int s = 0; s < seats.size(); s++) {
      var firm = seats.get(s).firm();
      var messages = out.stream().filter(message -> message.to().equals(firm)).toList();
      told.add(new Told(firm, seatStates.get(s).session(), epoch, round, messages));
    }
    return told;
  }

  /** Where an event leads. */
  public Step next(State state, Event event) {
    return switch (event) {
      case Event.Joined(var firm) -> joined(state, place(firm));
      case Event.Answered(var from, var answer) -> answered(state, place(from), answer);
      case Event.Over(long round) ->
          round == state.round() && isOpen(state) ? turn(state) : new Step(state, List.of());
    };
  }

  private int place(Address firm) {
    var place = seatOf.get(firm);
    if (place == null) {
      throw new IllegalArgumentException("there is no place for " + firm);
    }
    return place;
  }

  /** Whether every place has been taken. */
  public static boolean isOpen(State state) {
    return state.seats().stream().allMatch(SeatState::isTaken);
  }

  /** Whoever joins is told what it was told last; the first round begins with the last to join. */
  private Step joined(State state, int seat) {
    var seatStates = new ArrayList<>(state.seats());
    boolean wasOpen = isOpen(state);
    seatStates.set(seat, seatStates.get(seat).taken());
    var last = state.told().get(seat);
    var told = new ArrayList<>(state.told());
    told.set(
        seat,
        new Told(
            last.firm(),
            seatStates.get(seat).session(),
            last.epoch(),
            last.round(),
            last.messages()));
    var next =
        new State(
            state.epoch(),
            state.round(),
            state.floor(),
            seatStates,
            state.arrivals(),
            told,
            state.rest());
    if (!isOpen(next)) {
      return new Step(next, List.of());
    }
    return new Step(next, wasOpen ? List.of(told.get(seat)) : told);
  }

  private static State with(State state, List<SeatState> seats, List<Message> arrivals) {
    return new State(
        state.epoch(), state.round(), state.floor(), seats, arrivals, state.told(), state.rest());
  }

  private Step answered(State state, int seat, Answer answer) {
    var seatStates = new ArrayList<>(state.seats());
    var own = seatStates.get(seat);
    var objection =
        isOpen(state)
            ? new Edge(seats.get(seat), totals(state, seat))
                .objection(answer, state.epoch(), state.round(), own, rules)
            : Optional.of(Rejection.UNASKED);
    if (objection.isPresent()) {
      seatStates.set(seat, own.refused(objection.get()));
      return new Step(with(state, seatStates, state.arrivals()), List.of());
    }
    seatStates.set(seat, own.accepted(state.round()));
    var arrivals = new ArrayList<>(state.arrivals());
    answer.messages().forEach(message -> arrivals.add(stamped(message, state.round())));
    var next = with(state, seatStates, arrivals);
    boolean isComplete = seatStates.stream().allMatch(s -> s.answered() == state.round());
    return isComplete ? turn(next) : new Step(next, List.of());
  }

  /** News carries the round of the exchange, whatever the firm counts. */
  private static Message stamped(Message message, long round) {
    return switch (message) {
      case Order o ->
          new Order(o.from(), o.to(), o.port(), round, o.buys(), o.sells(), o.asks(), o.wanted());
      case Claim c -> new Claim(c.from(), c.to(), c.kind(), round, c.amount());
      case Shipped _, Paid _, Quote _ -> message;
    };
  }

  /** What has passed through a place so far, with what has arrived in this round. */
  public Totals totals(State state, int seat) {
    var ports = seats.get(seat).ports();
    var totals = Totals.nothing(ports.size());
    for (int p = 0; p < ports.size(); p++) {
      for (int m = 0; m < floor.markets().size(); m++) {
        var links = floor.markets().get(m).links();
        for (int l = 0; l < links.size(); l++) {
          if (links.get(l).trader().equals(seats.get(seat).firm()) && links.get(l).port() == p) {
            totals.read(p, state.floor().markets().get(m), l);
          }
        }
      }
    }
    for (var message : state.arrivals()) {
      if (message.from().equals(seats.get(seat).firm())) {
        totals.add(message);
      }
    }
    return totals;
  }

  private Step turn(State state) {
    var arrivals = new ArrayList<>(state.arrivals());
    for (int s = 0; s < seats.size(); s++) {
      if (isShut(state.seats().get(s), state.round())) {
        arrivals.addAll(nothing(seats.get(s), state.round()));
      }
    }
    var turn = floor.next(state.floor(), arrivals);
    long round = state.round() + 1;
    var seatStates = state.seats().stream().map(seat -> seat.after(state.round())).toList();
    var told = told(state.epoch(), round, turn.out(), seatStates);
    boolean allAnswered = state.seats().stream().allMatch(s -> s.answered() == state.round());
    long rest = allAnswered && isAtRest(state, turn.state()) ? state.rest() + 1 : 0;
    var next = new State(state.epoch(), round, turn.state(), seatStates, List.of(), told, rest);
    return new Step(next, told);
  }

  private boolean isShut(SeatState seat, long round) {
    return rules.silence() == Silence.SHUT
        && seat.answered() != round
        && seat.silent() >= rules.patience();
  }

  private static List<Message> nothing(Seat seat, long round) {
    var orders = new ArrayList<Message>();
    for (int p = 0; p < seat.ports().size(); p++) {
      var market = Address.market(seat.ports().get(p).good());
      orders.add(new Order(seat.firm(), market, p, round, 0, 0, Double.NaN, 0));
    }
    return orders;
  }

  /** Whether markets clear and nobody plans otherwise than in the round before. */
  private boolean isAtRest(State before, FloorState after) {
    boolean rests = true;
    for (int m = 0; m < floor.markets().size(); m++) {
      var market = floor.markets().get(m);
      var was = before.floor().markets().get(m).last();
      var is = after.markets().get(m).last();
      double size = Math.max(is.seen().demand(), is.seen().supply());
      boolean clears =
          market.pricing().isElastic()
              || Math.abs(is.seen().demand() - is.seen().supply()) <= rules.tolerance() * size
              || is.price() <= rules.tolerance() * place.scale().price()
                  && is.seen().demand() <= is.seen().supply();
      boolean stands =
          Math.abs(is.seen().demand() - was.seen().demand()) <= rules.tolerance() * size
              && Math.abs(is.seen().supply() - was.seen().supply()) <= rules.tolerance() * size;
      rests &= clears && stands;
    }
    return rests;
  }

  /** The price of each good, money per unit, in the order of the market. */
  public Map<String, Double> prices(State state) {
    var prices = new LinkedHashMap<String, Double>();
    for (int m = 0; m < floor.markets().size(); m++) {
      prices.put(floor.markets().get(m).good(), state.floor().markets().get(m).price());
    }
    return prices;
  }
}
