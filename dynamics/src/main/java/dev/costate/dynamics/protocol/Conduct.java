package dev.costate.dynamics.protocol;

import java.util.Arrays;
import java.util.List;

/** What a firm or a consumer does. Its methods are functions of their arguments. */
public interface Conduct {
  /** What it remembers at first. */
  double[] start();

  /** What it plans. */
  Intent intend(Known known);

  /**
   * What it makes and uses of what it has.
   *
   * @param stock by port, in grains
   * @return by port, the change of its stock
   */
  long[] transform(long[] stock, Intent intent);

  /**
   * What a trader knows.
   *
   * @param prices by port, money per unit, as the markets told last
   * @param sought by port, a round, in units; NaN where the market seeks no certain quantity
   * @param claims by source, money a round, as told last
   * @param memory what it remembers of earlier rounds
   * @param round how many steps it has taken before
   * @param heard what was broadcast to all
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Known(
      double[] prices,
      double[] sought,
      double[] claims,
      double[] memory,
      long round,
      Broadcast heard) {}

  /**
   * What a trader plans, a round.
   *
   * @param buys by port, in units
   * @param sells by port, in units
   * @param asks by port, money per unit; NaN where it takes the market's price
   * @param announcements income that others may plan with
   * @param memory what it will remember
   * @param tally what it tells the herald of its move, to be added up; empty for nothing
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Intent(
      double[] buys,
      double[] sells,
      double[] asks,
      List<Announcement> announcements,
      double[] memory,
      double[] tally) {
    public Intent {
      announcements = List.copyOf(announcements);
    }

    /** Of who takes all prices as they are, and tells the herald nothing. */
    public static Intent atAnyPrice(
        double[] buys, double[] sells, List<Announcement> announcements, double[] memory) {
      var asks = new double[buys.length];
      Arrays.fill(asks, Double.NaN);
      return new Intent(buys, sells, asks, announcements, memory, new double[0]);
    }
  }

  /** Money a round for a consumer. */
  record Announcement(Address to, Message.Claim.Kind kind, double amount) {}
}
