package dev.costate.equilibrium.check;

import dev.costate.economy.Consumer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tries other bundles of one consumer, without derivatives: steps in each good and in all, ever
 * smaller (pattern search, Hooke and Jeeves 1961), each bundle shrunk to what the consumer can pay.
 */
final class ConsumerTrial {
  /**
   * Other bundles cost this fraction less, so that what beats the consumer's own is no rounding.
   */
  private static final double CHEAPER = 1e-6;

  private static final double FIRST_STEP = 1;
  private static final double LAST_STEP = 1e-4;
  private static final int MOST_BUNDLES = 5_000;

  /** Up to so many goods, one is also exchanged for another. */
  private static final int MOST_FOR_PAIRS = 12;

  private static final int BISECTIONS = 60;

  private final FirmCode code;
  private final String utility;
  private final Purse purse;
  private final double budget;
  private final int goods;
  private int tried;

  ConsumerTrial(FirmCode code, Consumer consumer, Purse purse, double spendable) {
    this.code = code;
    this.utility = consumer.utility().orElseThrow();
    this.purse = purse;
    this.budget = spendable * (1 - CHEAPER);
    this.goods = consumer.wants().size();
  }

  int tried() {
    return tried;
  }

  /** The utility of a bundle; minus infinity where its code gives no number. */
  double utility(double[] bundle) {
    tried++;
    double value = code.number(utility, bundle);
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }

  /** The largest utility of any bundle that the search meets. */
  double best(double[] own) {
    if (!(budget > 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (var start : starts(own)) {
      best = Math.max(best, climbed(affordable(start)));
    }
    return best;
  }

  private List<double[]> starts(double[] own) {
    var equal = new double[goods];
    var mixed = own.clone();
    for (int i = 0; i < goods; i++) {
      equal[i] = purse.quantity(i, budget / goods);
      mixed[i] = (own[i] + equal[i]) / 2;
    }
    return List.of(own, equal, mixed);
  }

  private double climbed(double[] from) {
    var best = from;
    double utility = utility(best);
    double step = FIRST_STEP;
    int until = tried + MOST_BUNDLES;
    while (step > LAST_STEP && tried < until) {
      boolean improved = false;
      for (var other : around(best, step)) {
        var bundle = affordable(other);
        double value = utility(bundle);
        if (value > utility) {
          best = bundle;
          utility = value;
          improved = true;
        }
      }
      step = improved ? step : step / 2;
    }
    return utility;
  }

  private List<double[]> around(double[] bundle, double step) {
    var others = new ArrayList<double[]>();
    others.add(Arrays.stream(bundle).map(x -> x * (1 + step)).toArray());
    for (int i = 0; i < goods; i++) {
      others.add(changed(bundle, i, step));
      others.add(changed(bundle, i, -step));
      for (int j = 0; j < goods && goods <= MOST_FOR_PAIRS; j++) {
        if (i != j) {
          others.add(changed(changed(bundle, i, step), j, -step));
        }
      }
    }
    return others;
  }

  private double[] changed(double[] bundle, int i, double step) {
    var changed = bundle.clone();
    changed[i] =
        bundle[i] == 0
            ? Math.max(step, 0) * purse.quantity(i, budget / goods)
            : bundle[i] * (step > 0 ? 1 + step : 1 / (1 - step));
    return changed;
  }

  /** The bundle, or the largest part of it that the consumer can pay. */
  private double[] affordable(double[] bundle) {
    if (purse.cost(bundle) <= budget) {
      return bundle;
    }
    double low = 0;
    double high = 1;
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = (low + high) / 2;
      if (purse.cost(times(bundle, middle)) <= budget) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return times(bundle, low);
  }

  private static double[] times(double[] bundle, double factor) {
    return Arrays.stream(bundle).map(x -> x * factor).toArray();
  }
}
