package dev.costate.dynamics.protocol;

import dev.costate.dynamics.protocol.Message.Claim;
import dev.costate.dynamics.protocol.Message.Order;
import dev.costate.dynamics.protocol.Message.Paid;
import dev.costate.dynamics.protocol.Message.Quote;
import dev.costate.dynamics.protocol.Message.Shipped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The market of one good. In a step it takes in what has come, delivers what is wanted as far as
 * there is any, pays whose goods were sold, throws away what is left or keeps it, and moves its
 * price.
 *
 * @param grain how much of the good's unit one integer unit is
 * @param moneyGrain how much money one integer unit of money is
 * @param links its traders
 */
public record Market(
    String good, double grain, double moneyGrain, List<Link> links, Pricing pricing)
    implements Agent<MarketState> {
  /** A trader's port. */
  public record Link(Address trader, int port) {}

  public Market {
    links = List.copyOf(links);
  }

  @Override
  public Address address() {
    return Address.market(good);
  }

  /** Its state at first. */
  public MarketState start(double price) {
    int n = links.size();
    var never = new long[n];
    Arrays.fill(never, -1);
    return new MarketState(
        0,
        price,
        pricing.start(),
        never,
        new double[n],
        new double[n],
        unasked(n),
        unasked(n),
        new long[n],
        new long[n],
        new long[n],
        new long[n],
        new long[n],
        new long[n],
        new long[n + 1],
        0,
        MarketState.Border.NONE,
        MarketState.Traded.nothing(price),
        new double[0]);
  }

  private static double[] unasked(int links) {
    var unasked = new double[links];
    Arrays.fill(unasked, Double.NaN);
    return unasked;
  }

  @Override
  public Step<MarketState> step(MarketState state, List<Message> inbox, Broadcast heard) {
    var books = new MarketBooks(this, state);
    for (var message : inbox) {
      switch (message) {
        case Order order -> books.order(order);
        case Shipped shipped -> books.accept(shipped);
        case Paid paid -> books.accept(paid);
        case Quote quote -> throw new IllegalArgumentException("not for a market: " + quote);
        case Claim claim -> throw new IllegalArgumentException("not for a market: " + claim);
      }
    }
    var traded = books.trade(pricing.outside(state.price(), state.memory()));
    var move = pricing.move(state.price(), traded.seen(), state.memory(), heard);
    var next = books.state(state.round() + 1, move, traded);
    return new Step<>(next, outbox(next));
  }

  /** What it tells its traders at first, before anybody has traded. */
  public List<Message> opening(MarketState state) {
    return outbox(state);
  }

  private List<Message> outbox(MarketState state) {
    var outbox = new ArrayList<Message>();
    for (int i = 0; i < links.size(); i++) {
      var link = links.get(i);
      outbox.add(
          new Quote(
              address(),
              link.trader(),
              link.port(),
              state.round(),
              state.price(),
              state.sought()[i]));
      if (state.delivered()[i] > 0) {
        outbox.add(
            new Shipped(
                address(), link.trader(), link.port(), state.delivered()[i], state.charged()[i]));
      }
      if (state.paid()[i] > 0) {
        outbox.add(new Paid(address(), link.trader(), link.port(), state.paid()[i]));
      }
    }
    return outbox;
  }
}
