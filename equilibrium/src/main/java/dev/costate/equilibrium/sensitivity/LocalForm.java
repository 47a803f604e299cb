package dev.costate.equilibrium.sensitivity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A number at a solution, and its partials with respect to places of the graph of conditions. */
final class LocalForm {
  private final double value;
  private final Map<Integer, Double> partials = new LinkedHashMap<>();

  private final Map<String, String> frozen = new LinkedHashMap<>();

  private final List<Curvature> curvatures = new ArrayList<>();

  /** How partials move as places do. */
  @FunctionalInterface
  interface Curvature {
    /** Adds the tangents of partials, times a factor, to numbers by place. */
    void add(double factor, double[] tangents, double[] into);
  }

  LocalForm(double value) {
    this.value = value;
  }

  /** The numbers by which the form has no partial, each with the reason. */
  Map<String, String> frozen() {
    return frozen;
  }

  LocalForm freeze(Collection<String> names, String reason) {
    names.forEach(name -> frozen.putIfAbsent(name, reason));
    return this;
  }

  double value() {
    return value;
  }

  LocalForm add(double partial, int place) {
    partials.merge(place, partial, Double::sum);
    return this;
  }

  /** Adds to how its partials move; without, they stay as they are. */
  LocalForm add(Curvature curvature) {
    curvatures.add(curvature);
    return this;
  }

  /** Adds the partials of another form, times a factor that does not move. */
  LocalForm add(double factor, LocalForm other) {
    other.partials.forEach((place, partial) -> add(factor * partial, place));
    other.frozen.forEach(frozen::putIfAbsent);
    if (!other.curvatures.isEmpty()) {
      add((times, tangents, into) -> other.seedTangents(factor * times, tangents, into));
    }
    return this;
  }

  LocalForm times(double factor) {
    return new LocalForm(factor * value).add(factor, this);
  }

  LocalForm plus(LocalForm other) {
    return new LocalForm(value + other.value).add(1, this).add(1, other);
  }

  LocalForm times(LocalForm other) {
    return new LocalForm(value * other.value)
        .add(other.value, this)
        .add(value, other)
        .add((factor, tangents, into) -> {
          seed(factor * other.tangent(tangents), into);
          other.seed(factor * tangent(tangents), into);
        });
  }

  static LocalForm sum(List<LocalForm> parts) {
    return parts.stream().reduce(new LocalForm(0), LocalForm::plus);
  }

  LocalForm over(LocalForm other) {
    double quotient = value / other.value;
    return new LocalForm(quotient)
        .add(1 / other.value, this)
        .add(-quotient / other.value, other)
        .add((factor, tangents, into) -> {
          double below = other.tangent(tangents) / other.value;
          double moves = tangent(tangents) / other.value - quotient * below;
          seed(-factor * below / other.value, into);
          other.seed(factor * (quotient * below - moves) / other.value, into);
        });
  }

  /** Adds the partials, times a factor, to adjoints by place. */
  void seed(double factor, double[] adjoints) {
    partials.forEach((place, partial) -> adjoints[place] += factor * partial);
  }

  /** Adds the tangents of the partials, times a factor, to numbers by place. */
  void seedTangents(double factor, double[] tangents, double[] into) {
    curvatures.forEach(curvature -> curvature.add(factor, tangents, into));
  }

  /** How it moves as its places do. */
  double tangent(double[] tangents) {
    double sum = 0;
    for (var entry : partials.entrySet()) {
      sum += entry.getValue() * tangents[entry.getKey()];
    }
    return sum;
  }
}
