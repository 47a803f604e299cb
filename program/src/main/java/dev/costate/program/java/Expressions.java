package dev.costate.program.java;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Operation;
import dev.costate.program.facts.Range;
import java.util.List;

/**
 * Prints numbers and truths. Counters of loops, sizes and whole literals are ints in Java; where
 * Java would compute with integers what the language computes with numbers, one side is made a
 * double.
 */
final class Expressions {
  private final Scope scope;
  private final Powers powers;
  private final Arrays arrays;

  Expressions(Scope scope) {
    this.scope = scope;
    this.powers = new Powers(scope, this);
    this.arrays = new Arrays(scope, this);
  }

  Arrays arrays() {
    return arrays;
  }

  /** Any value; an array is that of a variable, or a new one. */
  Code value(Expression expression) {
    if (expression.kind().isArray()) {
      return arrays.array(expression, ArrayForms.Form.ARRAY, _ -> false);
    }
    return switch (expression) {
      case Literal(var value, _) -> JavaClass.number(value);
      case Truth(var value, _) -> Code.atom(Boolean.toString(value));
      case Read(var variable, _) ->
          scope.ranges().containsKey(variable)
              ? Code.integer(scope.name(variable), Code.ATOM)
              : Code.atom(scope.name(variable));
      case Constant(var name, _) -> scope.file().constant(name);
      case Apply apply -> apply(apply);
      case Call call -> Code.atom(call(call));
      case Conditional(var condition, var then, var otherwise, _) ->
          conditional(condition, value(then), value(otherwise));
      case Elements _ -> throw new IllegalArgumentException("no number: " + expression);
      case Expression.Gradient(var function, _, _, _) -> throw unreplaced(function);
    };
  }

  static IllegalStateException unreplaced(String function) {
    return new IllegalStateException(
        "gradient(" + function + ", …) must be replaced by calls before a program is printed");
  }

  Code conditional(Expression condition, Code then, Code otherwise) {
    return new Code(
        value(condition).at(Code.OR)
            + " ? "
            + then.at(Code.CONDITIONAL)
            + " : "
            + otherwise.at(Code.CONDITIONAL),
        Code.CONDITIONAL,
        then.isInt() && otherwise.isInt());
  }

  /** An argument of a method that takes a number, whatever the type is that Java gives it. */
  String text(Expression expression) {
    return value(expression).text();
  }

  /** A number that Java must not take for an int. */
  Code number(Expression expression) {
    return value(expression).asDouble();
  }

  private Code apply(Apply apply) {
    return switch (apply.operation()) {
      case ADD -> sum(apply, " + ");
      case SUBTRACT -> sum(apply, " - ");
      case MULTIPLY -> product(apply, " * ");
      case DIVIDE -> product(apply, " / ");
      case NEGATE -> negated(number(apply.argument(0)));
      case POWER -> powers.power(apply);
      case LN -> math("log", apply);
      case LOG10, EXP, SQRT, ABS, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH, FLOOR, CEIL ->
          math(apply.operation().text(), apply);
      case SIGN -> math("signum", apply);
      case ATAN2 -> math("atan2", apply);
      case ERF -> Code.atom(scope.file().erf() + "(" + text(apply.argument(0)) + ")");
      case MOD -> helper("mod", apply);
      case MAX -> largest("max", apply.arguments());
      case MIN -> largest("min", apply.arguments());
      case MAX_OF, MIN_OF, SUM, LENGTH, ROWS, COLUMNS, ELEMENT, ELEMENT_MATRIX ->
          arrays.number(apply);
      case EQUAL -> comparison(apply, " == ", Code.EQUALITY);
      case NOT_EQUAL -> comparison(apply, " != ", Code.EQUALITY);
      case LESS -> comparison(apply, " < ", Code.RELATION);
      case LESS_OR_EQUAL -> comparison(apply, " <= ", Code.RELATION);
      case GREATER -> comparison(apply, " > ", Code.RELATION);
      case GREATER_OR_EQUAL -> comparison(apply, " >= ", Code.RELATION);
      case AND -> both(apply, " && ", Code.AND);
      case OR -> both(apply, " || ", Code.OR);
      case NOT -> not(apply.argument(0));
      case ZEROS, ZEROS_MATRIX ->
          throw new IllegalArgumentException(apply.operation() + " does not give a number");
    };
  }

  /** Sums of ints are the same in either arithmetic, as long as they do not leave the ints. */
  private Code sum(Apply apply, String operator) {
    var left = value(apply.argument(0));
    var right = value(apply.argument(1));
    boolean isInt = left.isInt() && right.isInt() && Range.of(apply, scope.ranges()).isPresent();
    var first = left.isInt() && right.isInt() && !isInt ? left.asDouble() : left;
    return new Code(first.at(Code.SUM) + operator + after(right, Code.PRODUCT), Code.SUM, isInt);
  }

  /** Products of ints are not: 0 times -1 is -0. */
  private Code product(Apply apply, String operator) {
    var left = value(apply.argument(0));
    var right = value(apply.argument(1));
    var first = left.isInt() && right.isInt() ? left.asDouble() : left;
    return Code.of(first.at(Code.PRODUCT) + operator + after(right, Code.SIGN), Code.PRODUCT);
  }

  /** What stands behind an operator. */
  private static String after(Code code, int least) {
    var text = code.at(least);
    return text.startsWith("-") ? "(" + text + ")" : text;
  }

  static Code negated(Code operand) {
    return Code.of("-" + after(operand, Code.SIGN), Code.SIGN);
  }

  /** {@code 1 / x}. */
  static Code inverse(String divisor) {
    return Code.of("1 / " + divisor, Code.PRODUCT);
  }

  private Code math(String name, Apply apply) {
    // These methods have forms for other types, which an int would find.
    boolean mustBeDouble = name.equals("abs") || name.equals("signum");
    var arguments =
        apply.arguments().stream().map(a -> mustBeDouble ? number(a).text() : text(a)).toList();
    return Code.atom("Math." + name + "(" + String.join(", ", arguments) + ")");
  }

  Code helper(String key, Apply apply) {
    var arguments = apply.arguments().stream().map(this::text).toList();
    return Code.atom(scope.helpers().use(key) + "(" + String.join(", ", arguments) + ")");
  }

  /** By {@link Math} if one is never 0, as it differs in which of 0 and -0 it takes. */
  private Code largest(String name, List<Expression> arguments) {
    var found = number(arguments.getFirst());
    boolean isNotZero = isNotZero(arguments.getFirst());
    for (var argument : arguments.subList(1, arguments.size())) {
      var method = isNotZero || isNotZero(argument) ? "Math." + name : scope.helpers().use(name);
      found = Code.atom(method + "(" + found.text() + ", " + text(argument) + ")");
      isNotZero = false;
    }
    return found;
  }

  private static boolean isNotZero(Expression expression) {
    return expression instanceof Literal(var value, _) && value != 0 && !Double.isNaN(value);
  }

  private Code comparison(Apply apply, String operator, int strength) {
    return Code.of(
        value(apply.argument(0)).at(strength)
            + operator
            + value(apply.argument(1)).at(strength + 1),
        strength);
  }

  private Code both(Apply apply, String operator, int strength) {
    return Code.of(
        value(apply.argument(0)).at(strength)
            + operator
            + value(apply.argument(1)).at(strength + 1),
        strength);
  }

  /** The opposite of a condition; of a comparison with NaN too. */
  Code not(Expression condition) {
    if (condition instanceof Apply(var operation, var sides, _, _)) {
      if (operation == Operation.NOT) {
        return value(sides.getFirst());
      }
      if (operation == Operation.EQUAL || operation == Operation.NOT_EQUAL) {
        return comparison(
            (Apply) condition, operation == Operation.EQUAL ? " != " : " == ", Code.EQUALITY);
      }
    }
    return Code.of("!" + value(condition).at(Code.SIGN), Code.SIGN);
  }

  /** A call with one result, as a number, a truth, or an array of the form that it has. */
  String call(Call call) {
    return arrays.call(call.function(), call.arguments(), call.place());
  }

  /** A bound of a loop as an int. */
  Code bound(Expression expression) {
    var range = Range.of(expression, scope.ranges());
    return range.isPresent() && Range.BOUND.contains(range.get())
        ? integer(expression)
        : checked("bound", expression);
  }

  /** The step of a loop as an int. */
  Code step(Expression expression) {
    return checked("step", expression);
  }

  private Code checked(String helper, Expression expression) {
    return Code.integer(
        scope.helpers().use(helper)
            + "("
            + text(expression)
            + ", "
            + scope.line(expression.place())
            + ")",
        Code.ATOM);
  }

  /** An index: an int where it is known to be whole. */
  Code index(Expression expression) {
    return Range.of(expression, scope.ranges()).isPresent()
        ? integer(expression)
        : number(expression);
  }

  /** An expression that has a {@link Range}, as an int. */
  Code integer(Expression expression) {
    if (!(expression instanceof Apply(var operation, var sides, _, _))) {
      return value(expression);
    }
    return switch (operation) {
      case MULTIPLY -> integers(sides, " * ", Code.PRODUCT);
      case ADD -> integers(sides, " + ", Code.SUM);
      case SUBTRACT -> integers(sides, " - ", Code.SUM);
      case NEGATE -> Code.integer("-" + after(integer(sides.getFirst()), Code.SIGN), Code.SIGN);
      default -> value(expression);
    };
  }

  private Code integers(List<Expression> sides, String operator, int strength) {
    return Code.integer(
        integer(sides.get(0)).at(strength) + operator + after(integer(sides.get(1)), strength + 1),
        strength);
  }
}
