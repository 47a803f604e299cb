package dev.costate.dynamics.protocol;

/**
 * What a market knows and has. By link: the last order of a trader, and the totals of what passed.
 *
 * @param round how many steps it has taken
 * @param price money per unit
 * @param memory of its pricing
 * @param ordered the round of the newest order
 * @param buys planned purchases, in units
 * @param sells planned sales, in units
 * @param asks for a unit, in money; NaN of who takes the market's price
 * @param sought a round from who asks a price, in units; NaN from all others
 * @param wanted to be delivered, in grains
 * @param accepted grains taken in so far
 * @param delivered grains sent so far
 * @param charged grains of money charged for them so far
 * @param paid grains of money sent so far
 * @param collected grains of money taken in so far
 * @param consigned grains in stock by whose they are: by link, then those of outsiders
 * @param cash grains of money; negative if it is owed some
 * @param outside totals of what crossed the border
 * @param last what happened in the last step
 * @param tally what it told the herald of the last move of its price
 */
@SuppressWarnings("ArrayRecordComponent")
public record MarketState(
    long round,
    double price,
    double[] memory,
    long[] ordered,
    double[] buys,
    double[] sells,
    double[] asks,
    double[] sought,
    long[] wanted,
    long[] accepted,
    long[] delivered,
    long[] charged,
    long[] paid,
    long[] collected,
    long[] consigned,
    long cash,
    Border outside,
    Traded last,
    double[] tally) {
  /**
   * Totals of what outsiders did so far, in grains, and of what was thrown away.
   *
   * @param brought by outsiders
   * @param taken by outsiders
   * @param disposed thrown away
   * @param paidIn money of outsiders for what they took
   * @param paidOut money to outsiders for what they brought
   */
  public record Border(long brought, long taken, long disposed, long paidIn, long paidOut) {
    static final Border NONE = new Border(0, 0, 0, 0, 0);
  }

  /**
   * A step of the market.
   *
   * @param price at which it traded
   * @param outside what outsiders would bring and take at it
   * @param seen what the next price was found from
   * @param quantity all purchases, in grains
   * @param unmet what was wanted and not there, in grains
   */
  public record Traded(
      double price, Pricing.Outside outside, Pricing.Seen seen, long quantity, long unmet) {
    static Traded nothing(double price) {
      var seen = new Pricing.Seen(0, 0, 0, 0, Pricing.Offers.NONE, 0);
      return new Traded(price, new Pricing.Outside(0, 0), seen, 0, 0);
    }
  }
}
