package dev.costate.differentiation.rules;

import static dev.costate.differentiation.algebra.Term.ONE;
import static dev.costate.differentiation.algebra.Term.TWO;
import static dev.costate.differentiation.algebra.Term.ZERO;
import static dev.costate.differentiation.algebra.Term.compare;
import static dev.costate.differentiation.algebra.Term.number;
import static dev.costate.differentiation.algebra.Term.when;
import static dev.costate.differentiation.rules.Rule.binary;
import static dev.costate.differentiation.rules.Rule.unary;
import static dev.costate.program.Operation.*;

import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Expression;
import dev.costate.program.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of derivatives of the operations on numbers. */
public final class Rules {
  private static final Term LOG10_E = number(Math.log10(Math.E));
  private static final Term TWO_OVER_ROOT_PI = number(2 / Math.sqrt(Math.PI));

  private static final List<Rule> ALL =
      List.of(
          binary(ADD, (a, b, y) -> List.of(ONE, ONE), at(2, 3)),
          binary(SUBTRACT, (a, b, y) -> List.of(ONE, ONE.negate()), at(2, 3)),
          binary(MULTIPLY, (a, b, y) -> List.of(b, a), at(2, 3), at(0, -1)),
          binary(
              DIVIDE,
              (a, b, y) -> List.of(ONE.over(b), a.over(b.squared()).negate()),
              at(2, 3),
              at(0, -2)),
          unary(NEGATE, (x, y) -> ONE.negate(), 0, 3),
          binary(
              POWER,
              (x, n, y) -> List.of(slopeOfPower(x, n), slopeOfExponent(x, y)),
              at(2, 0.4),
              at(2, 0),
              at(3, -2),
              at(1.5, 2)),
          unary(LN, (x, y) -> ONE.over(x), 0.3, 7),
          unary(LOG10, (x, y) -> LOG10_E.over(x), 0.3, 7),
          unary(EXP, (x, y) -> y, -2, 0, 3),
          unary(SQRT, (x, y) -> ONE.over(TWO.times(y)), 0.25, 9),
          unary(ABS, (x, y) -> x.apply(SIGN), -2, 3),
          unary(SIN, (x, y) -> x.apply(COS), -1, 0, 2),
          unary(COS, (x, y) -> x.apply(SIN).negate(), -1, 0, 2),
          unary(TAN, (x, y) -> ONE.over(x.apply(COS).squared()), -1, 0, 1.3),
          unary(ASIN, (x, y) -> ONE.over(rootOfOneMinusSquare(x)), -0.5, 0, 0.9),
          unary(ACOS, (x, y) -> ONE.over(rootOfOneMinusSquare(x)).negate(), -0.5, 0, 0.9),
          unary(ATAN, (x, y) -> ONE.over(ONE.plus(x.squared())), -2, 0, 3),
          binary(
              ATAN2,
              (a, b, y) -> List.of(b.over(normSquared(a, b)), a.over(normSquared(a, b)).negate()),
              at(1, 2),
              at(-1, -2),
              at(0, 1)),
          unary(SINH, (x, y) -> x.apply(COSH), -1, 0, 2),
          unary(COSH, (x, y) -> x.apply(SINH), -1, 0, 2),
          unary(TANH, (x, y) -> ONE.over(x.apply(COSH).squared()), -1, 0, 2),
          unary(ERF, (x, y) -> TWO_OVER_ROOT_PI.times(x.squared().negate().apply(EXP)), -1, 0, 2),
          binary(
              MOD,
              (a, b, y) -> List.of(ONE, a.over(b).apply(FLOOR).negate()),
              at(7.5, 2),
              at(-1.2, 5)),
          new Rule(
              MAX,
              (arguments, y) -> chosen(arguments, GREATER_OR_EQUAL, GREATER),
              List.of(at(1, 2), at(2, 1), at(3, 5, 4))),
          new Rule(
              MIN,
              (arguments, y) -> chosen(arguments, LESS_OR_EQUAL, LESS),
              List.of(at(1, 2), at(2, 1), at(5, 3, 4))));

  /** Operations on numbers whose derivative is 0 wherever they have one. */
  private static final Set<Operation> FLAT = EnumSet.of(FLOOR, CEIL, SIGN);

  private static final Map<Operation, Rule> BY_OPERATION = byOperation();

  private Rules() {}

  public static List<Rule> all() {
    return ALL;
  }

  /**
   * The rule of an operation, if it has one; flat operations, comparisons and operations on arrays
   * have none.
   */
  public static Optional<Rule> find(Operation operation) {
    return Optional.ofNullable(BY_OPERATION.get(operation));
  }

  /** Whether the operation is declared to have derivative 0 wherever it has one. */
  public static boolean isFlat(Operation operation) {
    return FLAT.contains(operation) || operation.isComparison() || operation.isLogic();
  }

  /**
   * {@code n*x^(n-1)}; the power {@code x^0} is constant, also at 0, where {@code x^(-1)} is
   * infinite.
   */
  private static Term slopeOfPower(Term x, Term n) {
    var slope = n.times(x.pow(n.minus(ONE)));
    return n.isNumber() ? slope : when(compare(NOT_EQUAL, n, ZERO), slope, ZERO);
  }

  /** {@code x^n*ln(x)}, whose limit at 0 is 0. */
  private static Term slopeOfExponent(Term x, Term y) {
    var slope = y.times(x.apply(LN));
    boolean positive = x.isNumber() && !x.isNegative() && !x.isZero();
    return positive ? slope : when(compare(NOT_EQUAL, x, ZERO), slope, ZERO);
  }

  private static Term rootOfOneMinusSquare(Term x) {
    return ONE.minus(x.squared()).apply(SQRT);
  }

  private static Term normSquared(Term a, Term b) {
    return a.squared().plus(b.squared());
  }

  /**
   * 1 for the argument that {@code max} or {@code min} takes and 0 for the others; of equal
   * arguments the first is taken.
   */
  private static List<Term> chosen(List<Term> arguments, Operation weak, Operation strict) {
    var partials = new ArrayList<Term>();
    for (int i = 0; i < arguments.size(); i++) {
      var best = new ArrayList<Expression>();
      for (int j = 0; j < arguments.size(); j++) {
        if (j != i) {
          best.add(compare(j < i ? strict : weak, arguments.get(i), arguments.get(j)));
        }
      }
      partials.add(when(best.stream().reduce(Term::both).orElseThrow(), ONE, ZERO));
    }
    return partials;
  }

  private static double[] at(double... point) {
    return point;
  }

  private static Map<Operation, Rule> byOperation() {
    var map = new EnumMap<Operation, Rule>(Operation.class);
    ALL.forEach(rule -> map.put(rule.operation(), rule));
    return map;
  }
}
