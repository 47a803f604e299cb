package dev.costate.equilibrium;

import dev.costate.equilibrium.equation.ConsumerPlaces;
import dev.costate.equilibrium.equation.MarketEquations;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a search that ended without success says about the market: consumers who cannot pay what
 * they need, or who want no more than they have.
 */
final class StallAdvice {
  /** More of a good is this much more. */
  private static final double MORE = 0.1;

  /** What is left of income counts beyond this fraction of it. */
  private static final double LEFT = 1e-3;

  private final MarketEquations market;
  private final MarketBooks books;

  private StallAdvice(MarketEquations market, MarketBooks books) {
    this.market = market;
    this.books = books;
  }

  /** A hint, or an empty string. */
  static String of(MarketEquations market, MarketBooks books, BoundlessUnknowns boundless) {
    var advice = new StallAdvice(market, books);
    var consumers = market.consumers().values();
    return consumers.stream()
        .flatMap(consumer -> advice.needs(consumer).stream())
        .findFirst()
        .or(() ->
            consumers.stream()
                .flatMap(consumer -> advice.isSatiated(consumer).stream())
                .findFirst())
        .orElseGet(boundless::hint);
  }

  private Optional<String> needs(ConsumerPlaces consumer) {
    if (consumer.code().isEmpty() || !(books.value(consumer.spendable()) > 0)) {
      return Optional.empty();
    }
    var search = BetterBundles.search(consumer, books);
    return search.best(books.bundle(consumer)).utility() > Double.NEGATIVE_INFINITY
        ? Optional.empty()
        : Optional.of(
            "at these prices nothing that consumer '%s' can pay with %s has a utility that is a number: let it own more, or need less"
                .formatted(
                    consumer.consumer().name(), Figure.of(books.value(consumer.spendable()))));
  }

  /** In a closed market what somebody does not spend is missing elsewhere. */
  private Optional<String> isSatiated(ConsumerPlaces consumer) {
    if (consumer.code().isEmpty() || !market.economy().isClosed()) {
      return Optional.empty();
    }
    var bundle = books.bundle(consumer);
    var prices = books.prices(consumer);
    double spendable = books.value(consumer.spendable());
    double spent = IntStream.range(0, bundle.length).mapToDouble(i -> prices[i] * bundle[i]).sum();
    var search = BetterBundles.search(consumer, books);
    double utility = search.utility(bundle);
    boolean wantsMore =
        IntStream.range(0, bundle.length)
            .anyMatch(i -> {
              var more = bundle.clone();
              more[i] += MORE * Math.max(Math.abs(bundle[i]), 1);
              return search.utility(more) > utility;
            });
    double left = spendable - spent;
    return wantsMore || !(left > LEFT * Math.abs(spendable))
        ? Optional.empty()
        : Optional.of(
            "consumer '%s', with %s to spend, wants no more than it buys, and in a closed market nobody earns what it leaves: let its utility always grow with some good, such as what it keeps of its own"
                .formatted(consumer.consumer().name(), Figure.of(spendable)));
  }
}
