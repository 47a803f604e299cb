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
 * A firm or a consumer. In a step it accepts what has come, plans, makes and uses, ships what it
 * has for sale, pays what it was charged, and orders.
 *
 * @param ports where it trades
 * @param sources who may announce income to it
 */
public record Trader(Address address, List<Port> ports, List<Source> sources, Conduct conduct)
    implements Agent<TraderState> {
  /** In grains, far above any typical quantity. */
  private static final double MOST = 0x1p50;

  /** Somebody who announces income of a kind. */
  public record Source(Address from, Claim.Kind kind) {}

  public Trader {
    ports = List.copyOf(ports);
    sources = List.copyOf(sources);
  }

  /**
   * Its state at first.
   *
   * @param stock by port, in grains
   */
  public TraderState start(long[] stock, double[] memory) {
    int n = ports.size();
    var unknown = new double[n];
    Arrays.fill(unknown, Double.NaN);
    var never = new long[n];
    Arrays.fill(never, -1);
    var neverClaimed = new long[sources.size()];
    Arrays.fill(neverClaimed, -1);
    return new TraderState(
        0,
        unknown,
        unknown.clone(),
        never,
        stock.clone(),
        new long[n],
        new long[n],
        new long[n],
        new long[n],
        new long[n],
        0,
        new double[sources.size()],
        neverClaimed,
        memory.clone(),
        Conduct.Intent.atAnyPrice(new double[n], new double[n], List.of(), memory));
  }

  @Override
  public Step<TraderState> step(TraderState state, List<Message> inbox, Broadcast heard) {
    var books = new TraderBooks(state);
    for (var message : inbox) {
      switch (message) {
        case Quote quote -> books.quote(quote);
        case Shipped shipped -> books.accept(shipped);
        case Paid paid -> books.accept(paid);
        case Claim claim ->
            books.claim(claim, sources.indexOf(new Source(claim.from(), claim.kind())));
        case Order order -> throw new IllegalArgumentException("not for a trader: " + order);
      }
    }
    boolean isInformed = Arrays.stream(books.prices).noneMatch(Double::isNaN);
    var intent = isInformed ? act(books, state, heard) : state.intent();
    var outbox = outbox(books, intent, state.round(), isInformed);
    return new Step<>(books.state(state.round() + 1, intent), outbox);
  }

  private Conduct.Intent act(TraderBooks books, TraderState state, Broadcast heard) {
    var intent =
        conduct.intend(
            new Conduct.Known(
                books.prices.clone(),
                books.sought.clone(),
                books.claims.clone(),
                state.memory(),
                state.round(),
                heard));
    var change = conduct.transform(books.stock.clone(), intent);
    for (int i = 0; i < change.length; i++) {
      books.stock[i] = Math.addExact(books.stock[i], change[i]);
      books.changed[i] = Math.addExact(books.changed[i], change[i]);
      if (ports.get(i).side() == Port.Side.SELLS && books.stock[i] > 0) {
        books.shipped[i] = Math.addExact(books.shipped[i], books.stock[i]);
        books.stock[i] = 0;
      }
    }
    return intent;
  }

  private List<Message> outbox(
      TraderBooks books, Conduct.Intent intent, long round, boolean isInformed) {
    var outbox = new ArrayList<Message>();
    for (int i = 0; i < ports.size(); i++) {
      var market = Address.market(ports.get(i).good());
      if (books.shipped[i] > 0) {
        outbox.add(new Shipped(address, market, i, books.shipped[i], 0));
      }
      if (books.paid[i] != 0) {
        outbox.add(new Paid(address, market, i, books.paid[i]));
      }
      if (isInformed) {
        outbox.add(
            new Order(
                address,
                market,
                i,
                round,
                intent.buys()[i],
                intent.sells()[i],
                intent.asks()[i],
                wanted(books, intent, i)));
      }
    }
    if (isInformed) {
      for (var each : intent.announcements()) {
        outbox.add(new Claim(address, each.to(), each.kind(), round, each.amount()));
      }
    }
    return outbox;
  }

  /** What its plan takes beyond what it has, but nobody orders more at once than can be counted. */
  private long wanted(TraderBooks books, Conduct.Intent intent, int port) {
    long planned =
        ports.get(port).side() == Port.Side.BUYS
            ? Grains.atLeast(
                Math.min(intent.buys()[port], MOST * ports.get(port).grain()),
                ports.get(port).grain())
            : 0;
    return Math.max(0, Math.subtractExact(planned, books.stock[port]));
  }
}
