package dev.costate.differentiation.algebra;

import static dev.costate.program.Operation.*;

import dev.costate.program.Expression;
import dev.costate.program.Expression.*;
import dev.costate.program.Operation;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where a product of derivatives needs a guard: a zero adjoint times anything is 0, but binary64 makes zero times infinity NaN. The
 * answers err on the side of a guard; variables are taken to be finite, since a value that is not has no derivative to protect.
 */
public final class Guard {
  private Guard() {}

  /** Whether an expression may be infinite or NaN although the variables it reads are finite. */
  public static boolean mayBeInfinite(Expression e) {
    return switch (e) {
      case Literal(var value, _) -> !Double.isFinite(value);
      case Truth _, Read _, Constant _ -> false;
      case Call _, Gradient _ -> true;
      case Conditional(_, var then, var otherwise, _) ->
          mayBeInfinite(then) || mayBeInfinite(otherwise);
      case Elements(var elements, _, _) -> elements.stream().anyMatch(Guard::mayBeInfinite);
      case Apply(var operation, var arguments, _, _) -> mayBeInfinite(operation, arguments);
    };
  }

  private static boolean mayBeInfinite(Operation operation, List<Expression> arguments) {
    var first = arguments.getFirst();
    return switch (operation) {
      case DIVIDE, MOD -> mayBeInfinite(first) || !isAwayFromZero(arguments.get(1));
      case LN, LOG10 -> mayBeInfinite(first) || !isAwayFromZero(first);
      case POWER -> {
        var exponent = Exact.of(arguments.get(1));
        boolean grows = exponent.filter(n -> n.sign() >= 0).isPresent();
        yield mayBeInfinite(first)
            || exponent.isEmpty()
            || !grows && !isAwayFromZero(first);
      }
      default -> arguments.stream().anyMatch(Guard::mayBeInfinite);
    };
  }

  /** Whether an expression is not 0, given the variables that are not. */
  public static boolean isNonZero(Expression e, Predicate<Variable> nonZero) {
    return switch (e) {
      case Read(var variable, _) -> nonZero.test(variable);
      case Conditional(_, var then, var otherwise, _) ->
          isNonZero(then, nonZero) && isNonZero(otherwise, nonZero);
      case Apply(var operation, var arguments, _, _) -> {
        var first = arguments.getFirst();
        yield switch (operation) {
          case MULTIPLY -> isNonZero(first, nonZero) && isNonZero(arguments.get(1), nonZero);
          case DIVIDE, NEGATE -> isNonZero(first, nonZero);
          case POWER ->
              Exact.of(arguments.get(1))
                  .filter(n -> n.sign() < 0 || isNonZero(first, nonZero))
                  .isPresent();
          default -> isAwayFromZero(e);
        };
      }
      case Expression other -> isAwayFromZero(other);
    };
  }

  /** Whether an expression is bounded away from 0 whatever its variables are. */
  private static boolean isAwayFromZero(Expression e) {
    if (Exact.of(e).isPresent()) {
      return !Term.of(e).isZero();
    }
    return switch (e) {
      case Literal(var value, _) -> value != 0;
      case Apply(var operation, var arguments, _, _) -> {
        var first = arguments.getFirst();
        yield switch (operation) {
          case COSH -> true;
          case NEGATE, SQRT -> isAwayFromZero(first);
          case POWER -> isAwayFromZero(first) && Exact.of(arguments.get(1)).isPresent();
          case MULTIPLY -> isAwayFromZero(first) && isAwayFromZero(arguments.get(1));
          case ADD ->
              isPositive(first) && isNonNegative(arguments.get(1))
                  || isNonNegative(first) && isPositive(arguments.get(1));
          default -> false;
        };
      }
      case Expression _ -> false;
    };
  }

  private static boolean isPositive(Expression e) {
    return Exact.of(e).filter(x -> x.sign() > 0).isPresent()
        || e instanceof Apply(var operation, _, _, _) && operation == COSH;
  }

  private static boolean isNonNegative(Expression e) {
    if (isPositive(e)) {
      return true;
    }
    return e instanceof Apply(var operation, var arguments, _, _)
        && switch (operation) {
          case EXP, ABS, SQRT, COSH -> true;
          case POWER -> Exact.of(arguments.get(1)).filter(Guard::isEven).isPresent();
          case ADD, MULTIPLY -> arguments.stream().allMatch(Guard::isNonNegative);
          default -> false;
        };
  }

  private static boolean isEven(Exact number) {
    return number.isWhole() && !number.numerator().testBit(0);
  }

  /** Whether any part of an expression is a call. */
  public static boolean hasCall(Expression e) {
    return Walk.contains(e, part -> part instanceof Call || part instanceof Gradient);
  }
}
