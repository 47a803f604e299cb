package dev.costate.dynamics.law;

import dev.costate.dynamics.protocol.Broadcast;
import dev.costate.dynamics.protocol.Herald;
import java.util.function.DoubleFunction;

/**
 * Restarted reflected Halpern PDHG, the accelerated solver of linear and concave markets (Lu and
 * Yang 2024, "Restarted Halpern PDHG for linear programming"). Let T be a round of the primal-dual
 * method: levels x move by their margins to x', firms announce 2 x' - x, prices p move to p' by the
 * excess demand that is left, in which outsiders answer p' itself. From an anchor z0, round k of an
 * epoch leads from z = (x, p) to
 *
 * <pre>(k + 1) / (k + 2) * (2 T(z) - z) + 1 / (k + 2) * z0</pre>
 *
 * held at 0 where that is negative (the paper's point may be negative; without this bound and for
 * linear markets there is a proof). Where T leaves z almost where it is, a new epoch is anchored
 * there.
 *
 * <p>Steps are local ({@link CoupledStep}).
 *
 * <p>Three numbers are global, and everybody hears two: the weight w of prices over quantities, and
 * the round of the epoch. The {@link Herald} finds them from four sums over all: how far T moves
 * levels and prices, and how far these are from their anchors.
 */
record Halpern() implements Dynamics {
  /** Steps are this part of the longest. */
  private static final double PART = 0.99;

  @Override
  public String name() {
    return "halpern";
  }

  @Override
  public String summary() {
    return "restarted reflected Halpern PDHG: the accelerated form of primal-dual, for linear and concave markets";
  }

  @Override
  public String steps() {
    return "each its own, from what it is coupled to; everybody also hears one weight of prices over quantities, and when to restart";
  }

  @Override
  public Rule prices(double least) {
    return new Anchored(new CoupledStep(CoupledStep.Side.PRICE, PART, least));
  }

  @Override
  public Rule levels(double least) {
    return new Anchored(new CoupledStep(CoupledStep.Side.LEVEL, PART, least));
  }

  @Override
  public Answer answer() {
    return Answer.MARGINAL_PROFIT;
  }

  @Override
  public Herald herald(double price, double quantity) {
    return new Restarts(price / quantity);
  }

  /** Memory: the anchor. */
  private record Anchored(CoupledStep step) implements Rule {
    @Override
    public double[] start() {
      return new double[1];
    }

    @Override
    public Moved next(double value, Signal signal, double[] memory, Broadcast heard) {
      double there = step.there(value, signal, Restarts.weight(heard));
      return moved(value, there, signal, memory, heard);
    }

    @Override
    public Moved next(
        double value, DoubleFunction<Signal> signals, double[] memory, Broadcast heard) {
      double there = step.there(value, signals, Restarts.weight(heard));
      return moved(value, there, signals.apply(value), memory, heard);
    }

    private Moved moved(
        double value, double there, Signal signal, double[] memory, Broadcast heard) {
      double round = Restarts.roundOfEpoch(heard);
      double anchor = round == 0 ? value : memory[0];
      double reflected = 2 * there - value;
      double mean = ((round + 1) * reflected + anchor) / (round + 2);
      double next = step.within(mean, signal);
      double unit = Math.max(1, signal.reach());
      double move = unit * (there - value) * (there - value);
      double away = unit * (next - anchor) * (next - anchor);
      return new Moved(
          next,
          new double[] {anchor},
          step.within(reflected, signal),
          switch (step.side()) {
            case LEVEL -> new double[] {move, 0, away, 0};
            case PRICE -> new double[] {0, move, 0, away};
          });
    }
  }

  /**
   * When to restart, and the weight, by Lu and Yang's rules: a new epoch begins if the fixed-point
   * residual has fallen to a fifth of what it was at the start of this one, or to four fifths and
   * rises again, or if the epoch is long. The weight is then moved, in logarithms, half the way to
   * the ratio of how far prices went in the epoch and how far levels did, but by a factor of 4 at
   * most.
   *
   * <p>Numbers: the weight, the round of the epoch, its first residual, its last, all rounds.
   *
   * @param first weight
   */
  private record Restarts(double first) implements Herald {
    private static final double SUFFICIENT = 0.2;
    private static final double NECESSARY = 0.8;

    /** An epoch is long if it takes this part of all rounds. */
    private static final double LONG = 0.36;

    private static final double SMOOTHING = 0.5;

    /**
     * Where only prices moved, or only levels, the ratio says little: it counts as this at most.
     */
    private static final double FARTHEST = 16;

    static double weight(Broadcast heard) {
      return heard.numbers()[0];
    }

    static double roundOfEpoch(Broadcast heard) {
      return heard.numbers()[1];
    }

    @Override
    public Broadcast opening() {
      return new Broadcast(new double[] {first, 0.0, 0.0, 0.0, 0.0});
    }

    @Override
    public Broadcast next(Broadcast last, double[] sums) {
      if (sums.length == 0) {
        return last;
      }
      double weight = weight(last);
      double round = roundOfEpoch(last);
      double residual = Math.sqrt(weight * sums[0] + sums[1] / weight);
      double atStart = round == 0 ? residual : last.numbers()[2];
      double before = last.numbers()[3];
      double all = last.numbers()[4] + 1;
      boolean restarts =
          round > 0
              && (residual <= SUFFICIENT * atStart
                  || residual <= NECESSARY * atStart && residual > before
                  || round >= LONG * all);
      return restarts
          ? new Broadcast(new double[] {moved(weight, sums), 0.0, 0.0, 0.0, all})
          : new Broadcast(new double[] {weight, round + 1, atStart, residual, all});
    }

    private static double moved(double weight, double[] sums) {
      double change = Math.sqrt(sums[3] / sums[2]) / weight;
      return Double.isNaN(change)
          ? weight
          : weight * Math.pow(Math.clamp(change, 1 / FARTHEST, FARTHEST), SMOOTHING);
    }
  }
}
