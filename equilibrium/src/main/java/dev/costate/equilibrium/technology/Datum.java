package dev.costate.equilibrium.technology;

/**
 * A number of a technology: its value, and how it is computed from parameters of the file. Only
 * numbers that depend on parameters remember how; arithmetic with plain numbers gives plain
 * numbers.
 */
@SuppressWarnings("ClassInitializationDeadlock") // Only if two threads first use both at once.
public sealed interface Datum {
  Datum ZERO = new Number(0);
  Datum ONE = new Number(1);

  double value();

  /** A number that depends on nothing. */
  record Number(double value) implements Datum {}

  /** A parameter by its name. */
  record Parameter(String name, double value) implements Datum {}

  /** The arithmetic that technologies are read with. */
  enum Operator {
    PLUS,
    TIMES,
    OVER,
    POWER,
    LOGARITHM,
    EXPONENTIAL
  }

  /**
   * The result of an operation.
   *
   * @param right the same as {@code left} where the operator takes one number
   */
  record Computed(Operator operator, Datum left, Datum right, double value) implements Datum {}

  static Datum of(double value) {
    return new Number(value);
  }

  /** Whether it depends on no parameter. */
  default boolean isPlain() {
    return this instanceof Number;
  }

  default Datum plus(Datum other) {
    return of(Operator.PLUS, this, other, value() + other.value());
  }

  default Datum minus(Datum other) {
    return plus(other.negated());
  }

  default Datum negated() {
    return times(of(-1));
  }

  default Datum times(Datum other) {
    return of(Operator.TIMES, this, other, value() * other.value());
  }

  default Datum over(Datum other) {
    return of(Operator.OVER, this, other, value() / other.value());
  }

  default Datum power(Datum exponent) {
    return of(Operator.POWER, this, exponent, Math.pow(value(), exponent.value()));
  }

  default Datum logarithm() {
    return of(Operator.LOGARITHM, this, this, Math.log(value()));
  }

  default Datum exponential() {
    return of(Operator.EXPONENTIAL, this, this, Math.exp(value()));
  }

  private static Datum of(Operator operator, Datum left, Datum right, double value) {
    return left.isPlain() && right.isPlain()
        ? new Number(value)
        : new Computed(operator, left, right, value);
  }
}
