package dev.costate.equilibrium.certify;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What is known of a number as a function of quantities that are not negative, by the rules of
 * composition (Boyd and Vandenberghe, Convex Optimization, 2004, section 3.2; Grant, Boyd and Ye,
 * Disciplined Convex Programming, 2006): a concave function that does not fall stays concave under
 * what is concave.
 *
 * @param value of a number that is known
 * @param factors exponents of the values that it is a product of, by their numbers, up to a
 *     positive coefficient; all of these are concave and not negative. Empty if it is none
 * @param root r, where it is a sum of positive multiples of r-th powers of such values: then its
 *     r-th root is concave (constant elasticity of substitution)
 */
record Curve(
    Bend bend, Sign sign, OptionalDouble value, Map<Integer, Double> factors, OptionalDouble root) {
  /** How it curves. */
  enum Bend {
    CONSTANT,
    AFFINE,
    CONCAVE,
    CONVEX,
    UNKNOWN;

    Bend negated() {
      return switch (this) {
        case CONCAVE -> CONVEX;
        case CONVEX -> CONCAVE;
        case CONSTANT, AFFINE, UNKNOWN -> this;
      };
    }

    Bend plus(Bend other) {
      if (this == CONSTANT || this == other) {
        return other;
      }
      if (other == CONSTANT || other == AFFINE) {
        return this;
      }
      return this == AFFINE ? other : UNKNOWN;
    }

    boolean isConcave() {
      return this == CONSTANT || this == AFFINE || this == CONCAVE;
    }

    boolean isConvex() {
      return this == CONSTANT || this == AFFINE || this == CONVEX;
    }
  }

  /** On which side of 0 it stays. */
  enum Sign {
    NOT_NEGATIVE,
    NOT_POSITIVE,
    ANY;

    Sign negated() {
      return switch (this) {
        case NOT_NEGATIVE -> NOT_POSITIVE;
        case NOT_POSITIVE -> NOT_NEGATIVE;
        case ANY -> ANY;
      };
    }

    Sign times(Sign other) {
      if (this == ANY || other == ANY) {
        return ANY;
      }
      return this == other ? NOT_NEGATIVE : NOT_POSITIVE;
    }
  }

  /** Exponents of a product may exceed 1 together by this much: rounding. */
  private static final double ROUNDING = 1e-12;

  Curve {
    factors = Map.copyOf(factors);
  }

  static Curve number(double value) {
    return new Curve(
        Bend.CONSTANT,
        value >= 0 ? Sign.NOT_NEGATIVE : Sign.NOT_POSITIVE,
        OptionalDouble.of(value),
        Map.of(),
        OptionalDouble.empty());
  }

  static Curve of(Bend bend, Sign sign) {
    return new Curve(bend, sign, OptionalDouble.empty(), Map.of(), OptionalDouble.empty());
  }

  /** A quantity that is decided; {@code number} tells it from all others. */
  static Curve decision(int number, Sign sign) {
    var curve = of(Bend.AFFINE, sign);
    return sign == Sign.NOT_NEGATIVE ? curve.with(Map.of(number, 1.0)) : curve;
  }

  /** The same with a number of its own, so that products remember it. */
  Curve numbered(int number) {
    boolean isNew = factors.isEmpty() && bend.isConcave() && bend != Bend.CONSTANT;
    return isNew && sign == Sign.NOT_NEGATIVE ? with(Map.of(number, 1.0)) : this;
  }

  private Curve with(Map<Integer, Double> newFactors) {
    return new Curve(bend, sign, value, newFactors, root);
  }

  Curve plus(Curve other) {
    if (value.isPresent() && other.value.isPresent()) {
      return number(value.getAsDouble() + other.value.getAsDouble());
    }
    boolean alike = root.isPresent() && root.equals(other.root);
    return new Curve(
        bend.plus(other.bend),
        sign == other.sign ? sign : Sign.ANY,
        OptionalDouble.empty(),
        Map.of(),
        alike ? root : OptionalDouble.empty());
  }

  Curve negated() {
    return value.isPresent() ? number(-value.getAsDouble()) : of(bend.negated(), sign.negated());
  }

  Curve times(Curve other) {
    if (value.isPresent()) {
      return other.times(value.getAsDouble());
    }
    if (other.value.isPresent()) {
      return times(other.value.getAsDouble());
    }
    if (bend == Bend.CONSTANT && other.bend == Bend.CONSTANT) {
      return of(Bend.CONSTANT, sign.times(other.sign));
    }
    if (bend == Bend.CONSTANT || other.bend == Bend.CONSTANT) {
      return bend == Bend.CONSTANT ? other.timesUnknown(sign) : timesUnknown(other.sign);
    }
    if (factors.isEmpty() || other.factors.isEmpty()) {
      return of(Bend.UNKNOWN, sign.times(other.sign));
    }
    var all = new TreeMap<>(factors);
    other.factors.forEach((factor, exponent) -> all.merge(factor, exponent, Double::sum));
    return product(all);
  }

  private Curve times(double factor) {
    if (factor == 0) {
      return number(0);
    }
    if (value.isPresent()) {
      return number(factor * value.getAsDouble());
    }
    return factor > 0 ? this : negated();
  }

  /** Times a constant of which only the sign is known. */
  private Curve timesUnknown(Sign factor) {
    return switch (factor) {
      case NOT_NEGATIVE -> of(bend, sign);
      case NOT_POSITIVE -> negated();
      case ANY -> of(bend == Bend.AFFINE ? Bend.AFFINE : Bend.UNKNOWN, Sign.ANY);
    };
  }

  /** A product of powers of values that are concave and not negative. */
  private static Curve product(Map<Integer, Double> factors) {
    var kept = new TreeMap<>(factors);
    kept.values().removeIf(exponent -> exponent == 0);
    double degree = kept.values().stream().mapToDouble(Double::doubleValue).sum();
    boolean positive = kept.values().stream().allMatch(exponent -> exponent > 0);
    var bend = positive && degree <= 1 + ROUNDING ? Bend.CONCAVE : Bend.UNKNOWN;
    return of(kept.isEmpty() ? Bend.CONSTANT : bend, Sign.NOT_NEGATIVE).with(kept);
  }

  /** To a power that is known. */
  Curve power(double exponent) {
    if (value.isPresent()) {
      return number(Math.pow(value.getAsDouble(), exponent));
    }
    if (exponent == 0 || exponent == 1) {
      return exponent == 0 ? number(1) : this;
    }
    if (bend == Bend.CONSTANT || sign != Sign.NOT_NEGATIVE) {
      boolean square = exponent == 2 && bend == Bend.AFFINE;
      var constant = bend == Bend.CONSTANT ? Bend.CONSTANT : Bend.UNKNOWN;
      return of(square ? Bend.CONVEX : constant, square ? Sign.NOT_NEGATIVE : Sign.ANY);
    }
    var scaled = new TreeMap<>(factors);
    scaled.replaceAll((_, old) -> old * exponent);
    var product = factors.isEmpty() ? of(Bend.UNKNOWN, Sign.NOT_NEGATIVE) : product(scaled);
    var bent = bend(exponent);
    boolean isPower = bend.isConcave() && exponent <= 1;
    return new Curve(
        bent == Bend.UNKNOWN ? product.bend : bent,
        Sign.NOT_NEGATIVE,
        OptionalDouble.empty(),
        product.factors,
        isPower ? OptionalDouble.of(exponent) : OptionalDouble.empty());
  }

  private Bend bend(double exponent) {
    double degree = root.isPresent() ? root.getAsDouble() * exponent : Double.NaN;
    if (degree > 0 && degree <= 1 + ROUNDING || bend.isConcave() && exponent > 0 && exponent <= 1) {
      return Bend.CONCAVE;
    }
    boolean isConvex = exponent < 0 ? bend.isConcave() : exponent >= 1 && bend.isConvex();
    return isConvex ? Bend.CONVEX : Bend.UNKNOWN;
  }

  /** The natural logarithm, which also makes what is concave up to an increasing function so. */
  Curve logarithm() {
    if (value.isPresent()) {
      return number(Math.log(value.getAsDouble()));
    }
    return of(
        bend == Bend.CONSTANT || !isQuasiconcave() ? constantOr(Bend.UNKNOWN) : Bend.CONCAVE,
        Sign.ANY);
  }

  Curve exponential() {
    return of(bend.isConvex() ? constantOr(Bend.CONVEX) : Bend.UNKNOWN, Sign.NOT_NEGATIVE);
  }

  Curve absolute() {
    if (sign != Sign.ANY) {
      return sign == Sign.NOT_NEGATIVE ? this : negated();
    }
    return of(bend == Bend.AFFINE ? Bend.CONVEX : constantOr(Bend.UNKNOWN), Sign.NOT_NEGATIVE);
  }

  private Bend constantOr(Bend other) {
    return bend == Bend.CONSTANT ? Bend.CONSTANT : other;
  }

  Curve least(Curve other) {
    boolean notNegative = sign == Sign.NOT_NEGATIVE && other.sign == Sign.NOT_NEGATIVE;
    boolean notPositive = sign == Sign.NOT_POSITIVE || other.sign == Sign.NOT_POSITIVE;
    var least = notPositive ? Sign.NOT_POSITIVE : Sign.ANY;
    boolean isConstant = bend == Bend.CONSTANT && other.bend == Bend.CONSTANT;
    var bent = bend.isConcave() && other.bend.isConcave() ? Bend.CONCAVE : Bend.UNKNOWN;
    return of(isConstant ? Bend.CONSTANT : bent, notNegative ? Sign.NOT_NEGATIVE : least);
  }

  /**
   * Whether it is an increasing function of something concave: itself, the logarithm of a product,
   * or a root.
   */
  boolean isQuasiconcave() {
    boolean isProduct =
        !factors.isEmpty() && factors.values().stream().allMatch(exponent -> exponent > 0);
    return bend.isConcave() || isProduct || root.isPresent() && root.getAsDouble() > 0;
  }
}
