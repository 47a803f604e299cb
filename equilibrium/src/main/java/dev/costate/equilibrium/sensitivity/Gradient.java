package dev.costate.equilibrium.sensitivity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The derivative of a measure of an equilibrium with respect to the numbers of its file.
 *
 * @param value of the measure
 * @param partials with respect to each number by its dotted name, in the order of the file; a
 *     number without a derivative is not there
 * @param oneSided where the derivatives to the left and to the right differ
 * @param refused why a number has no derivative
 */
public record Gradient(
    Measure of,
    double value,
    Map<String, Double> partials,
    Map<String, OneSided> oneSided,
    Map<String, String> refused) {
  public Gradient {
    partials = Collections.unmodifiableMap(new LinkedHashMap<>(partials));
    oneSided = Collections.unmodifiableMap(new LinkedHashMap<>(oneSided));
    refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
  }

  /**
   * Derivatives from the two sides; NaN where there is none.
   *
   * @param left as the number falls: what the measure loses per unit of it
   * @param right as the number rises
   */
  public record OneSided(double left, double right) {
    /** What is not finite is none. */
    static OneSided of(double left, double right) {
      return new OneSided(
          Double.isFinite(left) ? left : Double.NaN, Double.isFinite(right) ? right : Double.NaN);
    }
  }

  /** The same for some of the numbers. */
  public Gradient only(Set<String> names) {
    return new Gradient(
        of, value, among(partials, names), among(oneSided, names), among(refused, names));
  }

  private static <T> Map<String, T> among(Map<String, T> all, Set<String> names) {
    var chosen = new LinkedHashMap<>(all);
    chosen.keySet().retainAll(names);
    return chosen;
  }

  /** The percentage by which the measure rises with one per cent more of a number. */
  public Map<String, Double> elasticities(Map<String, Double> parameters) {
    var elasticities = new LinkedHashMap<String, Double>();
    partials.forEach((name, partial) ->
        elasticities.put(name, elasticity(partial, parameters.getOrDefault(name, Double.NaN))));
    return elasticities;
  }

  /**
   * A derivative as per cent for one per cent.
   *
   * @param number what it is with respect to
   */
  public double elasticity(double partial, double number) {
    return partial == 0 ? 0 : partial * number / value;
  }
}
