package dev.costate.dynamics.schedule;

import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Agent;
import dev.costate.dynamics.protocol.Agents;
import dev.costate.dynamics.protocol.MarketState;
import dev.costate.dynamics.protocol.Message;
import dev.costate.dynamics.protocol.TraderState;
import dev.costate.dynamics.schedule.World.Envelope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Runs agents round by round. What happens depends on the world and the seed alone. */
public final class Rounds {
  /** Spreads the numbers of rounds over seeds (Steele, Lea and Flood 2014). */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final Agents agents;
  private final Conditions conditions;
  private final long seed;
  private final Map<Address, Integer> places = new HashMap<>();

  public Rounds(Agents agents, Conditions conditions, long seed) {
    this.agents = agents;
    this.conditions = conditions;
    this.seed = seed;
    for (var trader : agents.traders()) {
      places.put(trader.address(), places.size());
    }
    for (var market : agents.markets()) {
      places.put(market.address(), places.size());
    }
  }

  /** The world before the first round: every market has told its price. */
  public World opening(List<TraderState> traders, List<MarketState> markets) {
    var underway = new ArrayList<Envelope>();
    for (int m = 0; m < markets.size(); m++) {
      for (var message : agents.markets().get(m).opening(markets.get(m))) {
        underway.add(new Envelope(message, 0));
      }
    }
    return new World(0, traders, markets, underway);
  }

  /** The world one round later. */
  public World next(World world) {
    return new Round(world).run();
  }

  /** One round while it happens. */
  private final class Round {
    private final long number;
    private final Random random;
    private final List<TraderState> traders;
    private final List<MarketState> markets;
    private final List<List<Message>> inboxes = new ArrayList<>();
    private final List<Envelope> late = new ArrayList<>();

    Round(World world) {
      number = world.round();
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
        step(place);
      }
      var underway = new ArrayList<>(late);
      for (var inbox : inboxes) {
        inbox.forEach(message -> underway.add(new Envelope(message, number + 1)));
      }
      return new World(number + 1, traders, markets, underway);
    }

    private void step(int place) {
      var inbox = List.copyOf(inboxes.get(place));
      inboxes.get(place).clear();
      int count = traders.size();
      if (place < count) {
        traders.set(place, sent(agents.traders().get(place).step(traders.get(place), inbox)));
      } else {
        markets.set(
            place - count,
            sent(agents.markets().get(place - count).step(markets.get(place - count), inbox)));
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
}
