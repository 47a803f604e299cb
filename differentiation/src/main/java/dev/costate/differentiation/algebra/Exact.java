package dev.costate.differentiation.algebra;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Operation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A rational number that a user would write: a whole number, a short decimal, or a quotient of
 * whole numbers.
 *
 * @param decimal whether a decimal fraction took part, so that it is written as one
 */
record Exact(BigInteger numerator, BigInteger denominator, boolean decimal) {
  static final Exact ZERO = whole(0);
  static final Exact ONE = whole(1);

  private static final Optional<Exact> SOME_ZERO = Optional.of(ZERO);
  private static final Optional<Exact> SOME_ONE = Optional.of(ONE);

  /** Whole numbers up to here are exact in binary64. */
  private static final BigInteger LIMIT = BigInteger.TWO.pow(53);

  /**
   * Decimals with more digits than this are left as they are: folding them would not make anything
   * more readable.
   */
  private static final int DIGITS = 15;

  /** Whole numbers below have no more digits than that. */
  private static final double SHORT = 1e15;

  static Exact whole(long value) {
    return new Exact(BigInteger.valueOf(value), BigInteger.ONE, false);
  }

  private static Optional<Exact> wholes(long value) {
    if (value == 0) {
      return SOME_ZERO;
    }
    return value == 1 ? SOME_ONE : Optional.of(whole(value));
  }

  /** The number that an expression is, if it is one that can be calculated with exactly. */
  static Optional<Exact> of(Expression expression) {
    return switch (expression) {
      case Literal literal -> ofLiteral(literal.value());
      case Apply(var operation, var arguments, _, _) when operation == Operation.NEGATE ->
          of(arguments.getFirst()).map(Exact::negated);
      case Apply(var operation, var arguments, _, _) when operation == Operation.DIVIDE ->
          quotient(arguments.get(0), arguments.get(1));
      case Expression _ -> Optional.empty();
    };
  }

  private static Optional<Exact> quotient(Expression over, Expression under) {
    var numerator = of(over);
    var denominator = of(under);
    if (numerator.isEmpty() || denominator.isEmpty()) {
      return Optional.empty();
    }
    boolean wholes = numerator.get().isWhole() && denominator.get().isWhole();
    return wholes ? numerator.get().over(denominator.get()) : Optional.empty();
  }

  private static Optional<Exact> ofLiteral(double value) {
    if (!Double.isFinite(value) || Math.abs(value) >= LIMIT.doubleValue()) {
      return Optional.empty();
    }
    if (value == Math.rint(value) && Math.abs(value) < SHORT) {
      return wholes((long) value);
    }
    var text = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (text.precision() > DIGITS || text.scale() > DIGITS) {
      return Optional.empty();
    }
    return text.scale() <= 0
        ? Optional.of(new Exact(text.toBigIntegerExact(), BigInteger.ONE, false))
        : reduced(text.unscaledValue(), BigInteger.TEN.pow(text.scale()), true);
  }

  private static Optional<Exact> reduced(BigInteger over, BigInteger under, boolean decimal) {
    if (under.signum() == 0) {
      return Optional.empty();
    }
    var common = over.gcd(under);
    var sign = under.signum() < 0 ? BigInteger.ONE.negate() : BigInteger.ONE;
    var result =
        new Exact(over.divide(common).multiply(sign), under.divide(common).multiply(sign), decimal);
    return result.isWritable() ? Optional.of(result) : Optional.empty();
  }

  private boolean isWritable() {
    boolean small = numerator.abs().compareTo(LIMIT) < 0 && denominator.compareTo(LIMIT) < 0;
    return small && (!decimal || isTerminating());
  }

  private boolean isTerminating() {
    var rest = denominator;
    for (var prime : List.of(BigInteger.TWO, BigInteger.valueOf(5))) {
      while (rest.mod(prime).signum() == 0) {
        rest = rest.divide(prime);
      }
    }
    return rest.equals(BigInteger.ONE);
  }

  boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  /** Whether it is written as a quotient of whole numbers. */
  boolean isFraction() {
    return !isWhole() && !decimal;
  }

  Term top() {
    return Term.of(signed(numerator));
  }

  Term bottom() {
    return Term.number(denominator.doubleValue());
  }

  boolean isZero() {
    return numerator.signum() == 0;
  }

  boolean is(long value) {
    return isWhole() && numerator.equals(BigInteger.valueOf(value));
  }

  int sign() {
    return numerator.signum();
  }

  Exact negated() {
    return new Exact(numerator.negate(), denominator, decimal);
  }

  Optional<Exact> plus(Exact other) {
    return reduced(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator),
        decimal || other.decimal);
  }

  Optional<Exact> times(Exact other) {
    return reduced(
        numerator.multiply(other.numerator),
        denominator.multiply(other.denominator),
        decimal || other.decimal);
  }

  Optional<Exact> over(Exact other) {
    return reduced(
        numerator.multiply(other.denominator),
        denominator.multiply(other.numerator),
        decimal || other.decimal);
  }

  /** The expression a user would write for it; a negative one has its sign in front. */
  Expression written() {
    if (isWhole()) {
      return signed(numerator);
    }
    if (decimal) {
      double value =
          new BigDecimal(numerator.abs()).divide(new BigDecimal(denominator)).doubleValue();
      return Term.literal(sign() < 0 ? -value : value);
    }
    return Term.apply(Operation.DIVIDE, signed(numerator), Term.literal(denominator.doubleValue()));
  }

  private static Expression signed(BigInteger whole) {
    return Term.literal(whole.doubleValue());
  }
}
