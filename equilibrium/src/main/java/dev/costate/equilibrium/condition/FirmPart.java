package dev.costate.equilibrium.condition;

import dev.costate.equilibrium.solver.PlanBlock;
import dev.costate.equilibrium.solver.SparsePattern;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A firm inside a market problem: where its variables are, and its conditions. The variables are
 * the plan (inputs, levels of kinks), then the multipliers of kink arguments, then the rents of
 * capacities.
 */
public final class FirmPart {
  /** Inputs of 0 are moved away from it by this fraction of the market's typical quantity. */
  private static final double APPROACH = 1e-12;

  private final FirmModel model;
  private final int[] inputGoods;
  private final int[] outputGoods;
  private final int first;
  private final double quantity;
  private final int size;
  private final int multipliers;
  private final double[] plan;
  private final double[] results;
  private final double[] seeds;
  private final double[] gradient;
  private final double[] jacobian;
  private final double[] hessian;

  /** Positions in the pattern: plan by plan; multiplier by plan and plan by multiplier; goods. */
  private int[] planPositions = new int[0];

  private int[] slackPositions = new int[0];
  private int[] rentPositions = new int[0];
  private int[] inputPricePositions = new int[0];
  private int[] inputUsePositions = new int[0];
  private int[] outputPricePositions = new int[0];
  private int[] outputMadePositions = new int[0];

  /**
   * @param first the index of its first variable
   * @param quantity a typical quantity of the market
   */
  FirmPart(FirmModel model, int[] inputGoods, int[] outputGoods, int first, double quantity) {
    this.model = model;
    this.inputGoods = inputGoods;
    this.outputGoods = outputGoods;
    this.first = first;
    this.quantity = quantity;
    size = model.size();
    multipliers = model.kinkSlacks() + model.capacities();
    plan = new double[size];
    results = new double[model.resultCount()];
    seeds = new double[model.resultCount()];
    gradient = new double[size];
    jacobian = new double[model.resultCount() * size];
    hessian = new double[size * size];
  }

  public FirmModel model() {
    return model;
  }

  public int first() {
    return first;
  }

  public int variables() {
    return size + multipliers;
  }

  public int[] inputGoods() {
    return inputGoods;
  }

  public int[] outputGoods() {
    return outputGoods;
  }

  /** The index of the first multiplier. */
  public int firstMultiplier() {
    return first + size;
  }

  PlanBlock block() {
    return new PlanBlock(
        IntStream.range(first, first + size).toArray(),
        IntStream.range(first + size, first + size + multipliers).toArray());
  }

  /** Which entries its conditions need; {@code priceVariable} is negative for fixed prices. */
  void addTo(SparsePattern.Builder pattern, int[] priceVariable) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        pattern.add(first + i, first + j);
      }
      for (int m = 0; m < multipliers; m++) {
        pattern.add(first + i, first + size + m).add(first + size + m, first + i);
      }
      for (int good : outputGoods) {
        if (priceVariable[good] >= 0) {
          pattern.add(first + i, priceVariable[good]).add(priceVariable[good], first + i);
        }
      }
      if (i < inputGoods.length && priceVariable[inputGoods[i]] >= 0) {
        pattern
            .add(first + i, priceVariable[inputGoods[i]])
            .add(priceVariable[inputGoods[i]], first + i);
      }
    }
  }

  /** Looks its places up. */
  void locate(SparsePattern pattern, int[] priceVariable) {
    planPositions = new int[size * size];
    slackPositions = new int[multipliers * size];
    rentPositions = new int[multipliers * size];
    outputPricePositions = new int[outputGoods.length * size];
    outputMadePositions = new int[outputGoods.length * size];
    inputPricePositions = new int[inputGoods.length];
    inputUsePositions = new int[inputGoods.length];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        planPositions[i * size + j] = pattern.position(first + i, first + j);
      }
      for (int m = 0; m < multipliers; m++) {
        slackPositions[m * size + i] = pattern.position(first + size + m, first + i);
        rentPositions[m * size + i] = pattern.position(first + i, first + size + m);
      }
      for (int k = 0; k < outputGoods.length; k++) {
        int price = priceVariable[outputGoods[k]];
        outputPricePositions[k * size + i] = price < 0 ? -1 : pattern.position(first + i, price);
        outputMadePositions[k * size + i] = price < 0 ? -1 : pattern.position(price, first + i);
      }
    }
    for (int i = 0; i < inputGoods.length; i++) {
      int price = priceVariable[inputGoods[i]];
      inputPricePositions[i] = price < 0 ? -1 : pattern.position(first + i, price);
      inputUsePositions[i] = price < 0 ? -1 : pattern.position(price, first + i);
    }
  }

  /** Its conditions at z, and what it adds to excess supply and gross trade of the goods. */
  boolean evaluate(
      double[] z,
      double[] anchor,
      double[] prices,
      double[] excess,
      double[] gross,
      double[] values,
      double[] scales) {
    load(z, prices);
    if (!model.results(plan, results)) {
      return false;
    }
    for (int k = 0; k < outputGoods.length; k++) {
      excess[outputGoods[k]] += results[k];
      gross[outputGoods[k]] += Math.abs(results[k]);
    }
    slacks(values, scales);
    boolean found = approach(anchor) && model.gradient(plan, seeds, gradient);
    if (!found) {
      load(z, prices);
      if (!model.gradient(plan, seeds, gradient)) {
        return false;
      }
    }
    for (int i = 0; i < size; i++) {
      double price = i < inputGoods.length ? prices[inputGoods[i]] : 0;
      values[first + i] = price - gradient[i];
      scales[first + i] = Math.max(Math.abs(price), Math.abs(gradient[i]));
    }
    for (int i = 0; i < inputGoods.length; i++) {
      excess[inputGoods[i]] -= z[first + i];
      gross[inputGoods[i]] += Math.abs(z[first + i]);
    }
    levelScales(z, scales);
    return true;
  }

  /** The plan and the seeds: output prices, multipliers, rents (for both sides of a capacity). */
  private void load(double[] z, double[] prices) {
    System.arraycopy(z, first, plan, 0, size);
    for (int k = 0; k < outputGoods.length; k++) {
      seeds[k] = prices[outputGoods[k]];
    }
    int kinkSlacks = model.kinkSlacks();
    System.arraycopy(z, first + size, seeds, outputGoods.length, kinkSlacks);
    int sides = outputGoods.length + kinkSlacks;
    for (int c = 0; c < model.capacities(); c++) {
      double rent = z[first + size + kinkSlacks + c];
      seeds[sides + 2 * c] = -rent;
      seeds[sides + 2 * c + 1] = rent;
    }
  }

  private void slacks(double[] values, double[] scales) {
    int row = first + size;
    int result = outputGoods.length;
    for (int k = 0; k < model.kinks().size(); k++) {
      double level = Math.abs(plan[inputGoods.length + k]);
      for (int j = 0; j < model.kinks().get(k).arguments(); j++) {
        values[row] = results[result];
        scales[row] = Math.abs(results[result]) + level;
        row++;
        result++;
      }
    }
    for (int c = 0; c < model.capacities(); c++) {
      double used = results[result++];
      double limit = results[result++];
      values[row] = limit - used;
      scales[row] = Math.max(Math.abs(limit), Math.abs(used));
      row++;
    }
  }

  /**
   * The internal price of a level is made of its own multipliers and of what it is worth behind.
   */
  private void levelScales(double[] z, double[] scales) {
    int multiplier = first + size;
    for (int k = 0; k < model.kinks().size(); k++) {
      double own = 0;
      for (int j = 0; j < model.kinks().get(k).arguments(); j++) {
        own += Math.abs(z[multiplier++]);
      }
      int row = first + inputGoods.length + k;
      scales[row] = Math.max(scales[row], own);
    }
  }

  /**
   * Raises scales to a small fraction of the numbers behind them: of input prices by the firm's
   * turnover over what is traded of the good, of slacks by its turnover over the price of their
   * level.
   */
  void floorScales(
      double[] z, double[] scales, double[] prices, double[] gross, MarketSizes sizes) {
    double small = MarketProblem.ROUNDED * turnover(z, prices);
    for (int i = 0; i < size; i++) {
      double traded = i < inputGoods.length ? gross[inputGoods[i]] : 0;
      double floor =
          Math.max(traded > 0 ? small / traded : 0, MarketProblem.NOTHING * sizes.price());
      scales[first + i] = Math.max(scales[first + i], floor);
    }
    int row = first + size;
    for (var kink : model.kinks()) {
      double own = 0;
      for (int j = 0; j < kink.arguments(); j++) {
        own += Math.abs(z[row + j]);
      }
      double floor = Math.max(MarketProblem.NOTHING * sizes.quantity(), own > 0 ? small / own : 0);
      for (int j = 0; j < kink.arguments(); j++, row++) {
        scales[row] = Math.max(scales[row], floor);
      }
    }
  }

  /** What the firm pays and is paid under the plan of the last evaluation. */
  private double turnover(double[] z, double[] prices) {
    double sum = 0;
    for (int i = 0; i < inputGoods.length; i++) {
      sum += Math.abs(prices[inputGoods[i]] * z[first + i]);
    }
    for (int k = 0; k < outputGoods.length; k++) {
      sum += Math.abs(prices[outputGoods[k]] * results[k]);
    }
    return sum;
  }

  /**
   * Moves inputs that are exactly 0 a little along the way by which the path came: derivatives
   * there are limits; false if there is nothing to move.
   */
  private boolean approach(double[] anchor) {
    if (anchor.length == 0) {
      return false;
    }
    double largest = 0;
    for (int i = 0; i < inputGoods.length; i++) {
      largest = plan[i] == 0 ? Math.max(largest, anchor[first + i]) : largest;
    }
    boolean moved = false;
    for (int i = 0; i < inputGoods.length && largest > 0; i++) {
      if (plan[i] == 0) {
        plan[i] = anchor[first + i] * Math.min(1, APPROACH * quantity / largest);
        moved = true;
      }
    }
    return moved && model.level(plan);
  }

  /** Adds the derivatives of its conditions. */
  boolean jacobian(double[] z, double[] anchor, double[] prices, double[] entries) {
    load(z, prices);
    boolean found = approach(anchor) && derivatives();
    if (!found) {
      load(z, prices);
      if (!derivatives()) {
        return false;
      }
    }
    for (int p = 0; p < hessian.length; p++) {
      entries[planPositions[p]] -= hessian[p];
    }
    for (int i = 0; i < inputGoods.length; i++) {
      if (inputPricePositions[i] >= 0) {
        entries[inputPricePositions[i]] += 1;
        entries[inputUsePositions[i]] -= 1;
      }
    }
    for (int p = 0; p < outputPricePositions.length; p++) {
      if (outputPricePositions[p] >= 0) {
        entries[outputPricePositions[p]] -= jacobian[p];
        entries[outputMadePositions[p]] += jacobian[p];
      }
    }
    int kinkSlacks = model.kinkSlacks();
    for (int m = 0; m < multipliers; m++) {
      for (int i = 0; i < size; i++) {
        double partial = slackPartial(m, kinkSlacks, i);
        entries[slackPositions[m * size + i]] += partial;
        entries[rentPositions[m * size + i]] -= partial;
      }
    }
    return true;
  }

  private boolean derivatives() {
    return model.hessian(plan, seeds, hessian) && model.jacobian(plan, jacobian);
  }

  private double slackPartial(int multiplier, int kinkSlacks, int i) {
    if (multiplier < kinkSlacks) {
      return jacobian[(outputGoods.length + multiplier) * size + i];
    }
    int used = outputGoods.length + kinkSlacks + 2 * (multiplier - kinkSlacks);
    return jacobian[(used + 1) * size + i] - jacobian[used * size + i];
  }

  /**
   * Sets the levels of kinks in z to what the code gives at the inputs in z; false outside the
   * domain, or where the code as written disagrees.
   */
  boolean snap(double[] z) {
    var snapped = Arrays.copyOfRange(z, first, first + size);
    boolean right = model.level(snapped) && model.agrees(snapped);
    System.arraycopy(snapped, 0, z, first, size);
    return right;
  }
}
