package dev.costate.dynamics.protocol;

/**
 * What one agent tells another. News ({@link Quote}, {@link Order}, {@link Claim}) carries the
 * round it was written in, and older news never replaces newer. Transfers ({@link Shipped}, {@link
 * Paid}) carry the total so far.
 */
public sealed interface Message {
  Address from();

  Address to();

  /**
   * A market tells a trader its price, and a seller who asked for one what it is to make.
   *
   * @param port the trader's port
   * @param round the step of the market in which it was written
   * @param price money per unit of the good
   * @param sought from the trader a round, in the good's unit; NaN if it asked for no price
   */
  record Quote(Address from, Address to, int port, long round, double price, double sought)
      implements Message {}

  /**
   * A trader tells a market what it plans at the price it knows, and what it wants now.
   *
   * @param port the trader's port
   * @param round the step of the trader in which it was written
   * @param buys planned purchases a round, in the good's unit
   * @param sells planned sales a round, in the good's unit
   * @param asks for a unit, in money; NaN if it takes the market's price
   * @param wanted to be delivered now, in grains
   */
  record Order(
      Address from,
      Address to,
      int port,
      long round,
      double buys,
      double sells,
      double asks,
      long wanted)
      implements Message {}

  /**
   * Somebody tells a consumer the income of a round that it may plan with; negative for what it has
   * to pay.
   *
   * @param amount money a round
   */
  record Claim(Address from, Address to, Kind kind, long round, double amount) implements Message {
    /** What it is income from. */
    public enum Kind {
      DIVIDEND,
      LEVY,
      TRANSFER
    }
  }

  /**
   * Goods, from a trader to a market or back.
   *
   * @param port the trader's port
   * @param total grains so far
   * @param charge what the market charges for them, in grains of money, so far; 0 from a trader
   */
  record Shipped(Address from, Address to, int port, long total, long charge) implements Message {}

  /**
   * Money, from a trader to a market or back.
   *
   * @param port the trader's port
   * @param total grains of money so far
   */
  record Paid(Address from, Address to, int port, long total) implements Message {}
}
