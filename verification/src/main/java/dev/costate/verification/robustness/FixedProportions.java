package dev.costate.verification.robustness;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** One unit takes so much of each part (Leontief 1941): y = min x_i / n_i, c = sum n_i p_i. */
record FixedProportions(List<Double> needs, List<Composite> parts) implements Composite {
  FixedProportions {
    needs = List.copyOf(needs);
    parts = List.copyOf(parts);
  }

  @Override
  public double unitCost(ToDoubleFunction<String> price) {
    double cost = 0;
    for (int i = 0; i < parts.size(); i++) {
      cost += needs.get(i) * parts.get(i).unitCost(price);
    }
    return cost;
  }

  @Override
  public double made(ToDoubleFunction<String> quantity) {
    double made = Double.POSITIVE_INFINITY;
    for (int i = 0; i < parts.size(); i++) {
      made = Math.min(made, parts.get(i).made(quantity) / needs.get(i));
    }
    return made;
  }

  @Override
  public String text() {
    return "leontief(%s, %s)".formatted(Composite.texts(parts), Decimal.texts(needs));
  }

  @Override
  public Stream<String> goods() {
    return Composite.goods(parts);
  }
}
