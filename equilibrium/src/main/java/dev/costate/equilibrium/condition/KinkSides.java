package dev.costate.equilibrium.condition;

import dev.costate.equilibrium.condition.Kink.Side;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Decides which kinks may be internal goods: a least whose level never lowers profit, a greatest
 * whose level never raises it; where a kink serves only capacities, their slacks stand for profit.
 * The others make profit non-concave; their code stays as it is, and certification has the last
 * word. The sign of the adjoint is sampled at fixed pseudo-random plans and prices.
 */
final class KinkSides {
  private static final int SAMPLES = 24;
  private static final int TRIES = 400;
  private static final long SEED = 20180919;

  /** Plans are sampled between e to minus and plus this. */
  private static final double LOG_RANGE = 3;

  /** An adjoint of the wrong sign below this fraction of the terms it is made of is rounding. */
  private static final double ROUNDING = 1e-9;

  private final FirmModel model;
  private final Random random = new Random(SEED);
  private final Signs[] earnings;
  private final Signs[] room;

  private KinkSides(FirmModel model) {
    this.model = model;
    earnings = new Signs[model.kinks().size()];
    room = new Signs[earnings.length];
    for (int k = 0; k < earnings.length; k++) {
      earnings[k] = new Signs();
      room[k] = new Signs();
    }
  }

  /** Which signs an adjoint has had. */
  private static final class Signs {
    private boolean positive;
    private boolean negative;

    void add(double value, double rounding) {
      positive |= value > rounding;
      negative |= value < -rounding;
    }

    boolean none() {
      return !positive && !negative;
    }
  }

  /**
   * The kinks to keep in the code, counted in order of evaluation among all: those kept already,
   * and every exposed one whose adjoint has the wrong sign somewhere; empty if all exposed ones are
   * right.
   */
  static Set<Integer> wrong(FirmModel model, Set<Integer> kept, KinkRule rule) {
    if (model.kinks().isEmpty()) {
      return Set.of();
    }
    var sides = new KinkSides(model);
    int found = 0;
    for (int k = 0; k < TRIES && found < SAMPLES; k++) {
      if (sides.sample()) {
        found++;
      }
    }
    return sides.numbers(kept, rule);
  }

  private boolean sample() {
    var plan = new double[model.size()];
    for (int i = 0; i < model.inputs(); i++) {
      plan[i] = Math.exp(LOG_RANGE * (2 * random.nextDouble() - 1));
    }
    choose(plan);
    var prices = prices();
    var rents = rents();
    var earned = new double[model.size()];
    var freed = new double[model.size()];
    if (!model.level(plan)
        || !model.gradient(plan, prices, earned)
        || !model.gradient(plan, rents, freed)) {
      return false;
    }
    int slack = model.outputs();
    for (int k = 0; k < earnings.length; k++) {
      var kink = model.kinks().get(k);
      double own = 0;
      for (int j = 0; j < kink.arguments(); j++) {
        own += prices[slack++];
      }
      double adjoint = earned[model.inputs() + k] + (kink.side() == Side.LEAST ? own : -own);
      earnings[k].add(adjoint, ROUNDING * own);
      room[k].add(freed[model.inputs() + k], ROUNDING);
    }
    return true;
  }

  /** Puts choices somewhere between their bounds. */
  private void choose(double[] plan) {
    var firm = model.firm();
    for (int c = 0; c < firm.choices().size(); c++) {
      var choice = firm.choices().get(c);
      double width = choice.upper() - choice.lower();
      int at = firm.inputs().size() + c;
      if (Double.isFinite(width)) {
        plan[at] = choice.lower() + random.nextDouble() * width;
      } else if (Double.isFinite(choice.lower())) {
        plan[at] += choice.lower();
      } else if (Double.isFinite(choice.upper())) {
        plan[at] = choice.upper() - plan[at];
      }
    }
  }

  /** Positive prices of outputs and multipliers of slacks. */
  private double[] prices() {
    var seeds = new double[model.resultCount()];
    for (int j = 0; j < model.outputs() + model.kinkSlacks(); j++) {
      seeds[j] = Math.exp(2 * random.nextDouble() - 1);
    }
    return seeds;
  }

  /** Positive rents of capacities. */
  private double[] rents() {
    var seeds = new double[model.resultCount()];
    int first = model.outputs() + model.kinkSlacks();
    for (int c = 0; c < model.capacities(); c++) {
      double rent = Math.exp(2 * random.nextDouble() - 1);
      seeds[first + 2 * c] = -rent;
      seeds[first + 2 * c + 1] = rent;
    }
    return seeds;
  }

  private boolean isWrong(int k, KinkRule rule) {
    var signs = earnings[k].none() ? room[k] : earnings[k];
    boolean least = model.kinks().get(k).side() == Side.LEAST;
    boolean takesRoom = least ? room[k].negative : room[k].positive;
    return signs.none()
        || (least ? signs.negative : signs.positive)
        || rule == KinkRule.STRICT && takesRoom;
  }

  private Set<Integer> numbers(Set<Integer> kept, KinkRule rule) {
    var all = new HashSet<>(kept);
    int number = 0;
    boolean any = false;
    for (int k = 0; k < earnings.length; k++) {
      while (kept.contains(number)) {
        number++;
      }
      if (isWrong(k, rule)) {
        all.add(number);
        any = true;
      }
      number++;
    }
    return any ? all : Set.of();
  }
}
