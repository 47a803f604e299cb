package dev.costate.dynamics.law;

import dev.costate.dynamics.protocol.Broadcast;
import java.util.function.DoubleFunction;

/** How one number that is not negative, a price or a level, moves. Pure. */
public interface Rule {
  /** What it remembers at first. */
  double[] start();

  /**
   * The next value.
   *
   * @param heard what was broadcast to all
   */
  Moved next(double value, Signal signal, double[] memory, Broadcast heard);

  /**
   * The next value of a number whose signal is known at other values too, as that of a price is by
   * the curves of outsiders.
   *
   * @param signals by value; the excess does not rise with it
   */
  default Moved next(
      double value, DoubleFunction<Signal> signals, double[] memory, Broadcast heard) {
    return next(value, signals.apply(value), memory, heard);
  }

  /**
   * What drives it up (positive) or down.
   *
   * @param excess demand less supply, in units; or revenue less cost of a unit of activity, in
   *     money
   * @param scale the mean of what it is the difference of
   * @param reach how strongly it is coupled to others: of a level, what one unit more uses and
   *     makes, squared and added up, times how many levels its firm has; of a price, how many trade
   *     at it
   * @param bend by how much its own excess falls for a unit more of it, as far as that is known
   * @param most the number is not to exceed it
   */
  record Signal(double excess, double scale, double reach, double bend, double most) {
    /** The difference of two numbers that are not negative. */
    public static Signal of(double more, double less) {
      return new Signal(
          more - less, 0.5 * (Math.abs(more) + Math.abs(less)), 1, 0, Double.POSITIVE_INFINITY);
    }

    /** The same with another coupling. */
    public Signal coupled(double otherReach, double otherBend) {
      return new Signal(excess, scale, otherReach, otherBend, most);
    }

    /** The same with a limit. */
    public Signal upTo(double limit) {
      return new Signal(excess, scale, reach, bend, limit);
    }

    /** The excess over its scale, from -2 to 2; 0 if there is nothing. */
    public double relative() {
      return scale > 0 ? excess / scale : 0;
    }
  }

  /**
   * A value and what is remembered with it.
   *
   * @param announced what others are told in place of the value that it moves from
   * @param tally what the herald is told of the move, to be added up; empty for nothing
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Moved(double value, double[] memory, double announced, double[] tally) {
    /** A move of which others are told nothing but where it began. */
    static Moved from(double before, double value, double[] memory) {
      return new Moved(value, memory, before, new double[0]);
    }
  }
}
