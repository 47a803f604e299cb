package dev.costate.program.emit;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import java.util.OptionalDouble;

/**
 * Computes beforehand what depends on nothing but literals and constants, in the same arithmetic.
 */
final class Folding {
  private Folding() {}

  /** The value of such an expression; empty if it is none. */
  static OptionalDouble value(Expression expression, Program program) {
    return switch (expression) {
      case Literal(var value, _) -> OptionalDouble.of(value);
      case Constant(var name, _) -> OptionalDouble.of(program.constant(name));
      case Apply apply when apply.kind() == Kind.NUMBER -> value(apply, program);
      case Apply _,
          Expression.Truth _,
          Expression.Read _,
          Expression.Call _,
          Expression.Conditional _,
          Expression.Elements _,
          Expression.Gradient _ ->
          OptionalDouble.empty();
    };
  }

  private static OptionalDouble value(Apply apply, Program program) {
    return switch (apply.operation()) {
      case NEGATE -> {
        var operand = value(apply.argument(0), program);
        yield operand.isPresent() ? OptionalDouble.of(-operand.getAsDouble()) : operand;
      }
      case ADD, SUBTRACT, MULTIPLY, DIVIDE -> {
        var left = value(apply.argument(0), program);
        if (left.isEmpty()) {
          yield left;
        }
        var right = value(apply.argument(1), program);
        yield right.isEmpty()
            ? right
            : OptionalDouble.of(combined(apply, left.getAsDouble(), right.getAsDouble()));
      }
      default -> OptionalDouble.empty();
    };
  }

  private static double combined(Apply apply, double left, double right) {
    return switch (apply.operation()) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> left / right;
      default -> throw new IllegalArgumentException(apply.operation().text());
    };
  }
}
