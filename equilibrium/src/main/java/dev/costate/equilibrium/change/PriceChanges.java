package dev.costate.equilibrium.change;

import dev.costate.economy.Consumer;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.economy.Good;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.change.Account.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The door: why prices are others after a shock, as those see it who use a good and those who make
 * it.
 */
public final class PriceChanges {
  /**
   * A market and its equilibrium.
   *
   * @param economy with its unknowns still unknown
   * @param equilibrium in the market's own unit of account
   */
  public record Solved(Economy economy, Equilibrium equilibrium) {}

  private final Side before;
  private final Side after;
  private final OutsideAccounts outsiders;

  /**
   * @param after the same market with other numbers
   * @param in the good by whose price all others are divided, if any
   * @throws IllegalArgumentException if there is no such good, or its price is 0
   */
  public PriceChanges(Solved before, Solved after, Optional<String> in) {
    this.before = new Side(before.economy(), before.equilibrium(), in);
    this.after = new Side(after.economy(), after.equilibrium(), in);
    this.outsiders = new OutsideAccounts(this.before, this.after);
  }

  /**
   * The price of a good, in the unit of account per unit.
   *
   * @throws IllegalArgumentException if one of the markets has no such good
   */
  public Change price(String good) {
    return new Change(before.price(good), after.price(good));
  }

  /** Whether the file gives the price, before and after: then nobody's account is its reason. */
  public boolean isGiven(String good) {
    return Stream.of(before, after)
        .allMatch(side -> side.good(good).flatMap(Good::fixedPrice).isPresent());
  }

  /**
   * The accounts of all firms that may use a good, consumers that do and outsiders that may buy.
   */
  public List<Account> users(String good) {
    var accounts = new ArrayList<Account>();
    for (var firm : before.firms()) {
      if (isAmong(firm.inputs(), good)) {
        FirmAccounts.of(before, after, firm)
            .ifPresentOrElse(
                both -> accounts.addAll(both.asUser(good)), () -> accounts.add(another(firm)));
      }
    }
    for (var consumer : before.consumers()) {
      after.consumer(consumer.name()).ifPresent(then -> consumer(consumer, then, good, accounts));
    }
    trades(good, Trade.DemandCurve.class, (a, b) -> outsiders.demand(good, a, b), accounts);
    stated(good, Trade.Export.class, Trade.Export::price, toOutside(good), accounts);
    stated(good, Trade.FixedPrice.class, Trade.FixedPrice::price, toOutside(good), accounts);
    return accounts;
  }

  /**
   * The accounts of all firms that make a good, before or after, and of outsiders that may sell it.
   */
  public List<Account> makers(String good) {
    var accounts = new ArrayList<Account>();
    for (var firm : before.firms()) {
      if (isAmong(firm.outputs(), good) && isMaker(firm, good)) {
        accounts.add(
            FirmAccounts.of(before, after, firm)
                .map(both -> both.asMaker(good))
                .orElseGet(() -> another(firm)));
      }
    }
    trades(good, Trade.SupplyCurve.class, (a, b) -> outsiders.supply(good, a, b), accounts);
    stated(good, Trade.Import.class, Trade.Import::price, fromOutside(good), accounts);
    return accounts;
  }

  private boolean isMaker(Firm firm, String good) {
    return before.account(firm).makes(good) != 0
        || after.firm(firm.name()).map(after::account).stream()
            .anyMatch(account -> account.outputs().getOrDefault(good, 0.0) != 0);
  }

  private static boolean isAmong(List<Firm.Port> ports, String good) {
    return ports.stream().anyMatch(port -> port.good().equals(good));
  }

  private static Account another(Firm firm) {
    return new Account.Unexplained(
        new Party.OfFirm(firm.name()), new Change(0, 0), "is another firm after");
  }

  private void consumer(Consumer was, Consumer is, String good, List<Account> accounts) {
    double old = before.account(was).buys().getOrDefault(good, 0.0);
    double now = after.account(is).buys().getOrDefault(good, 0.0);
    if (old > 0 || now > 0) {
      accounts.add(ConsumerAccounts.of(before, after, was, is, good));
    }
  }

  private <T extends Trade> void trades(
      String good, Class<T> kind, BiFunction<T, T, Account> account, List<Account> accounts) {
    var was = trades(before.good(good), kind);
    var is = trades(after.good(good), kind);
    for (int t = 0; t < Math.min(was.size(), is.size()); t++) {
      accounts.add(account.apply(was.get(t), is.get(t)));
    }
  }

  private static <T extends Trade> List<T> trades(Optional<Good> good, Class<T> kind) {
    return good.stream().flatMap(g -> g.trades(kind)).toList();
  }

  private <T extends Trade> void stated(
      String good,
      Class<T> kind,
      ToDoubleFunction<T> price,
      Change quantity,
      List<Account> accounts) {
    boolean isAlone = trades(before.good(good), kind).size() == 1;
    var own = isAlone ? quantity : new Change(Double.NaN, Double.NaN);
    trades(
        good,
        kind,
        (was, is) ->
            outsiders.atPrice(
                good, new Change(price.applyAsDouble(was), price.applyAsDouble(is)), own),
        accounts);
  }

  private Change toOutside(String good) {
    return new Change(before.traded(good).toOutside(), after.traded(good).toOutside());
  }

  private Change fromOutside(String good) {
    return new Change(before.traded(good).fromOutside(), after.traded(good).fromOutside());
  }
}
