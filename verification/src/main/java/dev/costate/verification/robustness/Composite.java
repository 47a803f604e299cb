package dev.costate.verification.robustness;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something made of goods: a good itself, or a nest of composites. */
sealed interface Composite permits Input, Ces, CobbDouglas, FixedProportions, Calibrated {
  /** The least cost of one unit at prices of goods. */
  double unitCost(ToDoubleFunction<String> price);

  /** How much quantities of goods make. */
  double made(ToDoubleFunction<String> quantity);

  /** As it is written in a file. */
  String text();

  /** The goods that it is made of. */
  Stream<String> goods();

  /** Several composites as it is written in a file. */
  static String texts(List<Composite> parts) {
    return parts.stream().map(Composite::text).collect(Collectors.joining(", ", "[", "]"));
  }

  /** The goods of several composites. */
  static Stream<String> goods(List<Composite> parts) {
    return parts.stream().flatMap(Composite::goods);
  }
}
