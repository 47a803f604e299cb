package dev.costate.program.java;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Operation;
import java.util.OptionalDouble;

/**
 * Prints {@code x^y}, which is {@link Math#pow} but for the exponents that {@link
 * dev.costate.runtime.Numbers#power} computes by faster operations.
 */
final class Powers {
  private final Scope scope;
  private final Expressions expressions;

  Powers(Scope scope, Expressions expressions) {
    this.scope = scope;
    this.expressions = expressions;
  }

  Code power(Apply apply) {
    var base = apply.argument(0);
    var known = value(apply.argument(1));
    if (known.isEmpty()) {
      return expressions.helper("power", apply);
    }
    double exponent = known.getAsDouble();
    if (exponent == 2) {
      return square(base);
    }
    if (exponent == 1) {
      return expressions.number(base);
    }
    if (exponent == 0.5) {
      return Code.atom(squareRoot(base));
    }
    if (exponent == -1) {
      return Expressions.inverse(expressions.number(base).at(Code.ATOM));
    }
    if (exponent == -0.5) {
      return Expressions.inverse(squareRoot(base));
    }
    return Code.atom(
        "Math.pow(" + expressions.text(base) + ", " + expressions.text(apply.argument(1)) + ")");
  }

  private Code square(Expression base) {
    if (base instanceof Read) {
      var name = expressions.number(base).at(Code.SIGN);
      return Code.of(name + " * " + name, Code.PRODUCT);
    }
    return Code.atom(scope.helpers().use("square") + "(" + expressions.text(base) + ")");
  }

  private String squareRoot(Expression base) {
    return scope.helpers().use("squareRoot") + "(" + expressions.text(base) + ")";
  }

  /** The value of a literal exponent, which may be written as a quotient. */
  private static OptionalDouble value(Expression expression) {
    return switch (expression) {
      case Literal(var value, _) -> OptionalDouble.of(value);
      case Apply(var operation, var sides, _, _) when operation == Operation.NEGATE -> {
        var operand = value(sides.getFirst());
        yield operand.isPresent() ? OptionalDouble.of(-operand.getAsDouble()) : operand;
      }
      case Apply(var operation, var sides, _, _) when operation == Operation.DIVIDE -> {
        var top = value(sides.get(0));
        var bottom = value(sides.get(1));
        yield top.isPresent() && bottom.isPresent()
            ? OptionalDouble.of(top.getAsDouble() / bottom.getAsDouble())
            : OptionalDouble.empty();
      }
      default -> OptionalDouble.empty();
    };
  }
}
