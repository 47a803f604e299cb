package dev.costate.verification.robustness;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Constant elasticity s through a benchmark: y0 from x0 at prices p0, with value shares t_i = p0_i
 * x0_i / sum p0 x0 (Rutherford, <i>Lecture notes on constant elasticity functions</i>, 2002):
 *
 * <pre>y = y0 (sum t_i (x_i / x0_i)^rho)^(1 / rho),
 * c = c0 (sum t_i (p_i / p0_i)^(1 - s))^(1 / (1 - s)),   c0 = sum p0 x0 / y0</pre>
 *
 * with the products of powers t_i at s = 1, and min x_i / x0_i and sum p_i x0_i at s = 0.
 */
record Calibrated(
    double output,
    double elasticity,
    List<Composite> parts,
    List<Double> quantities,
    List<Double> prices)
    implements Composite {
  Calibrated {
    parts = List.copyOf(parts);
    quantities = List.copyOf(quantities);
    prices = List.copyOf(prices);
  }

  private double value() {
    double value = 0;
    for (int i = 0; i < parts.size(); i++) {
      value += prices.get(i) * quantities.get(i);
    }
    return value;
  }

  private double share(int i) {
    return prices.get(i) * quantities.get(i) / value();
  }

  @Override
  public double unitCost(ToDoubleFunction<String> price) {
    return value()
        / output
        * mean(1 - elasticity, i -> parts.get(i).unitCost(price) / prices.get(i));
  }

  @Override
  public double made(ToDoubleFunction<String> quantity) {
    if (elasticity == 0) {
      double made = Double.POSITIVE_INFINITY;
      for (int i = 0; i < parts.size(); i++) {
        made = Math.min(made, parts.get(i).made(quantity) / quantities.get(i));
      }
      return output * made;
    }
    return output * mean(1 - 1 / elasticity, i -> parts.get(i).made(quantity) / quantities.get(i));
  }

  /** The mean of a power, weighted by value; the geometric one at power 0. */
  private double mean(double power, java.util.function.IntToDoubleFunction ratio) {
    double sum = 0;
    double product = 1;
    for (int i = 0; i < parts.size(); i++) {
      sum += share(i) * Math.pow(ratio.applyAsDouble(i), power);
      product *= Math.pow(ratio.applyAsDouble(i), share(i));
    }
    return power == 0 ? product : Math.pow(sum, 1 / power);
  }

  @Override
  public String text() {
    var benchmark =
        prices.stream().allMatch(price -> price == 1) ? "" : ", " + Decimal.texts(prices);
    return "ces_at(%s, %s, %s, %s%s)"
        .formatted(
            Decimal.text(output),
            Decimal.text(elasticity),
            Composite.texts(parts),
            Decimal.texts(quantities),
            benchmark);
  }

  @Override
  public Stream<String> goods() {
    return Composite.goods(parts);
  }
}
