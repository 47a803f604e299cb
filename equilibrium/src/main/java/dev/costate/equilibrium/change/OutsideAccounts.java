package dev.costate.equilibrium.change;

import dev.costate.economy.Trade;
import dev.costate.equilibrium.change.Account.Party;
import dev.costate.equilibrium.change.Part.Cause;
import dev.costate.equilibrium.change.PriceSplit.Factor;
import java.util.List;
import java.util.stream.Stream;

/** What outsiders who trade along a curve, or at a price, make of a change. */
final class OutsideAccounts {
  private static final Party OUTSIDERS = new Party.Outsiders();

  /** A price is that of a step if it is this close, as a fraction. */
  private static final double SAME_PRICE = 1e-8;

  private final Side before;
  private final Side after;

  OutsideAccounts(Side before, Side after) {
    this.before = before;
    this.after = after;
  }

  /** A curve with the prices that it reads, in the market's own unit. */
  private record At(Side side, String function, List<String> others) {
    /** What is traded at a price of the good and prices of the others. */
    double quantity(double price, double[] otherPrices) {
      var arguments = new double[1 + otherPrices.length];
      arguments[0] = price;
      System.arraycopy(otherPrices, 0, arguments, 1, otherPrices.length);
      return Math.max(0, side.number(function, arguments));
    }

    double price(String good) {
      return side.price(good) * side.unit();
    }

    double[] otherPrices() {
      return others.stream().mapToDouble(this::price).toArray();
    }
  }

  Account demand(String good, Trade.DemandCurve was, Trade.DemandCurve is) {
    return curve(
        good,
        new At(before, was.function(), was.others()),
        new At(after, is.function(), is.others()));
  }

  Account supply(String good, Trade.SupplyCurve was, Trade.SupplyCurve is) {
    return curve(
        good,
        new At(before, was.function(), was.others()),
        new At(after, is.function(), is.others()));
  }

  /**
   * The quantity changes with the curve, with other prices and with the price itself: each is the
   * mean of what it does first and what it does last, so that together they are the change. What
   * the first two do not do the price has to.
   */
  private Account curve(String good, At was, At is) {
    double p = was.price(good);
    double q = is.price(good);
    if (!was.others().equals(is.others())) {
      return new Account.Unexplained(
          OUTSIDERS, new Change(Double.NaN, Double.NaN), "trade by another curve after");
    }
    var o = was.otherPrices();
    var r = is.otherPrices();
    var quantity = new Change(was.quantity(p, o), is.quantity(q, r));
    double moved =
        mean(is.quantity(p, o) - was.quantity(p, o), is.quantity(q, r) - was.quantity(q, r));
    double others =
        mean(is.quantity(p, r) - is.quantity(p, o), was.quantity(q, r) - was.quantity(q, o));
    double along =
        mean(was.quantity(q, o) - was.quantity(p, o), is.quantity(q, r) - is.quantity(p, r));
    double slope = along / (q - p);
    if (slope == 0 || !Double.isFinite(1 / slope)) {
      return new Account.Unexplained(
          OUTSIDERS, quantity, "trade what they do at any price in this range");
    }
    var unit = new Change(1 / before.unit(), 1 / after.unit());
    var split =
        PriceSplit.scaled(unit.mean() / slope)
            .plus(Cause.ALONG_CURVE, good, quantity)
            .minus(Cause.CURVE, good, from(quantity.before(), moved))
            .minus(
                Cause.OTHER_PRICES,
                String.join(", ", was.others()),
                from(quantity.before(), others));
    var inUnit = PriceSplit.scaled(new Change(p, q).mean()).plus(Cause.UNIT_OF_ACCOUNT, "", unit);
    return Account.of(
        OUTSIDERS, quantity, Stream.of(split, inUnit).flatMap(x -> x.parts().stream()).toList());
  }

  private static Change from(double quantity, double more) {
    return new Change(quantity, quantity + more);
  }

  private static double mean(double first, double last) {
    return new Change(first, last).mean();
  }

  /**
   * Of a price at which outsiders trade as long as they may.
   *
   * @param stated in the market's own unit
   * @param quantity what outsiders trade; not numbers if it is one of several prices
   */
  Account atPrice(String good, Change stated, Change quantity) {
    var price = new Change(before.price(good) * before.unit(), after.price(good) * after.unit());
    if (!isSame(stated.before(), price.before()) || !isSame(stated.after(), price.after())) {
      return new Account.Unexplained(
          OUTSIDERS, quantity, "trade all or nothing at their own price, before or after");
    }
    var unit =
        new Factor(Cause.UNIT_OF_ACCOUNT, "", new Change(1 / before.unit(), 1 / after.unit()));
    var gap = new Change(price.before() - stated.before(), price.after() - stated.after());
    return Account.of(
        OUTSIDERS,
        quantity,
        PriceSplit.scaled(1)
            .product(1, new Factor(Cause.OUTSIDE_PRICE, good, stated), unit)
            .product(1, new Factor(Cause.SLACK, "", gap), unit)
            .parts());
  }

  private static boolean isSame(double stated, double price) {
    return Math.abs(stated - price) <= SAME_PRICE * Math.abs(price);
  }
}
