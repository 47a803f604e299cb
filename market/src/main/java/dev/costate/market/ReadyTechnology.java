package dev.costate.market;

import static dev.costate.market.Composition.number;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ready technologies as language text, for numbers that are known in Java: {@code code("bread = " +
 * ces(1.5, 0.5, shares))}. Maps are read in their own order; a {@link java.util.LinkedHashMap} or a
 * {@link java.util.SequencedMap} keeps that in which inputs were put in. A nest stands in a map
 * under its own text: {@code Map.of("energy", 0.3, ces(1, 0.2, inner), 0.7)}.
 */
public final class ReadyTechnology {
  private ReadyTechnology() {}

  /** scale * product of input^exponent. */
  public static String cobbDouglas(double scale, Map<String, Double> exponents) {
    return "cobb_douglas(%s, %s, %s)"
        .formatted(number(scale), numbers(exponents), names(exponents));
  }

  /**
   * scale * (sum of share * input^rho)^(1/rho) with rho = 1 - 1/elasticity (Arrow, Chenery, Minhas
   * and Solow 1961).
   *
   * @param elasticity 0 or more; at 1 the shares must sum to 1
   */
  public static String ces(double scale, double elasticity, Map<String, Double> shares) {
    return "ces(%s, %s, %s, %s)"
        .formatted(number(scale), number(elasticity), numbers(shares), names(shares));
  }

  /** As much as the scarcest input allows. */
  public static String leontief(Map<String, Double> neededPerUnit) {
    return "leontief(%s, %s)".formatted(names(neededPerUnit), numbers(neededPerUnit));
  }

  /** The CES function that makes output0 from inputs0 at prices of 1. */
  public static String cesAt(double output0, double elasticity, Map<String, Double> inputs0) {
    return "ces_at(%s, %s, %s, %s)"
        .formatted(number(output0), number(elasticity), names(inputs0), numbers(inputs0));
  }

  /** The CES function that makes output0 from inputs0 at prices0, which has the same inputs. */
  public static String cesAt(
      double output0, double elasticity, Map<String, Double> inputs0, Map<String, Double> prices0) {
    if (!inputs0.keySet().equals(prices0.keySet())) {
      throw new IllegalArgumentException(
          "quantities of %s, but prices of %s".formatted(inputs0.keySet(), prices0.keySet()));
    }
    var prices =
        inputs0.keySet().stream()
            .map(input -> number(prices0.getOrDefault(input, 1.0)))
            .collect(LIST);
    return "ces_at(%s, %s, %s, %s, %s)"
        .formatted(number(output0), number(elasticity), names(inputs0), numbers(inputs0), prices);
  }

  private static final java.util.stream.Collector<CharSequence, ?, String> LIST =
      Collectors.joining(", ", "[", "]");

  private static String names(Map<String, Double> inputs) {
    return inputs.keySet().stream().collect(LIST);
  }

  private static String numbers(Map<String, Double> inputs) {
    return inputs.values().stream().map(Composition::number).collect(LIST);
  }
}
