package dev.costate.equilibrium.certify;

import dev.costate.equilibrium.region.Regions;
import dev.costate.equilibrium.region.Ways;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A global search over the bundles one consumer can pay, without derivatives: steps in each good
 * and in all, ever smaller (pattern search, Hooke and Jeeves 1961), each bundle shrunk to what the
 * consumer can pay; also from where its code takes another branch.
 */
public final class BundleSearch {
  /**
   * Other bundles cost this fraction less, so that what beats the consumer's own is no rounding.
   */
  private static final double CHEAPER = 1e-6;

  private static final double FIRST_STEP = 1;
  private static final double LAST_STEP = 1e-4;
  private static final int MOST_BUNDLES = 5_000;

  /** What else is in a bundle that is mostly one good, as a fraction of an equal split. */
  private static final double REST = 1e-3;

  /** Up to so many goods, one is also exchanged for another. */
  private static final int MOST_FOR_PAIRS = 12;

  private static final int BISECTIONS = 60;

  private final ToDoubleFunction<double[]> code;
  private final Optional<Ways> ways;
  private final Budget budget;
  private final double money;
  private final int goods;
  private int tried;

  /** What bundles cost. */
  public interface Budget {
    double cost(double[] bundle);

    /** How much of a good some money buys; a free good's unit. */
    double quantity(int good, double money);
  }

  /**
   * @param code utility by wanted good; NaN where it gives no number
   * @param ways which way that code goes, unless it is known to be quasi-concave, with no narrow
   *     ranges behind a branch
   * @param spendable money for the bundle
   * @param goods how many goods are wanted
   */
  public BundleSearch(
      ToDoubleFunction<double[]> code,
      Optional<Ways> ways,
      Budget budget,
      double spendable,
      int goods) {
    this.code = code;
    this.ways = ways;
    this.budget = budget;
    this.money = spendable * (1 - CHEAPER);
    this.goods = goods;
  }

  public int tried() {
    return tried;
  }

  /** A bundle and its utility, minus infinity where the code gives no number. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Found(double[] bundle, double utility) {}

  /** The utility of a bundle; minus infinity where its code gives no number. */
  public double utility(double[] bundle) {
    tried++;
    double value = code.applyAsDouble(bundle);
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }

  /** The bundle with the largest utility that the search meets. */
  public Found best(double[] own) {
    var best = new Found(own.clone(), Double.NEGATIVE_INFINITY);
    if (!(money > 0)) {
      return best;
    }
    for (var start : starts(own)) {
      var top = climbed(affordable(start));
      best = top.utility > best.utility ? top : best;
    }
    for (var region : regions(List.of(affordable(own), best.bundle()))) {
      var top = climbed(bestOf(region));
      best = top.utility > best.utility ? top : best;
    }
    return best;
  }

  private List<List<double[]>> regions(List<double[]> bundles) {
    var lines = new BundleLines(budget, money);
    return ways.map(w -> Regions.of(w, bundles, lines::through)).orElse(List.of());
  }

  private double[] bestOf(List<double[]> bundles) {
    var best = new Found(affordable(bundles.getFirst()), Double.NEGATIVE_INFINITY);
    for (var bundle : bundles) {
      var tried = affordable(bundle);
      double utility = utility(tried);
      best = utility > best.utility ? new Found(tried, utility) : best;
    }
    return best.bundle();
  }

  private List<double[]> starts(double[] own) {
    var equal = new double[goods];
    var mixed = own.clone();
    for (int i = 0; i < goods; i++) {
      equal[i] = budget.quantity(i, money / goods);
      mixed[i] = (own[i] + equal[i]) / 2;
    }
    var starts = new ArrayList<>(List.of(own, equal, mixed));
    for (int i = 0; i < goods; i++) {
      var mostly = Arrays.stream(equal).map(x -> x * REST).toArray();
      mostly[i] = budget.quantity(i, money);
      starts.add(mostly);
    }
    return starts;
  }

  private Found climbed(double[] from) {
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
    return new Found(best, utility);
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
            ? Math.max(step, 0) * budget.quantity(i, money / goods)
            : bundle[i] * (step > 0 ? 1 + step : 1 / (1 - step));
    return changed;
  }

  /** The bundle, or the largest part of it that the consumer can pay. */
  private double[] affordable(double[] bundle) {
    if (budget.cost(bundle) <= money) {
      return bundle;
    }
    double low = 0;
    double high = 1;
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = (low + high) / 2;
      if (budget.cost(times(bundle, middle)) <= money) {
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
