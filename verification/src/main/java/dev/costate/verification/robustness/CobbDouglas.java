package dev.costate.verification.robustness;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Constant returns at elasticity 1 (Varian 1992, section 4.3), the exponents summing to 1:
 *
 * <pre>y = A prod x_i^a_i,   c = prod (p_i / a_i)^a_i / A</pre>
 */
record CobbDouglas(double scale, List<Double> exponents, List<Composite> parts)
    implements Composite {
  CobbDouglas {
    exponents = List.copyOf(exponents);
    parts = List.copyOf(parts);
  }

  @Override
  public double unitCost(ToDoubleFunction<String> price) {
    double cost = 1;
    for (int i = 0; i < parts.size(); i++) {
      cost *= Math.pow(parts.get(i).unitCost(price) / exponents.get(i), exponents.get(i));
    }
    return cost / scale;
  }

  @Override
  public double made(ToDoubleFunction<String> quantity) {
    double made = scale;
    for (int i = 0; i < parts.size(); i++) {
      made *= Math.pow(parts.get(i).made(quantity), exponents.get(i));
    }
    return made;
  }

  @Override
  public String text() {
    return "cobb_douglas(%s, %s, %s)"
        .formatted(Decimal.text(scale), Decimal.texts(exponents), Composite.texts(parts));
  }

  @Override
  public Stream<String> goods() {
    return Composite.goods(parts);
  }
}
