package dev.costate.dynamics.measure;

import dev.costate.economy.Economy;
import java.util.Arrays;
import java.util.List;

/**
 * The plans of a round as far as there is enough of every good, if all rounds were like this one: a
 * good of which more is wanted than is made and brought goes to its buyers in proportion to what
 * they want of it, after those who want it whatever it costs; firms make what their code makes of
 * what they get; what nobody takes is thrown away. These quantities add up, so that no prices make
 * them worth more than the dual surplus.
 */
final class CarriedOut {
  private static final int MOST_SWEEPS = 10_000;

  /** Parts that move by less than this are still. */
  private static final double STILL = 1e-15;

  /** A part may be so far from what there is over what is wanted. */
  private static final double EXACT = 1e-9;

  private final Economy economy;
  private final FirmsCode code;
  private final Reading reading;
  private final OutsideAreas areas;
  final double[] part;
  final double[] wanted;
  final double[][] used;
  final double[][] made;

  /** Whether these quantities can be had at all. */
  final boolean isPossible;

  /** Whether each part is what there is over what is wanted, so that it moves with them. */
  final boolean isExact;

  CarriedOut(Economy economy, FirmsCode code, OutsideAreas areas, Reading reading) {
    this.economy = economy;
    this.code = code;
    this.reading = reading;
    this.areas = areas;
    int firms = reading.firms().size();
    part = new double[reading.goods().size()];
    Arrays.fill(part, 1);
    wanted = wanted();
    used = new double[firms][];
    made = new double[firms][];
    isPossible = isSettled();
    isExact = isPossible && isExact();
  }

  private boolean isSettled() {
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      if (!run()) {
        return false;
      }
      var there = there();
      double moved = 0;
      for (int g = 0; g < part.length; g++) {
        if (isElastic(g)) {
          continue;
        }
        if (there[g] < 0) {
          return false;
        }
        double next = wanted[g] > there[g] ? Math.min(part[g], there[g] / wanted[g]) : part[g];
        moved = Math.max(moved, part[g] - next);
        part[g] = next;
      }
      if (moved <= STILL) {
        return true;
      }
    }
    return false;
  }

  private boolean isExact() {
    var there = there();
    for (int g = 0; g < part.length; g++) {
      boolean free = isElastic(g) || wanted[g] <= there[g] && part[g] == 1;
      if (!free && Math.abs(part[g] * wanted[g] - there[g]) > EXACT * wanted[g]) {
        return false;
      }
    }
    return true;
  }

  boolean isElastic(int good) {
    return economy.goods().get(good).fixedPrice().isPresent();
  }

  /** Whether less of a good is there than is wanted. */
  boolean isShort(int good) {
    return part[good] < 1;
  }

  /** What goes to buyers in proportion: what firms want, and outsiders not at any cost. */
  private double[] wanted() {
    var sums = new double[reading.goods().size()];
    for (int f = 0; f < reading.firms().size(); f++) {
      var inputs = reading.firms().get(f).inputs();
      for (int i = 0; i < inputs.size(); i++) {
        sums[code.input(f, i)] += inputs.get(i);
      }
    }
    for (int g = 0; g < sums.length; g++) {
      sums[g] += reading.goods().get(g).takes() - areas.of(g).fixedDemand();
    }
    return sums;
  }

  /** What firms use and make with these parts; false where their code gives no numbers. */
  private boolean run() {
    for (int f = 0; f < used.length; f++) {
      List<Double> inputs = reading.firms().get(f).inputs();
      used[f] = new double[inputs.size()];
      for (int i = 0; i < inputs.size(); i++) {
        used[f][i] = part[code.input(f, i)] * inputs.get(i);
      }
      var results = code.run(f, used[f]);
      if (results.isEmpty()) {
        return false;
      }
      made[f] = results.get();
    }
    return true;
  }

  /** What there is for those who want it in proportion: brought and made, net of what must be. */
  private double[] there() {
    var sums = new double[part.length];
    for (int g = 0; g < sums.length; g++) {
      sums[g] = reading.goods().get(g).brings() - areas.of(g).fixedDemand();
    }
    for (int f = 0; f < made.length; f++) {
      for (int k = 0; k < made[f].length; k++) {
        sums[code.output(f, k)] += made[f][k];
      }
    }
    return sums;
  }

  /** What is made of a good less what is used of it. */
  private double net(int good) {
    double net = 0;
    for (int f = 0; f < used.length; f++) {
      for (int k = 0; k < made[f].length; k++) {
        net += code.output(f, k) == good ? made[f][k] : 0;
      }
      for (int i = 0; i < used[f].length; i++) {
        net -= code.input(f, i) == good ? used[f][i] : 0;
      }
    }
    return net;
  }

  /** Total surplus of these quantities, in money a round; not a number if they cannot be had. */
  double surplus() {
    if (!isPossible) {
      return Double.NaN;
    }
    double surplus = 0;
    for (int g = 0; g < part.length; g++) {
      var good = reading.goods().get(g);
      if (isElastic(g)) {
        surplus += good.price() * net(g);
      } else {
        surplus += areas.of(g).worth(good.price(), good.takes(), part[g]);
        surplus -= areas.of(g).cost(good.price(), good.brings());
      }
    }
    return Double.isFinite(surplus) ? surplus : Double.NaN;
  }
}
