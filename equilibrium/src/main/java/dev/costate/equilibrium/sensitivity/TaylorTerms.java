package dev.costate.equilibrium.sensitivity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the derivatives at an equilibrium say of a change of numbers: the first terms of the series
 * of Taylor (1715).
 *
 * @param value of the measure at the equilibrium, in its unit
 * @param first its gradient times the change
 * @param second half the change times the second derivatives times the change; empty where there
 *     are none, as where the first is that of one side
 */
public record TaylorTerms(double value, double first, OptionalDouble second) {
  /** What the measure is to first order. */
  public double toFirstOrder() {
    return value + first;
  }

  /** What it is to second order. */
  public OptionalDouble toSecondOrder() {
    return second.isPresent()
        ? OptionalDouble.of(value + first + second.getAsDouble())
        : OptionalDouble.empty();
  }

  /**
   * The terms of a measure.
   *
   * @throws NoDerivative if a number of the change has none on its side
   */
  static TaylorTerms of(Sensitivities at, Measure measure, Map<String, Double> change) {
    var gradient = at.gradient(measure);
    double first = 0;
    for (var move : change.entrySet()) {
      first += move.getValue() == 0 ? 0 : move.getValue() * side(gradient, move, change.size());
    }
    var moved = new LinkedHashMap<>(change);
    moved.values().removeIf(by -> by == 0);
    if (!at.isRegular() || !gradient.partials().keySet().containsAll(moved.keySet())) {
      return new TaylorTerms(gradient.value(), first, OptionalDouble.empty());
    }
    double second = 0;
    var moves = at.hessianTimes(measure, moved);
    for (var move : moved.entrySet()) {
      second += 0.5 * move.getValue() * moves.getOrDefault(move.getKey(), Double.NaN);
    }
    return new TaylorTerms(gradient.value(), first, OptionalDouble.of(second));
  }

  private static double side(Gradient gradient, Map.Entry<String, Double> move, int moves) {
    var name = move.getKey();
    var partial = gradient.partials().get(name);
    if (partial != null) {
      return partial;
    }
    var sides = gradient.oneSided().get(name);
    double side = sides == null ? Double.NaN : move.getValue() > 0 ? sides.right() : sides.left();
    if (sides != null && moves > 1) {
      throw new NoDerivative(
          "'%s' has one-sided derivatives, which do not add up with those of others"
              .formatted(name));
    }
    if (!Double.isFinite(side)) {
      throw new NoDerivative(
          "no derivative by '%s': %s"
              .formatted(
                  name, gradient.refused().getOrDefault(name, "there is none on this side")));
    }
    return side;
  }
}
