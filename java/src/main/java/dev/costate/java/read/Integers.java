package dev.costate.java.read;

import static dev.costate.program.Operation.*;

import com.sun.source.tree.Tree;
import dev.costate.program.Expression;

/**
 * The arithmetic of whole numbers: Java's, with a call of {@link Arithmetic} where it may overflow.
 */
final class Integers {
  private static final Interval BYTE = Type.BYTE.range();
  private static final Interval SHORT = Type.SHORT.range();

  /** The longest exponents and shifts of an int. */
  private static final int DISTANCES = 31;

  private final Unit unit;

  Integers(Unit unit) {
    this.unit = unit;
  }

  /**
   * A whole number in the range of its type.
   *
   * @param expression its value, exact if the type is int, before it overflows
   * @param range what the expression can be
   */
  Value fitted(Make make, Expression expression, Type type, Interval range) {
    if (range.isOne() && type.range().contains(range)) {
      return new Value(make.number((double) range.least()), type, range);
    }
    if (type.range().contains(range)) {
      return new Value(expression, type, range);
    }
    return Value.of(Arithmetic.call(make, type == Type.LONG ? "exact" : "wrap", expression), type);
  }

  Value plus(Make make, Value a, Value b, Type type) {
    return fitted(make, sum(make, a, b), type, a.range().plus(b.range()));
  }

  /** With what is added to a literal put together, as in {@code (i + 1) - 1}. */
  private static Expression sum(Make make, Value a, Value b) {
    if (b.range().isOne()) {
      return shifted(make, a.expression(), b.range().least());
    }
    return a.range().isOne()
        ? shifted(make, b.expression(), a.range().least())
        : make.plus(a.expression(), b.expression());
  }

  /** A whole number plus another. */
  static Expression shifted(Make make, Expression expression, long by) {
    if (by == 0) {
      return expression;
    }
    if (expression instanceof Expression.Literal(var value, _)) {
      return make.number(value + by);
    }
    if (expression instanceof Expression.Apply(var operation, var sides, _, _)
        && (operation == ADD || operation == SUBTRACT)
        && sides.get(1) instanceof Expression.Literal(var value, _)) {
      long whole = (long) (operation == ADD ? value : -value);
      return shifted(make, sides.get(0), by + whole);
    }
    return make.plus(expression, (double) by);
  }

  Value minus(Make make, Value a, Value b, Type type) {
    var range = a.range().minus(b.range());
    var difference =
        b.range().isOne()
            ? shifted(make, a.expression(), -b.range().least())
            : make.minus(a.expression(), b.expression());
    return fitted(make, difference, type, range);
  }

  Value times(Make make, Value a, Value b, Type type) {
    if (type == Type.LONG) {
      var ints = Interval.INT;
      if (ints.contains(a.range()) && ints.contains(b.range())) {
        var range = a.range().times(b.range());
        return Interval.LONG.contains(range) && isNotNegativeZero(a, b)
            ? fitted(make, make.times(a.expression(), b.expression()), type, range)
            : Value.of(exact(make, make.times(a.expression(), b.expression())), type);
      }
      return Value.of(exact(make, make.times(a.expression(), b.expression())), type);
    }
    var range = a.range().times(b.range());
    if (type.range().contains(range) && isNotNegativeZero(a, b)) {
      return fitted(make, make.times(a.expression(), b.expression()), type, range);
    }
    return Value.of(Arithmetic.call(make, "product", a.expression(), b.expression()), type);
  }

  private static Expression exact(Make make, Expression expression) {
    return Arithmetic.call(make, "exact", expression);
  }

  /** Whether a product is not 0 times a negative number, which is -0 among numbers. */
  private static boolean isNotNegativeZero(Value a, Value b) {
    boolean isPositive = a.range().least() >= 0 && b.range().least() >= 0;
    boolean isNotZero = !a.range().contains(0) && !b.range().contains(0);
    return isPositive || isNotZero;
  }

  Value over(Make make, Value a, Value b, Type type) {
    var call = type == Type.LONG ? "longQuotient" : "quotient";
    return new Value(
        Arithmetic.call(make, call, a.expression(), b.expression()), type, quotients(a, b, type));
  }

  private static Interval quotients(Value a, Value b, Type type) {
    boolean isPlain = a.range().least() >= 0 && b.range().least() > 0;
    return isPlain
        ? new Interval(
            a.range().least() / b.range().greatest(), a.range().greatest() / b.range().least())
        : type.range();
  }

  Value remainder(Make make, Value a, Value b, Type type) {
    boolean isPlain = a.range().least() >= 0 && b.range().least() > 0;
    return new Value(
        Arithmetic.call(make, "remainder", a.expression(), b.expression()),
        type,
        isPlain
            ? new Interval(0, Math.min(a.range().greatest(), b.range().greatest() - 1))
            : type.range());
  }

  Value bits(Make make, String operation, Value a, Value b, Type type) {
    boolean isMask = operation.equals("and") && a.range().least() >= 0 && b.range().least() >= 0;
    return new Value(
        Arithmetic.call(make, operation, a.expression(), b.expression()),
        type,
        isMask
            ? new Interval(0, Math.min(a.range().greatest(), b.range().greatest()))
            : type.range());
  }

  /** {@code a << distance} and its like; of longs by a distance that is a constant. */
  Value shift(Make make, Tree tree, String operation, Value a, Value distance, Type type) {
    if (type == Type.INT) {
      return Value.of(
          Arithmetic.call(make, operation, a.expression(), distance.expression()), type);
    }
    if (!distance.range().isOne()
        || distance.range().least() < 0
        || distance.range().least() > DISTANCES
        || operation.equals("shiftRightUnsigned")) {
      throw unit.problems()
          .refuse(
              tree,
              "a long is shifted by what is not a constant from 0 to 31, or without its sign",
              "derivatives hold a long in a double: use an int here");
    }
    double factor = Math.scalb(1.0, (int) distance.range().least());
    return operation.equals("shiftLeft")
        ? Value.of(exact(make, make.times(a.expression(), factor)), type)
        : Value.of(make.floor(make.over(a.expression(), make.number(factor))), type);
  }

  /** A number or whole number as another type. */
  Value cast(Make make, Value value, Type to) {
    if (to == Type.DOUBLE) {
      return value.as(to);
    }
    if (value.type() == Type.DOUBLE) {
      if (to == Type.LONG) {
        return Value.of(Arithmetic.call(make, "truncateToLong", value.expression()), to);
      }
      var truncated = Value.of(Arithmetic.call(make, "truncate", value.expression()), Type.INT);
      return cast(make, truncated, to);
    }
    if (to.range().contains(value.range())) {
      return value.as(to);
    }
    return switch (to) {
      case LONG -> value.as(to);
      case INT -> fitted(make, value.expression(), to, value.range());
      case BYTE -> Value.of(wrapped(make, value.expression(), BYTE), to);
      case SHORT -> Value.of(wrapped(make, value.expression(), SHORT), to);
      case CHAR -> Value.of(make.mod(value.expression(), 0x1p16), to);
      default -> throw new IllegalStateException("no number: " + to);
    };
  }

  private static Expression wrapped(Make make, Expression expression, Interval range) {
    double half = -(double) range.least();
    return make.minus(make.mod(make.plus(expression, half), 2 * half), half);
  }

  /** The type of arithmetic with two types. */
  static Type promoted(Type a, Type b) {
    if (a == Type.DOUBLE || b == Type.DOUBLE) {
      return Type.DOUBLE;
    }
    return a == Type.LONG || b == Type.LONG ? Type.LONG : Type.INT;
  }
}
