package dev.costate.verification.robustness;

import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A multiple of a good.
 *
 * @param factor units of the composite in one unit of the good
 */
record Input(String good, double factor) implements Composite {
  @Override
  public double unitCost(ToDoubleFunction<String> price) {
    return price.applyAsDouble(good) / factor;
  }

  @Override
  public double made(ToDoubleFunction<String> quantity) {
    return factor * quantity.applyAsDouble(good);
  }

  @Override
  public String text() {
    return factor == 1 ? good : Decimal.text(factor) + "*" + good;
  }

  @Override
  public Stream<String> goods() {
    return Stream.of(good);
  }
}
