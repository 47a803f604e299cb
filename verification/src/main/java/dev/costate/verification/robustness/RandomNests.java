package dev.costate.verification.robustness;

import dev.costate.verification.robustness.Recipe.Elasticities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Nests that make one unit from the benchmark shares of their parts when all prices are 1. By
 * concavity they never make more than the sum of their parts.
 *
 * @param units how much one unit of each good counts
 */
record RandomNests(Elasticities elasticities, Map<String, Double> units, Draws draws) {
  /** Shares that are raised to a large power are no numbers that somebody would write. */
  private static final double LEAST_ELASTICITY_OF_SHARES = 0.3;

  private static final int MOST_TOGETHER = 3;

  /** A nest of goods, if there are several; now and then in two groups. */
  Composite of(List<String> goods) {
    if (goods.size() == 1) {
      return input(goods.getFirst());
    }
    if (goods.size() >= MOST_TOGETHER && draws.chance(0.3)) {
      int half = 1 + draws.below(goods.size() - 1);
      return nest(
          draws.shares(2),
          List.of(of(goods.subList(0, half)), of(goods.subList(half, goods.size()))));
    }
    return nest(draws.shares(goods.size()), goods.stream().map(this::input).toList());
  }

  private Composite input(String good) {
    return new Input(good, ByName.of(units, good));
  }

  /** Two composites in one. */
  Composite both(double share, Composite first, Composite second) {
    return nest(List.of(share, Decimal.rounded(1 - share)), List.of(first, second));
  }

  private Composite nest(List<Double> shares, List<Composite> parts) {
    double elasticity = elasticities.draw(draws);
    if (draws.chance(0.5)) {
      return calibrated(elasticity, shares, parts);
    }
    if (elasticity == 0) {
      return new FixedProportions(shares, parts);
    }
    if (elasticity == 1) {
      double scale = 1;
      for (double share : shares) {
        scale *= Math.pow(share, -share);
      }
      return new CobbDouglas(Decimal.rounded(scale), shares, parts);
    }
    return elasticity < LEAST_ELASTICITY_OF_SHARES
        ? calibrated(elasticity, shares, parts)
        : new Ces(
            1,
            elasticity,
            shares.stream().map(s -> Decimal.rounded(Math.pow(s, 1 / elasticity))).toList(),
            parts);
  }

  /** With goods in their own units. */
  private static Composite calibrated(
      double elasticity, List<Double> shares, List<Composite> parts) {
    var plain = new ArrayList<Composite>();
    var quantities = new ArrayList<Double>();
    var prices = new ArrayList<Double>();
    for (int i = 0; i < parts.size(); i++) {
      boolean isGood = parts.get(i) instanceof Input;
      double unit = parts.get(i) instanceof Input(_, double factor) ? factor : 1;
      plain.add(isGood ? new Input(((Input) parts.get(i)).good(), 1) : parts.get(i));
      quantities.add(unit == 1 ? shares.get(i) : Decimal.rounded(shares.get(i) / unit));
      prices.add(unit);
    }
    return new Calibrated(1, elasticity, plain, quantities, prices);
  }
}
