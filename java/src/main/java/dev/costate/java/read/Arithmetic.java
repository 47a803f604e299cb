package dev.costate.java.read;

import static dev.costate.program.Operation.*;

import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Statement;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Functions that Java has and programs have not: arithmetic that overflows, and methods of {@link
 * Math}. Each has a body in a program, from which it is differentiated, and a method of Java that
 * computes the same; generated code calls the method.
 *
 * <p>Bodies of functions that make whole numbers of others ({@code (int) x}) do so by comparisons,
 * so that their results do not depend on their arguments as far as differentiation is concerned.
 */
final class Arithmetic {
  private static final double TWO_31 = 0x1p31;
  private static final double TWO_32 = 0x1p32;
  private static final double TWO_16 = 0x1p16;

  /** The longest two's complement of a whole number that is held exactly, without its sign. */
  private static final int BITS = 53;

  private static final int INT_BITS = 31;
  private static final Make MAKE = new Make(new Place(Source.of("arithmetic", ""), 0, 0));
  private static final Variable A = Variable.number("a");
  private static final Variable B = Variable.number("b");
  private static final Variable C = Variable.number("c");
  private static final Variable Y = Variable.number("y");

  private static final Map<String, Function> ALL = new LinkedHashMap<>();

  static {
    ints("wrap", List.of(A), MAKE.give(wrapped(a())));
    ints("product", List.of(A, B), product());
    ints("quotient", List.of(A, B), quotient("wrap"));
    ints("remainder", List.of(A, B), remainder());
    ints("truncate", List.of(A), truncation(INT_BITS, -TWO_31, TWO_31 - 1));
    ints("and", List.of(A, B), bits(AND));
    ints("or", List.of(A, B), bits(OR));
    ints("exclusiveOr", List.of(A, B), bits(NOT_EQUAL));
    ints(
        "shiftLeft",
        List.of(A, B),
        MAKE.give(call(MAKE, "product", a(), wrapped(power(MAKE.mod(b(), 32))))));
    ints(
        "shiftRight",
        List.of(A, B),
        MAKE.give(MAKE.floor(MAKE.over(a(), power(MAKE.mod(b(), 32))))));
    ints(
        "shiftRightUnsigned",
        List.of(A, B),
        MAKE.give(wrapped(MAKE.floor(MAKE.over(MAKE.mod(a(), TWO_32), power(MAKE.mod(b(), 32)))))));
    ints(
        "exact",
        List.of(A),
        MAKE.when(
            MAKE.test(GREATER, MAKE.number(ABS, a()), MAKE.number(0x1p53 - 1)),
            MAKE.give(MAKE.failure())),
        MAKE.give(MAKE.plus(a(), 0)));
    ints("longQuotient", List.of(A, B), quotient(""));
    ints("truncateToLong", List.of(A), truncation(BITS, -0x1p53, 0x1p53));
    numbers(
        "numberRemainder",
        "JavaNumbers.numberRemainder",
        List.of(A, B),
        MAKE.when(
            MAKE.less(a(), 0),
            MAKE.give(negated(MAKE.number(MOD, negated(a()), MAKE.number(ABS, b()))))),
        MAKE.when(
            MAKE.test(
                AND, MAKE.isZero(a()), MAKE.test(GREATER, MAKE.number(ABS, b()), MAKE.number(0))),
            MAKE.give(a())),
        MAKE.give(MAKE.number(MOD, a(), MAKE.number(ABS, b()))));
    numbers("cbrt", "Math.cbrt", List.of(A), cubeRoot());
    numbers("hypot", "Math.hypot", List.of(A, B), hypotenuse());
    numbers("expm1", "Math.expm1", List.of(A), MAKE.give(MAKE.minus(MAKE.number(EXP, a()), 1)));
    numbers("log1p", "Math.log1p", List.of(A), MAKE.give(MAKE.number(LN, MAKE.plus(a(), 1))));
    numbers("rint", "Math.rint", List.of(A), nearestEven());
    numbers(
        "copySign",
        "Math.copySign",
        List.of(A, B),
        MAKE.when(
            MAKE.test(
                OR,
                MAKE.less(b(), 0),
                MAKE.test(AND, MAKE.isZero(b()), MAKE.less(MAKE.over(MAKE.number(1), b()), 0))),
            MAKE.give(negated(MAKE.number(ABS, a())))),
        MAKE.give(MAKE.number(ABS, a())));
    numbers(
        "fma", "Math.fma", List.of(A, B, C), MAKE.give(MAKE.plus(MAKE.times(a(), b()), read(C))));
    numbers(
        "IEEEremainder",
        "Math.IEEEremainder",
        List.of(A, B),
        MAKE.give(MAKE.minus(a(), MAKE.times(b(), call(MAKE, "rint", MAKE.over(a(), b()))))));
    ints("round", List.of(A), nearest());
    ints(
        "floorMod",
        List.of(A, B),
        failIfZero(),
        MAKE.give(MAKE.plus(MAKE.number(MOD, a(), b()), 0)));
    ints(
        "floorQuotient",
        List.of(A, B),
        failIfZero(),
        MAKE.give(MAKE.plus(MAKE.floor(MAKE.over(a(), b())), 0)));
    numbers(
        "clamp",
        "Math.clamp",
        List.of(A, B, C),
        MAKE.when(MAKE.less(read(C), b()), MAKE.give(MAKE.failure())),
        MAKE.give(MAKE.number(MAX, MAKE.number(MIN, a(), read(C)), b())));
    numbers("nextUp", "Math.nextUp", List.of(A), MAKE.give(a()));
    numbers("nextDown", "Math.nextDown", List.of(A), MAKE.give(a()));
  }

  private Arithmetic() {}

  /** All of them, callees before callers; each has the name of the method that computes it. */
  static List<Function> all() {
    return List.copyOf(ALL.values());
  }

  /** A call of one of them, by the simple name of its method. */
  static Expression call(Make make, String name, Expression... arguments) {
    var found = ALL.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no function '" + name + "'");
    }
    return make.call(found.name(), Kind.NUMBER, arguments);
  }

  private static void ints(String name, List<Variable> parameters, Statement... body) {
    add(name, "JavaNumbers." + name, parameters, List.of(body));
  }

  private static void ints(String name, List<Variable> parameters, List<Statement> body) {
    add(name, "JavaNumbers." + name, parameters, body);
  }

  private static void numbers(
      String name, String method, List<Variable> parameters, Statement... body) {
    add(name, method, parameters, List.of(body));
  }

  private static void numbers(
      String name, String method, List<Variable> parameters, List<Statement> body) {
    add(name, method, parameters, body);
  }

  private static void add(
      String name, String method, List<Variable> parameters, List<Statement> body) {
    var function =
        new Function(method, parameters, List.of(Kind.NUMBER), new Block(body), MAKE.origin());
    ALL.put(name, function);
  }

  private static Expression a() {
    return read(A);
  }

  private static Expression b() {
    return read(B);
  }

  private static Expression read(Variable variable) {
    return MAKE.read(variable);
  }

  private static Expression negated(Expression x) {
    return MAKE.number(NEGATE, x);
  }

  private static Expression wrapped(Expression x) {
    return MAKE.minus(MAKE.mod(MAKE.plus(x, TWO_31), TWO_32), TWO_31);
  }

  private static Expression power(Expression exponent) {
    return MAKE.number(POWER, MAKE.number(2), exponent);
  }

  /** By halves of 16 bits, since the whole product may have more than 53. */
  private static List<Statement> product() {
    var high = Variable.number("high");
    var low = MAKE.minus(b(), MAKE.times(read(high), TWO_16));
    var upper = MAKE.times(MAKE.mod(MAKE.times(a(), read(high)), TWO_16), TWO_16);
    return List.of(
        MAKE.set(high, MAKE.floor(MAKE.over(b(), MAKE.number(TWO_16)))),
        MAKE.give(wrapped(MAKE.plus(upper, MAKE.times(a(), low)))));
  }

  private static Statement failIfZero() {
    return MAKE.when(MAKE.isZero(b()), MAKE.give(MAKE.failure()));
  }

  /** Towards zero. The quotient of whole numbers below 2^53 does not round up to a whole number. */
  private static Expression towardsZero() {
    return MAKE.either(MAKE.less(read(Y), 0), MAKE.number(CEIL, read(Y)), MAKE.floor(read(Y)));
  }

  private static List<Statement> quotient(String overflow) {
    return List.of(
        failIfZero(),
        MAKE.set(Y, MAKE.over(a(), b())),
        MAKE.give(
            overflow.isEmpty()
                ? MAKE.plus(towardsZero(), 0)
                : call(MAKE, overflow, towardsZero())));
  }

  private static List<Statement> remainder() {
    return List.of(
        failIfZero(),
        MAKE.set(Y, MAKE.over(a(), b())),
        MAKE.give(MAKE.minus(a(), MAKE.times(b(), towardsZero()))));
  }

  /** Bit by bit, by comparisons. */
  private static List<Statement> truncation(int bits, double least, double greatest) {
    var step = Variable.number("step");
    var k = Variable.number("k");
    var body = new ArrayList<Statement>();
    body.add(MAKE.when(MAKE.test(NOT_EQUAL, a(), a()), MAKE.give(MAKE.number(0))));
    if (bits == BITS) {
      body.add(
          MAKE.when(
              MAKE.test(
                  OR,
                  MAKE.atLeast(a(), MAKE.number(greatest)),
                  MAKE.test(LESS_OR_EQUAL, a(), MAKE.number(least))),
              MAKE.give(MAKE.failure())));
    } else {
      body.add(
          MAKE.when(MAKE.atLeast(a(), MAKE.number(greatest)), MAKE.give(MAKE.number(greatest))));
      body.add(
          MAKE.when(
              MAKE.test(LESS_OR_EQUAL, a(), MAKE.number(least)), MAKE.give(MAKE.number(least))));
    }
    var up = MAKE.plus(read(Y), read(step));
    var down = MAKE.minus(read(Y), read(step));
    body.add(MAKE.set(Y, MAKE.number(0)));
    body.add(MAKE.set(step, MAKE.number(Math.scalb(1.0, bits - 1))));
    body.add(
        MAKE.loop(
            k,
            MAKE.number(1),
            MAKE.number(bits),
            List.of(
                MAKE.when(
                    MAKE.atLeast(a(), up),
                    List.of(MAKE.set(Y, up)),
                    List.of(MAKE.when(MAKE.test(LESS_OR_EQUAL, a(), down), MAKE.set(Y, down)))),
                MAKE.set(step, MAKE.over(read(step), MAKE.number(2))))));
    body.add(MAKE.give(read(Y)));
    return body;
  }

  /** Bit by bit of the two's complements, whose sign is repeated. */
  private static List<Statement> bits(Operation operation) {
    var k = Variable.number("k");
    var step = Variable.number("step");
    var left = bit(a(), step);
    var right = bit(b(), step);
    return List.of(
        MAKE.set(Y, MAKE.number(0)),
        MAKE.set(step, MAKE.number(1)),
        MAKE.loop(
            k,
            MAKE.number(1),
            MAKE.number(BITS),
            List.of(
                MAKE.when(
                    MAKE.test(operation, left, right), MAKE.set(Y, MAKE.plus(read(Y), read(step)))),
                MAKE.set(step, MAKE.times(read(step), 2)))),
        MAKE.when(
            MAKE.test(operation, MAKE.less(a(), 0), MAKE.less(b(), 0)),
            MAKE.set(Y, MAKE.minus(read(Y), 0x1p53))),
        MAKE.give(read(Y)));
  }

  private static Expression bit(Expression of, Variable step) {
    var digit = MAKE.mod(MAKE.floor(MAKE.over(of, read(step))), 2);
    return MAKE.test(EQUAL, digit, MAKE.number(1));
  }

  private static List<Statement> cubeRoot() {
    var root = MAKE.number(POWER, MAKE.number(ABS, a()), MAKE.over(MAKE.number(1), MAKE.number(3)));
    return List.of(MAKE.when(MAKE.less(a(), 0), MAKE.give(negated(root))), MAKE.give(root));
  }

  /** Scaled by the longer side, so that no square overflows; 0 and without a slope at 0. */
  private static List<Statement> hypotenuse() {
    var longer = Variable.number("longer");
    var p = MAKE.over(a(), read(longer));
    var q = MAKE.over(b(), read(longer));
    return List.of(
        MAKE.set(longer, MAKE.number(MAX, MAKE.number(ABS, a()), MAKE.number(ABS, b()))),
        MAKE.when(MAKE.isZero(read(longer)), MAKE.give(MAKE.number(0))),
        MAKE.give(
            MAKE.times(
                read(longer), MAKE.number(SQRT, MAKE.plus(MAKE.times(p, p), MAKE.times(q, q))))));
  }

  private static List<Statement> nearest() {
    var below = Variable.number("below");
    return List.of(
        MAKE.set(below, MAKE.floor(a())),
        MAKE.when(
            MAKE.atLeast(MAKE.minus(a(), read(below)), MAKE.number(0.5)),
            MAKE.set(below, MAKE.plus(read(below), 1))),
        MAKE.give(call(MAKE, "truncateToLong", read(below))));
  }

  private static List<Statement> nearestEven() {
    var below = Variable.number("below");
    var rest = MAKE.minus(a(), read(below));
    var even = MAKE.isZero(MAKE.mod(read(below), 2));
    var half = MAKE.number(0.5);
    return List.of(
        MAKE.set(below, MAKE.floor(a())),
        MAKE.when(
            MAKE.test(
                OR, MAKE.less(rest, half), MAKE.test(AND, MAKE.test(EQUAL, rest, half), even)),
            MAKE.give(read(below))),
        MAKE.give(MAKE.plus(read(below), 1)));
  }
}
