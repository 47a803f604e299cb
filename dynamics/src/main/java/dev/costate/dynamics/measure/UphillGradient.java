package dev.costate.dynamics.measure;

import java.util.Optional;

/**
 * The gradient of total surplus by what is planned: backpropagation through the quantities of a
 * round. One more unit of a good is worth nothing if some of it is thrown away; if it is short, it
 * goes to its buyers in proportion to what they want, and is worth to each what its code makes of
 * it at the worth of what it makes.
 *
 * @param inputs by firm and input, money for a unit more planned
 * @param brings by good, for a unit more brought by outsiders along their curve
 * @param takes by good, for a unit more wanted by them along their curve
 */
@SuppressWarnings("ArrayRecordComponent")
record UphillGradient(double[][] inputs, double[] brings, double[] takes) {
  private static final int MOST_SWEEPS = 10_000;

  /** Values that change by less than this fraction of the largest are still. */
  private static final double STILL = 1e-15;

  /** Empty where code has no derivative, or values do not settle. */
  static Optional<UphillGradient> of(
      CarriedOut carried, FirmsCode code, OutsideAreas areas, Reading reading) {
    return carried.isExact ? new Sweep(carried, code, areas, reading).gradient() : Optional.empty();
  }

  /** Values of goods while they are found. */
  private static final class Sweep {
    private final CarriedOut carried;
    private final FirmsCode code;
    private final OutsideAreas areas;
    private final Reading reading;
    private final double[] values;
    private final double[][] uses;

    Sweep(CarriedOut carried, FirmsCode code, OutsideAreas areas, Reading reading) {
      this.carried = carried;
      this.code = code;
      this.areas = areas;
      this.reading = reading;
      values = new double[reading.goods().size()];
      uses = new double[reading.firms().size()][];
      for (int g = 0; g < values.length; g++) {
        values[g] = carried.isElastic(g) ? reading.goods().get(g).price() : 0;
      }
    }

    Optional<UphillGradient> gradient() {
      for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
        if (!worthInUse()) {
          return Optional.empty();
        }
        if (isStill()) {
          return Optional.of(gradientAtValues());
        }
      }
      return Optional.empty();
    }

    private boolean worthInUse() {
      for (int f = 0; f < uses.length; f++) {
        var marginal = code.marginal(f, carried.used[f], code.outputPrices(f, values));
        if (marginal.isEmpty()) {
          return false;
        }
        uses[f] = marginal.get();
      }
      return true;
    }

    private double valueOfOneMore(int good) {
      var read = reading.goods().get(good);
      return areas.of(good).valueOfOneMore(read.price(), carried.part[good]);
    }

    /** Moves the values of goods that are short to the mean of their uses. */
    private boolean isStill() {
      var next = new double[values.length];
      for (int f = 0; f < uses.length; f++) {
        for (int i = 0; i < uses[f].length; i++) {
          int good = code.input(f, i);
          double share = reading.firms().get(f).inputs().get(i) / carried.wanted[good];
          next[good] += carried.isShort(good) ? share * uses[f][i] : 0;
        }
      }
      double largest = 0;
      double moved = 0;
      for (int g = 0; g < next.length; g++) {
        if (carried.isElastic(g)) {
          next[g] = values[g];
        } else if (carried.isShort(g)) {
          double demanded = areas.of(g).demanded(reading.goods().get(g).price());
          next[g] += demanded > 0 ? demanded / carried.wanted[g] * valueOfOneMore(g) : 0;
        }
        largest = Math.max(largest, Math.abs(next[g]));
        moved = Math.max(moved, Math.abs(next[g] - values[g]));
        values[g] = next[g];
      }
      return moved <= STILL * largest;
    }

    private UphillGradient gradientAtValues() {
      var inputs = new double[uses.length][];
      for (int f = 0; f < uses.length; f++) {
        inputs[f] = new double[uses[f].length];
        for (int i = 0; i < inputs[f].length; i++) {
          int good = code.input(f, i);
          inputs[f][i] = carried.part[good] * (uses[f][i] - values[good]);
        }
      }
      var brings = new double[values.length];
      var takes = new double[values.length];
      for (int g = 0; g < values.length; g++) {
        if (!carried.isElastic(g)) {
          double price = reading.goods().get(g).price();
          brings[g] = values[g] - price;
          takes[g] =
              areas.of(g).demanded(price) > 0
                  ? carried.part[g] * (valueOfOneMore(g) - values[g])
                  : 0;
        }
      }
      return new UphillGradient(inputs, brings, takes);
    }
  }
}
