package dev.costate.equilibrium.check;

import dev.costate.economy.Consumer;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.economy.Wedge;
import dev.costate.equilibrium.Equilibrium;

/** What the agents of a market pay and keep at an equilibrium in the market's own unit. */
public final class NetPrices {
  private final Equilibrium equilibrium;
  private final Amounts amounts;
  private final Books books;

  public NetPrices(Economy economy, Equilibrium equilibrium) {
    this.equilibrium = equilibrium;
    amounts = new Amounts(new FirmCode(economy), economy, equilibrium);
    books = new Books(economy, equilibrium, amounts);
  }

  public NetPrice buying(Firm.Port port) {
    return NetPrice.buying(equilibrium.good(port.good()).price(), port.wedges(), amounts);
  }

  public NetPrice selling(Firm.Port port) {
    return NetPrice.selling(equilibrium.good(port.good()).price(), port.wedges(), amounts);
  }

  public NetPrice selling(Consumer.Endowment owned) {
    return NetPrice.selling(equilibrium.good(owned.good()).price(), owned.wedges(), amounts);
  }

  /** What is owned of a good. */
  public double quantity(Consumer.Endowment owned) {
    return amounts.of(owned.quantity());
  }

  /** The fraction of a firm that is owned. */
  public double fraction(Consumer.Share share) {
    return amounts.of(share.fraction());
  }

  /** A fraction of the price, or money per unit. */
  public double rate(Wedge wedge) {
    return amounts.of(wedge.rate());
  }

  /** What a consumer can spend: income with transfers, less savings. */
  public double spendable(Consumer consumer) {
    return books.spendable(consumer);
  }

  /** What a firm earns, its markups included. */
  public double profit(String firm) {
    return books.profit(firm);
  }
}
