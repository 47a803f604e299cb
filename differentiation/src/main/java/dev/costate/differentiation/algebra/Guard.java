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
 * Where a product of derivatives needs a guard: a zero adjoint times anything is 0, but binary64
 * makes zero times infinity NaN. The answers err on the side of a guard; variables are taken to be
 * finite, since a value that is not has no derivative to protect.
 */
public final class Guard {
  private final Predicate<Variable> positive;
  private final Predicate<Variable> unbounded;
  private final Predicate<String> finite;

  private Guard(
      Predicate<Variable> positive, Predicate<Variable> unbounded, Predicate<String> finite) {
    this.positive = positive;
    this.unbounded = unbounded;
    this.finite = finite;
  }

  /** Guards where some variables are known to be positive whole numbers (counters). */
  public static Guard where(Predicate<Variable> positive) {
    return new Guard(positive, _ -> false, _ -> false);
  }

  /**
   * The same, with variables that hold results of calls and may be infinite, and functions that are
   * known to return finite numbers.
   */
  public Guard with(Predicate<Variable> unboundedVariables, Predicate<String> finiteFunctions) {
    return new Guard(positive, unboundedVariables, finiteFunctions);
  }

  /** Whether an expression may be infinite or NaN although the variables it reads are finite. */
  public boolean mayBeInfinite(Expression e) {
    return switch (e) {
      case Literal(var value, _) -> !Double.isFinite(value);
      case Truth _, Constant _ -> false;
      case Read(var variable, _) -> unbounded.test(variable);
      case Call(var function, var arguments, _, _) ->
          !finite.test(function) || Walk.any(arguments, this::mayBeInfinite);
      case Gradient _ -> true;
      case Conditional(_, var then, var otherwise, _) ->
          mayBeInfinite(then) || mayBeInfinite(otherwise);
      case Elements(var elements, _, _) -> Walk.any(elements, this::mayBeInfinite);
      case Apply(var operation, var arguments, _, _) -> mayBeInfinite(operation, arguments);
    };
  }

  private boolean mayBeInfinite(Operation operation, List<Expression> arguments) {
    var first = arguments.getFirst();
    return switch (operation) {
      case DIVIDE, MOD -> mayBeInfinite(first) || !isAwayFromZero(arguments.get(1));
      case LN, LOG10 -> mayBeInfinite(first) || !isAwayFromZero(first);
      case POWER -> {
        var exponent = Exact.of(arguments.get(1));
        boolean grows = exponent.filter(n -> n.sign() >= 0).isPresent();
        yield mayBeInfinite(first) || exponent.isEmpty() || !grows && !isAwayFromZero(first);
      }
      default -> Walk.any(arguments, this::mayBeInfinite);
    };
  }

  /** Whether an expression is not 0, given the variables that are not. */
  public boolean isNonZero(Expression e, Predicate<Variable> nonZero) {
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
  private boolean isAwayFromZero(Expression e) {
    if (Exact.of(e).isPresent()) {
      return !Term.of(e).isZero();
    }
    return switch (e) {
      case Literal(var value, _) -> value != 0;
      case Read(var variable, _) -> positive.test(variable);
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

  private boolean isPositive(Expression e) {
    return Exact.of(e).filter(x -> x.sign() > 0).isPresent()
        || e instanceof Read(var variable, _) && positive.test(variable)
        || e instanceof Apply(var operation, _, _, _) && operation == COSH;
  }

  private boolean isNonNegative(Expression e) {
    if (isPositive(e)) {
      return true;
    }
    return e instanceof Apply(var operation, var arguments, _, _)
        && switch (operation) {
          case EXP, ABS, SQRT, COSH -> true;
          case POWER -> Exact.of(arguments.get(1)).filter(Guard::isEven).isPresent();
          case ADD, MULTIPLY -> arguments.stream().allMatch(this::isNonNegative);
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
