package dev.costate.dynamics.schedule;

import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Agent;
import dev.costate.dynamics.protocol.Agents;
import dev.costate.dynamics.protocol.Broadcast;
import dev.costate.dynamics.protocol.Market;
import dev.costate.dynamics.protocol.MarketState;
import dev.costate.dynamics.protocol.Message;
import dev.costate.dynamics.protocol.Trader;
import dev.costate.dynamics.protocol.TraderState;
import dev.costate.dynamics.schedule.World.Envelope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Runs agents round by round. What happens depends on the world and the seed alone: agents step in
 * their order, and workers step side by side only those who come next to each other in it and can
 * tell each other nothing, whose messages are then sent in that order.
 */
public final class Rounds {
  /** Spreads the numbers of rounds over seeds (Steele, Lea and Flood 2014). */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final Agents agents;
  private final Conditions conditions;
  private final long seed;
  private final Workers workers;
  private final Map<Address, Integer> places = new HashMap<>();

  /** By place, those of all who may send it messages. */
  private final int[][] senders;

  public Rounds(Agents agents, Conditions conditions, long seed, Workers workers) {
    this.agents = agents;
    this.conditions = conditions;
    this.seed = seed;
    this.workers = workers;
    for (var trader : agents.traders()) {
      places.put(trader.address(), places.size());
    }
    for (var market : agents.markets()) {
      places.put(market.address(), places.size());
    }
    senders = new int[places.size()][];
    for (int t = 0; t < agents.traders().size(); t++) {
      var trader = agents.traders().get(t);
      senders[t] =
          places(
              Stream.concat(
                  trader.ports().stream().map(port -> Address.market(port.good())),
                  trader.sources().stream().map(Trader.Source::from)));
    }
    for (int m = 0; m < agents.markets().size(); m++) {
      senders[agents.traders().size() + m] =
          places(agents.markets().get(m).links().stream().map(Market.Link::trader));
    }
  }

  private int[] places(Stream<Address> addresses) {
    return addresses.mapToInt(address -> places.getOrDefault(address, -1)).toArray();
  }

  /** The world before the first round: every market has told its price. */
  public World opening(List<TraderState> traders, List<MarketState> markets) {
    var underway = new ArrayList<Envelope>();
    for (int m = 0; m < markets.size(); m++) {
      for (var message : agents.markets().get(m).opening(markets.get(m))) {
        underway.add(new Envelope(message, 0));
      }
    }
    return new World(0, traders, markets, underway, agents.herald().opening());
  }

  /** The world one round later. */
  public World next(World world) {
    return new Round(world).run();
  }

  /** One round while it happens. */
  private final class Round {
    private final long number;
    private final Random random;
    private final Broadcast heard;
    private final List<TraderState> traders;
    private final List<MarketState> markets;
    private final List<List<Message>> inboxes = new ArrayList<>();
    private final List<Envelope> late = new ArrayList<>();

    /** Those who step side by side next. */
    private final List<Integer> abreast = new ArrayList<>();

    /** By place, in which group it was. */
    private final int[] groups = new int[places.size()];

    private int group = 1;

    Round(World world) {
      number = world.round();
      heard = world.broadcast();
      random = new Random(seed + GOLDEN * (number + 1));
      traders = new ArrayList<>(world.traders());
      markets = new ArrayList<>(world.markets());
      for (int i = 0; i < places.size(); i++) {
        inboxes.add(new ArrayList<>());
      }
      for (var envelope : world.underway()) {
        deliver(envelope);
      }
    }

    World run() {
      var order = new ArrayList<Integer>();
      for (int i = 0; i < places.size(); i++) {
        order.add(i);
      }
      if (conditions.order() == Conditions.Order.RANDOM) {
        Collections.shuffle(order, random);
      }
      for (int place : order) {
        if (hears(place)) {
          step();
        }
        groups[place] = group;
        abreast.add(place);
      }
      step();
      var underway = new ArrayList<>(late);
      for (var inbox : inboxes) {
        inbox.forEach(message -> underway.add(new Envelope(message, number + 1)));
      }
      return new World(number + 1, traders, markets, underway, broadcast());
    }

    /** Adds up, in the order of the agents, what they tell of their moves. */
    private Broadcast broadcast() {
      var tallies =
          Stream.concat(
              traders.stream().map(state -> state.intent().tally()),
              markets.stream().map(MarketState::tally));
      var sums = new double[0];
      for (var tally : (Iterable<double[]>) tallies::iterator) {
        sums = sums.length < tally.length ? Arrays.copyOf(sums, tally.length) : sums;
        for (int k = 0; k < tally.length; k++) {
          sums[k] += tally[k];
        }
      }
      return agents.herald().next(heard, sums);
    }

    /** Whether somebody in the group may tell it something before it steps. */
    private boolean hears(int place) {
      for (int sender : senders[place]) {
        if (sender >= 0 && groups[sender] == group) {
          return true;
        }
      }
      return false;
    }

    /** Everybody in the group steps, and then their messages are sent. */
    private void step() {
      var steps = new Stepped[abreast.size()];
      workers.each(steps.length, k -> steps[k] = stepped(abreast.get(k)));
      for (int k = 0; k < steps.length; k++) {
        commit(abreast.get(k), steps[k]);
      }
      abreast.clear();
      group++;
    }

    private Stepped stepped(int place) {
      var inbox = List.copyOf(inboxes.get(place));
      int count = traders.size();
      try {
        return place < count
            ? new Stepped.ByTrader(
                agents.traders().get(place).step(traders.get(place), inbox, heard))
            : new Stepped.ByMarket(
                agents.markets().get(place - count).step(markets.get(place - count), inbox, heard));
      } catch (RuntimeException failure) {
        return new Stepped.NotAtAll(failure);
      }
    }

    private void commit(int place, Stepped stepped) {
      inboxes.get(place).clear();
      switch (stepped) {
        case Stepped.ByTrader(var step) -> traders.set(place, sent(step));
        case Stepped.ByMarket(var step) -> markets.set(place - traders.size(), sent(step));
        case Stepped.NotAtAll(var failure) -> throw failure;
      }
    }

    private <S> S sent(Agent.Step<S> step) {
      for (var message : step.outbox()) {
        int copies = 1;
        if (conditions.loss() > 0 && random.nextDouble() < conditions.loss()) {
          copies = 0;
        } else if (conditions.repetition() > 0 && random.nextDouble() < conditions.repetition()) {
          copies = 2;
        }
        for (int c = 0; c < copies; c++) {
          int delay = conditions.delay() == 0 ? 0 : random.nextInt(conditions.delay() + 1);
          deliver(new Envelope(message, number + delay));
        }
      }
      return step.state();
    }

    /** Into the inbox of somebody who may have stepped already and reads it in the next round. */
    private void deliver(Envelope envelope) {
      if (envelope.due() > number) {
        late.add(envelope);
        return;
      }
      var place = places.get(envelope.message().to());
      if (place == null) {
        throw new IllegalArgumentException("nobody to tell: " + envelope.message());
      }
      inboxes.get(place).add(envelope.message());
    }
  }

  /** What became of a step. */
  private sealed interface Stepped {
    record ByTrader(Agent.Step<TraderState> step) implements Stepped {}

    record ByMarket(Agent.Step<MarketState> step) implements Stepped {}

    /** The first in the order of steps is thrown, whoever was first in time. */
    record NotAtAll(RuntimeException failure) implements Stepped {}
  }
}
