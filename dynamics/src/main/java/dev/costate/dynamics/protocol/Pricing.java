package dev.costate.dynamics.protocol;

/**
 * How the price of one good moves, and what the world outside does in its market. Its methods are
 * functions of their arguments.
 */
public interface Pricing {
  /** What it remembers at first. */
  double[] start();

  /** What outsiders would bring and take at a price. */
  Outside outside(double price, double[] memory);

  /** Whether outsiders buy and sell any quantity at the price. */
  boolean isElastic();

  /** Whether what nobody takes is kept for the next round. */
  boolean keepsStock();

  /**
   * The next price.
   *
   * @param heard what was broadcast to all
   */
  Move move(double price, Seen seen, double[] memory, Broadcast heard);

  /**
   * What outsiders trade a round, in the good's unit.
   *
   * @param brings what they would sell
   * @param takes what they would buy
   */
  record Outside(double brings, double takes) {}

  /**
   * What a market sees in a round, in the good's unit.
   *
   * @param demand planned purchases, of outsiders too
   * @param supply planned sales, of outsiders too
   * @param wanted to be delivered
   * @param stock there was to deliver
   * @param offers of those who ask a price
   * @param round how many steps the market has taken before
   */
  record Seen(
      double demand, double supply, double wanted, double stock, Offers offers, long round) {}

  /**
   * What sellers ask.
   *
   * @param least price that is asked; NaN if none is
   * @param others planned sales of all who ask none, of outsiders too, in the good's unit
   */
  record Offers(double least, double others) {
    /** Nobody asks a price, and nobody sells. */
    public static final Offers NONE = new Offers(Double.NaN, 0);

    /** What is for sale at any price: all sales, or those of all who ask none. */
    public double supply(Seen seen) {
      return isAsked() ? others : seen.supply();
    }

    public boolean isAsked() {
      return !Double.isNaN(least);
    }
  }

  /**
   * The next price and what is remembered.
   *
   * @param tally what the herald is told of the move, to be added up; empty for nothing
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Move(double price, double[] memory, double[] tally) {}
}
