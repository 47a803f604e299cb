package dev.costate.equilibrium.certify;

import dev.costate.economy.Firm;
import dev.costate.equilibrium.certify.FirmMarket.Earnings;
import dev.costate.equilibrium.region.DecisionLines;
import dev.costate.equilibrium.region.Regions;
import dev.costate.equilibrium.region.Ways;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A global search over one firm's plans, also where its code takes another branch. Deterministic.
 */
public final class PlanSearch {
  private static final long SEED = 8128;
  private static final int RANDOM_PLANS = 160;
  private static final double COMMON_LOG_RANGE = 5;
  private static final double OWN_LOG_RANGE = 2;
  private static final double HALF_DECADE = Math.sqrt(10);
  private static final int DECADES = 9;

  /** How many of the best plans are climbed from. */
  private static final int CLIMBS = 4;

  /** No climb goes beyond this many times the natural quantity of an input. */
  private static final double LARGEST = 1e9;

  private static final double FIRST_STRIDE = 1;
  private static final double LAST_STRIDE = 1e-11;
  private static final int MOST_MOVES = 4_000;

  private final FirmMarket firm;
  private final double[] sizes;
  private final Optional<Ways> ways;
  private final int inputs;
  private Optional<List<List<double[]>>> regions = Optional.empty();

  /**
   * @param sizes a natural quantity of each input, positive
   * @param ways which way the firm's code goes, unless it is known to be concave, with no narrow
   *     ranges behind a branch
   */
  public PlanSearch(FirmMarket firm, double[] sizes, Optional<Ways> ways) {
    this.firm = firm;
    this.ways = ways;
    this.sizes = sizes.clone();
    this.inputs = sizes.length;
  }

  /** A plan and what it earns. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Found(double[] inputs, Earnings earnings) {}

  /** What a search maximises. */
  private sealed interface Aim {
    double of(Earnings earnings);

    record Profit() implements Aim {
      @Override
      public double of(Earnings earnings) {
        return earnings.profit();
      }
    }

    /** Doing next to nothing has no margin: any plan is better. */
    record Margin(double least) implements Aim {
      @Override
      public double of(Earnings earnings) {
        return earnings.turnover() > least ? earnings.margin() : Double.NEGATIVE_INFINITY;
      }
    }
  }

  /** The most profitable plan that the search meets, among them the given one. */
  public Found mostProfitable(double[] known) {
    return best(known, new Aim.Profit());
  }

  /**
   * The plan with the best revenue over cost that the search meets.
   *
   * @param least the turnover of a plan that is worth looking at
   */
  public Found bestMargin(double[] known, double least) {
    return best(known, new Aim.Margin(least));
  }

  private Found best(double[] known, Aim aim) {
    var plans = ranked(candidates(known), aim);
    var starts = new ArrayList<>(plans.subList(0, Math.min(CLIMBS, plans.size())));
    for (var region : regions(known)) {
      ranked(region, aim).stream().findFirst().ifPresent(starts::add);
    }
    var best = new Found(known.clone(), firm.at(known));
    for (var start : starts) {
      var top = climb(start, aim);
      if (aim.of(top.earnings()) > aim.of(best.earnings())) {
        best = top;
      }
    }
    return best;
  }

  /** Plans that are available and do something, the best first. */
  private List<Found> ranked(List<double[]> plans, Aim aim) {
    return plans.stream()
        .map(plan -> firm.within(plan.clone()))
        .map(plan -> new Found(plan, firm.at(plan)))
        .filter(found -> found.earnings().isAvailable() && found.earnings().turnover() > 0)
        .sorted(Comparator.comparingDouble((Found f) -> aim.of(f.earnings())).reversed())
        .toList();
  }

  /** Plans in each region of the firm's code; none of code that is smooth. */
  private List<List<double[]>> regions(double[] known) {
    if (ways.isEmpty()) {
      return List.of();
    }
    if (regions.isEmpty()) {
      var choices = firm.model().firm().choices();
      int quantities = inputs - choices.size();
      var lines =
          new DecisionLines(
              Arrays.copyOf(sizes, quantities),
              choices.stream().mapToDouble(Firm.Choice::lower).toArray(),
              choices.stream().mapToDouble(Firm.Choice::upper).toArray());
      regions = Optional.of(Regions.of(ways.get(), List.of(known, sizes.clone()), lines::through));
    }
    return regions.get();
  }

  private List<double[]> candidates(double[] known) {
    var plans = new ArrayList<double[]>();
    plans.add(known.clone());
    plans.add(new double[inputs]);
    for (int decade = -2 * DECADES; decade <= 2 * DECADES; decade++) {
      double factor = Math.pow(HALF_DECADE, decade);
      plans.add(scaled(known, factor));
      plans.add(scaled(sizes, factor));
      for (int i = 0; i < inputs && inputs > 1; i++) {
        var one = known.clone();
        one[i] = sizes[i] * factor;
        plans.add(one);
        var alone = new double[inputs];
        alone[i] = sizes[i] * factor;
        plans.add(alone);
      }
    }
    var random = new Random(SEED);
    for (int k = 0; k < RANDOM_PLANS; k++) {
      double common = COMMON_LOG_RANGE * random.nextGaussian();
      var plan = new double[inputs];
      for (int i = 0; i < inputs; i++) {
        double size = sizes[i] * Math.exp(common + OWN_LOG_RANGE * random.nextGaussian());
        plan[i] = random.nextInt(4) == 0 ? 0 : size;
      }
      choose(plan, random);
      plans.add(plan);
    }
    return plans;
  }

  /** Anywhere between bounds. */
  private void choose(double[] plan, Random random) {
    var declared = firm.model().firm();
    for (int c = 0; c < declared.choices().size(); c++) {
      var choice = declared.choices().get(c);
      if (Double.isFinite(choice.upper() - choice.lower())) {
        plan[declared.inputs().size() + c] =
            choice.lower() + random.nextDouble() * (choice.upper() - choice.lower());
      }
    }
  }

  private static double[] scaled(double[] plan, double factor) {
    var result = plan.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] *= factor;
    }
    return result;
  }

  /**
   * Pattern search: inputs up and down by a factor, one by one and all together, with ever smaller
   * factors.
   */
  private Found climb(Found start, Aim aim) {
    var best = start;
    int moves = 0;
    for (double stride = FIRST_STRIDE; stride >= LAST_STRIDE; ) {
      var next = best;
      for (int move = 0; move < 2 * (inputs + 1) && moves < MOST_MOVES; move++, moves++) {
        next = better(next, firm.within(moved(next.inputs(), move, 1 + stride)), aim);
      }
      next = better(next, firm.within(leap(best.inputs(), next.inputs())), aim);
      boolean improved = aim.of(next.earnings()) > aim.of(best.earnings());
      best = next;
      if (!improved) {
        stride /= 2;
      }
      if (moves >= MOST_MOVES) {
        break;
      }
    }
    return best;
  }

  private Found better(Found best, double[] plan, Aim aim) {
    if (isBeyond(plan)) {
      return best;
    }
    var earnings = firm.at(plan);
    return earnings.isAvailable() && aim.of(earnings) > aim.of(best.earnings())
        ? new Found(plan, earnings)
        : best;
  }

  /** Whether a plan is so large that only a profit without bound leads there. */
  private boolean isBeyond(double[] plan) {
    for (int i = 0; i < inputs; i++) {
      if (plan[i] > LARGEST * sizes[i]) {
        return true;
      }
    }
    return false;
  }

  private double[] moved(double[] plan, int move, double factor) {
    var result = plan.clone();
    int which = move / 2;
    double by = move % 2 == 0 ? factor : 1 / factor;
    for (int i = 0; i < inputs; i++) {
      if (which == inputs || which == i) {
        result[i] =
            result[i] == 0 && which == i && move % 2 == 0
                ? sizes[i] * (factor - 1)
                : result[i] * by;
      }
    }
    return result;
  }

  /** As far again as the last round went. */
  private static double[] leap(double[] from, double[] to) {
    var result = to.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] = Math.max(0, 2 * to[i] - from[i]);
    }
    return result;
  }
}
