package dev.costate.java.read;

import static dev.costate.program.Operation.*;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.costate.program.Expression;
import dev.costate.program.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Reads calls of {@link Math}. */
final class MathCalls {
  /** Methods that are operations of programs. */
  private static final Map<String, Operation> OPERATIONS =
      Map.ofEntries(
          Map.entry("log", LN),
          Map.entry("log10", LOG10),
          Map.entry("exp", EXP),
          Map.entry("sqrt", SQRT),
          Map.entry("sin", SIN),
          Map.entry("cos", COS),
          Map.entry("tan", TAN),
          Map.entry("asin", ASIN),
          Map.entry("acos", ACOS),
          Map.entry("atan", ATAN),
          Map.entry("atan2", ATAN2),
          Map.entry("sinh", SINH),
          Map.entry("cosh", COSH),
          Map.entry("tanh", TANH),
          Map.entry("floor", FLOOR),
          Map.entry("ceil", CEIL),
          Map.entry("signum", SIGN),
          Map.entry("pow", POWER));

  private final Body body;
  private final Expressions expressions;
  private final Integers integers;

  MathCalls(Body body, Expressions expressions) {
    this.body = body;
    this.expressions = expressions;
    this.integers = expressions.integers();
  }

  Value value(MethodInvocationTree call, String name) {
    var make = body.unit().make(call);
    var trees = call.getArguments();
    var result = body.unit().type(call);
    var operation = OPERATIONS.get(name);
    if (operation != null) {
      return Value.of(make.number(operation, numbers(trees)), Type.DOUBLE);
    }
    if (result == Type.OTHER) {
      throw refuse(call, name);
    }
    if (result == Type.DOUBLE) {
      return ofNumbers(call, make, name, trees);
    }
    return ofWhole(call, make, name, trees, result);
  }

  private Expression[] numbers(List<? extends ExpressionTree> trees) {
    return expressions.all(trees, Collections.nCopies(trees.size(), Type.DOUBLE)).stream()
        .map(Value::expression)
        .toArray(Expression[]::new);
  }

  private Value ofNumbers(
      MethodInvocationTree call, Make make, String name, List<? extends ExpressionTree> trees) {
    if (name.equals("scalb")) {
      var values = expressions.all(trees, List.of(Type.DOUBLE, Type.INT));
      var two = make.number(POWER, make.number(2), values.get(1).expression());
      return Value.of(make.times(values.get(0).expression(), two), Type.DOUBLE);
    }
    var x = numbers(trees);
    return Value.of(
        switch (name) {
          case "abs" -> make.number(ABS, x);
          case "max" -> make.number(MAX, x);
          case "min" -> make.number(MIN, x);
          case "toRadians" -> make.times(x[0], Math.toRadians(1));
          case "toDegrees" -> make.times(x[0], Math.toDegrees(1));
          case "cbrt",
              "hypot",
              "expm1",
              "log1p",
              "rint",
              "copySign",
              "fma",
              "IEEEremainder",
              "clamp",
              "nextUp",
              "nextDown" ->
              Arithmetic.call(make, name, x);
          default -> throw refuse(call, name);
        },
        Type.DOUBLE);
  }

  private Value ofWhole(
      MethodInvocationTree call,
      Make make,
      String name,
      List<? extends ExpressionTree> trees,
      Type result) {
    if (name.equals("round")) {
      var x = numbers(trees);
      return Value.of(Arithmetic.call(make, "round", x), Type.LONG);
    }
    if (!List.of("abs", "max", "min", "floorMod", "floorDiv").contains(name)) {
      throw refuse(call, name);
    }
    var types = new ArrayList<Type>();
    trees.forEach(tree -> types.add(body.unit().type(tree) == Type.LONG ? Type.LONG : result));
    var values = expressions.all(trees, types);
    var settled = values.stream().map(value -> expressions.settled(value, "argument")).toList();
    var a = settled.getFirst();
    var b = settled.getLast();
    return switch (name) {
      case "abs" ->
          new Value(
              make.either(
                  make.less(a.expression(), 0),
                  integers.minus(make, Value.of(make.number(0), result), a, result).expression(),
                  a.expression()),
              result,
              result.range());
      case "max" ->
          new Value(
              make.either(
                  make.atLeast(a.expression(), b.expression()), a.expression(), b.expression()),
              result,
              a.range().to(b.range()));
      case "min" ->
          new Value(
              make.either(
                  make.less(a.expression(), b.expression()), a.expression(), b.expression()),
              result,
              a.range().to(b.range()));
      case "floorMod" ->
          Value.of(Arithmetic.call(make, "floorMod", a.expression(), b.expression()), result);
      case "floorDiv" ->
          integers.fitted(
              make,
              Arithmetic.call(make, "floorQuotient", a.expression(), b.expression()),
              result,
              Type.LONG.range());
      default -> throw refuse(call, name);
    };
  }

  private Refused refuse(MethodInvocationTree call, String name) {
    return body.unit()
        .problems()
        .refuse(
            call,
            "Math.%s of these types is not differentiable".formatted(name),
            name.equals("random")
                ? "a derivative depends on parameters only: pass the random number in"
                : "write it out with the others of Math");
  }
}
