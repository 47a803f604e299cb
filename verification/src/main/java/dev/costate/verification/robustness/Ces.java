package dev.costate.verification.robustness;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Constant elasticity of substitution s, with rho = 1 - 1 / s, neither 0 nor 1 (Varian,
 * <i>Microeconomic Analysis</i>, 1992, section 4.3):
 *
 * <pre>y = A (sum a_i x_i^rho)^(1 / rho),   c = (sum a_i^s p_i^(1 - s))^(1 / (1 - s)) / A</pre>
 */
record Ces(double scale, double elasticity, List<Double> shares, List<Composite> parts)
    implements Composite {
  Ces {
    shares = List.copyOf(shares);
    parts = List.copyOf(parts);
  }

  @Override
  public double unitCost(ToDoubleFunction<String> price) {
    double sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      sum +=
          Math.pow(shares.get(i), elasticity)
              * Math.pow(parts.get(i).unitCost(price), 1 - elasticity);
    }
    return Math.pow(sum, 1 / (1 - elasticity)) / scale;
  }

  @Override
  public double made(ToDoubleFunction<String> quantity) {
    double rho = 1 - 1 / elasticity;
    double sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      sum += shares.get(i) * Math.pow(parts.get(i).made(quantity), rho);
    }
    return scale * Math.pow(sum, 1 / rho);
  }

  @Override
  public String text() {
    return "ces(%s, %s, %s, %s)"
        .formatted(
            Decimal.text(scale),
            Decimal.text(elasticity),
            Decimal.texts(shares),
            Composite.texts(parts));
  }

  @Override
  public Stream<String> goods() {
    return Composite.goods(parts);
  }
}
