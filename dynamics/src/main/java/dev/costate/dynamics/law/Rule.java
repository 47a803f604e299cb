package dev.costate.dynamics.law;

/** How one number that is not negative, a price or a level, moves. Pure. */
public interface Rule {
  /** What it remembers at first. */
  double[] start();

  /**
   * The next value.
   *
   * @param round how many steps were taken before
   */
  Moved next(double value, Signal signal, double[] memory, long round);

  /** Of a number that moves from one value to the next, the value that others are told. */
  default double announced(double now, double next) {
    return now;
  }

  /**
   * What drives it up (positive) or down.
   *
   * @param excess demand less supply, in units; or revenue less cost of a unit of activity, in
   *     money
   * @param scale the mean of what it is the difference of
   */
  record Signal(double excess, double scale) {
    /** The difference of two numbers that are not negative. */
    public static Signal of(double more, double less) {
      return new Signal(more - less, 0.5 * (Math.abs(more) + Math.abs(less)));
    }

    /** The excess over its scale, from -2 to 2; 0 if there is nothing. */
    public double relative() {
      return scale > 0 ? excess / scale : 0;
    }
  }

  /** A value and what is remembered with it. */
  @SuppressWarnings("ArrayRecordComponent")
  record Moved(double value, double[] memory) {}
}
