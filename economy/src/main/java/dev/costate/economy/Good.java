package dev.costate.economy;

import dev.costate.language.Place;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A good and how the world outside the market trades it.
 *
 * @param unit what it is counted in ({@code t}), or an empty string
 * @param label how it is shown, or an empty string
 * @param trades the outsiders, in the order of the file; a {@link Trade.FixedPrice} stands alone
 * @param disposal what becomes of what nobody buys
 * @param start the price at which a search begins
 * @param place where the good is declared or first named
 */
public record Good(
    String name,
    String unit,
    String label,
    List<Trade> trades,
    Disposal disposal,
    OptionalDouble start,
    Place place) {
  /** What becomes of unsold goods. */
  public enum Disposal {
    /** They are thrown away: the price is not negative. */
    FREE,
    /** Somebody must take them: the price may go negative. */
    NONE
  }

  public Good {
    trades = List.copyOf(trades);
    boolean priced = trades.stream().anyMatch(Trade.FixedPrice.class::isInstance);
    if (priced && trades.size() > 1) {
      throw new IllegalArgumentException(
          "good %s has a fixed price and other trades: %s".formatted(name, trades));
    }
  }

  /** The price at which outsiders buy and sell any quantity, if there is one. */
  public Optional<Trade.FixedPrice> fixedPrice() {
    return trades(Trade.FixedPrice.class).findFirst();
  }

  /** The trades of one kind. */
  public <T extends Trade> Stream<T> trades(Class<T> kind) {
    return trades.stream().filter(kind::isInstance).map(kind::cast);
  }

  public Good withTrades(List<Trade> others) {
    return new Good(name, unit, label, others, disposal, start, place);
  }
}
