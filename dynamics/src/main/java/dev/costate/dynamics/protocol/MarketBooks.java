package dev.costate.dynamics.protocol;

import dev.costate.dynamics.protocol.Message.Order;
import dev.costate.dynamics.protocol.Message.Paid;
import dev.costate.dynamics.protocol.Message.Shipped;
import java.util.Arrays;

/** A market's state while it takes a step. */
final class MarketBooks {
  private final Market market;
  private final double price;
  private final long round;
  private final long[] ordered;
  private final double[] buys;
  private final double[] sells;
  private final double[] asks;
  private final long[] wanted;
  private final long[] accepted;
  private final long[] delivered;
  private final long[] charged;
  private final long[] paid;
  private final long[] collected;
  private final long[] consigned;
  private long cash;
  private long brought;
  private long taken;
  private long disposed;
  private long paidIn;
  private long paidOut;

  MarketBooks(Market market, MarketState state) {
    this.market = market;
    price = state.price();
    round = state.round();
    ordered = state.ordered().clone();
    buys = state.buys().clone();
    sells = state.sells().clone();
    asks = state.asks().clone();
    wanted = state.wanted().clone();
    accepted = state.accepted().clone();
    delivered = state.delivered().clone();
    charged = state.charged().clone();
    paid = state.paid().clone();
    collected = state.collected().clone();
    consigned = state.consigned().clone();
    cash = state.cash();
    brought = state.outside().brought();
    taken = state.outside().taken();
    disposed = state.outside().disposed();
    paidIn = state.outside().paidIn();
    paidOut = state.outside().paidOut();
  }

  private int link(Address trader, int port) {
    int link = market.links().indexOf(new Market.Link(trader, port));
    if (link < 0) {
      throw new IllegalArgumentException("%s does not trade '%s'".formatted(trader, market.good()));
    }
    return link;
  }

  void order(Order order) {
    int link = link(order.from(), order.port());
    if (order.round() > ordered[link]) {
      ordered[link] = order.round();
      buys[link] = order.buys();
      sells[link] = order.sells();
      asks[link] = order.asks();
      wanted[link] = order.wanted();
    }
  }

  void accept(Shipped message) {
    int link = link(message.from(), message.port());
    long grains = Math.max(0, message.total() - accepted[link]);
    accepted[link] += grains;
    consigned[link] = Math.addExact(consigned[link], grains);
  }

  void accept(Paid message) {
    int link = link(message.from(), message.port());
    long money = Math.max(0, message.total() - collected[link]);
    collected[link] += money;
    cash = Math.addExact(cash, money);
  }

  /** Delivers, pays and clears away. An order is served once. */
  MarketState.Traded trade(Pricing.Outside outside) {
    int outsiders = market.links().size();
    var demands = Arrays.copyOf(wanted, outsiders + 1);
    boolean elastic = market.pricing().isElastic();
    if (!elastic) {
      demands[outsiders] = Grains.nearest(outside.takes(), market.grain());
      bring(Grains.nearest(outside.brings(), market.grain()));
    }
    long demand = sum(demands);
    if (elastic) {
      long stock = sum(consigned);
      bring(Math.max(0, demand - stock));
      demands[outsiders] = Math.max(0, stock - demand);
      demand = sum(demands);
    }
    long stock = sum(consigned);
    long sold = Math.min(demand, stock);
    deliver(Rationing.divide(sold, demands));
    pay(Rationing.divide(sold, consigned));
    Arrays.fill(wanted, 0);
    if (!market.pricing().keepsStock()) {
      disposed = Math.addExact(disposed, sum(consigned));
      Arrays.fill(consigned, 0);
    }
    return new MarketState.Traded(
        price, outside, seen(outside, demand, stock), sold, demand - sold);
  }

  private Pricing.Seen seen(Pricing.Outside outside, long demand, long stock) {
    return new Pricing.Seen(
        Arrays.stream(buys).sum() + outside.takes(),
        Arrays.stream(sells).sum() + outside.brings(),
        demand * market.grain(),
        stock * market.grain(),
        offers(outside),
        round);
  }

  private Pricing.Offers offers(Pricing.Outside outside) {
    double least = Double.NaN;
    double others = outside.brings();
    for (int i = 0; i < asks.length; i++) {
      if (Double.isNaN(asks[i])) {
        others += sells[i];
      } else {
        least = Double.isNaN(least) ? asks[i] : Math.min(least, asks[i]);
      }
    }
    return new Pricing.Offers(least, others);
  }

  /**
   * What demand leaves for those who ask a price goes to those who ask the least, in equal parts.
   * Where outsiders buy and sell any quantity, no certain one is sought.
   */
  private double[] sought(Pricing.Seen seen) {
    var sought = new double[asks.length];
    Arrays.fill(sought, Double.NaN);
    if (market.pricing().isElastic()) {
      return sought;
    }
    double left = Math.max(0, seen.demand() - seen.offers().others());
    long cheapest = Arrays.stream(asks).filter(ask -> ask == seen.offers().least()).count();
    for (int i = 0; i < asks.length; i++) {
      if (!Double.isNaN(asks[i])) {
        sought[i] = asks[i] == seen.offers().least() ? left / cheapest : 0;
      }
    }
    return sought;
  }

  private void bring(long grains) {
    int outsiders = consigned.length - 1;
    consigned[outsiders] = Math.addExact(consigned[outsiders], grains);
    brought = Math.addExact(brought, grains);
  }

  private void deliver(long[] parts) {
    int outsiders = parts.length - 1;
    for (int i = 0; i < outsiders; i++) {
      delivered[i] = Math.addExact(delivered[i], parts[i]);
      charged[i] = Math.addExact(charged[i], money(parts[i]));
    }
    taken = Math.addExact(taken, parts[outsiders]);
    long charge = money(parts[outsiders]);
    paidIn = Math.addExact(paidIn, charge);
    cash = Math.addExact(cash, charge);
  }

  private void pay(long[] sold) {
    int outsiders = sold.length - 1;
    for (int i = 0; i <= outsiders; i++) {
      consigned[i] -= sold[i];
      long price = money(sold[i]);
      cash = Math.subtractExact(cash, price);
      if (i < outsiders) {
        paid[i] = Math.addExact(paid[i], price);
      } else {
        paidOut = Math.addExact(paidOut, price);
      }
    }
  }

  private long money(long grains) {
    return Grains.nearest(grains * market.grain() * price, market.moneyGrain());
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum = Math.addExact(sum, value);
    }
    return sum;
  }

  MarketState state(long next, Pricing.Move move, MarketState.Traded traded) {
    return new MarketState(
        next,
        move.price(),
        move.memory(),
        ordered,
        buys,
        sells,
        asks,
        sought(traded.seen()),
        wanted,
        accepted,
        delivered,
        charged,
        paid,
        collected,
        consigned,
        cash,
        new MarketState.Border(brought, taken, disposed, paidIn, paidOut),
        traded,
        move.tally());
  }
}
