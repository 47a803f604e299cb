package dev.costate.program.run;

import dev.costate.program.Operation;
import dev.costate.runtime.Erf;
import dev.costate.runtime.Matrix;
import dev.costate.runtime.Numbers;
import dev.costate.runtime.Vector;

/**
 * What each built-in operation computes from its arguments; {@code and} and {@code or} are not
 * among them, as they are lazy.
 */
final class Operations {
  /** The interpreter knows the place of what it evaluates and needs no number for it. */
  private static final int NO_PLACE = 0;

  private Operations() {}

  static Object apply(Operation operation, Object[] arguments) {
    return switch (operation) {
      case ADD -> add(arguments[0], arguments[1]);
      case SUBTRACT -> subtract(arguments[0], arguments[1]);
      case MULTIPLY -> multiply(arguments[0], arguments[1]);
      case DIVIDE -> divide(arguments[0], number(arguments[1]));
      case NEGATE -> negate(arguments[0]);
      case POWER -> Numbers.power(number(arguments[0]), number(arguments[1]));
      case LN -> Math.log(number(arguments[0]));
      case LOG10 -> Math.log10(number(arguments[0]));
      case EXP -> Math.exp(number(arguments[0]));
      case SQRT -> Math.sqrt(number(arguments[0]));
      case ABS -> Math.abs(number(arguments[0]));
      case SIN -> Math.sin(number(arguments[0]));
      case COS -> Math.cos(number(arguments[0]));
      case TAN -> Math.tan(number(arguments[0]));
      case ASIN -> Math.asin(number(arguments[0]));
      case ACOS -> Math.acos(number(arguments[0]));
      case ATAN -> Math.atan(number(arguments[0]));
      case ATAN2 -> Math.atan2(number(arguments[0]), number(arguments[1]));
      case SINH -> Math.sinh(number(arguments[0]));
      case COSH -> Math.cosh(number(arguments[0]));
      case TANH -> Math.tanh(number(arguments[0]));
      case ERF -> Erf.erf(number(arguments[0]));
      case FLOOR -> Math.floor(number(arguments[0]));
      case CEIL -> Math.ceil(number(arguments[0]));
      case SIGN -> Math.signum(number(arguments[0]));
      case MOD -> Numbers.mod(number(arguments[0]), number(arguments[1]));
      case MAX -> {
        double largest = number(arguments[0]);
        for (var argument : arguments) {
          largest = Numbers.max(largest, number(argument));
        }
        yield largest;
      }
      case MIN -> {
        double smallest = number(arguments[0]);
        for (var argument : arguments) {
          smallest = Numbers.min(smallest, number(argument));
        }
        yield smallest;
      }
      case MAX_OF ->
          arguments[0] instanceof Vector vector
              ? vector.max(NO_PLACE)
              : ((Matrix) arguments[0]).max(NO_PLACE);
      case MIN_OF ->
          arguments[0] instanceof Vector vector
              ? vector.min(NO_PLACE)
              : ((Matrix) arguments[0]).min(NO_PLACE);
      case SUM ->
          arguments[0] instanceof Vector vector ? vector.sum() : ((Matrix) arguments[0]).sum();
      case LENGTH -> (double) ((Vector) arguments[0]).length();
      case ROWS -> (double) ((Matrix) arguments[0]).rows();
      case COLUMNS -> (double) ((Matrix) arguments[0]).columns();
      case ZEROS -> Vector.zeros(number(arguments[0]), NO_PLACE);
      case ZEROS_MATRIX -> Matrix.zeros(number(arguments[0]), number(arguments[1]), NO_PLACE);
      case EQUAL -> equal(arguments[0], arguments[1]);
      case NOT_EQUAL -> !equal(arguments[0], arguments[1]);
      case LESS -> number(arguments[0]) < number(arguments[1]);
      case LESS_OR_EQUAL -> number(arguments[0]) <= number(arguments[1]);
      case GREATER -> number(arguments[0]) > number(arguments[1]);
      case GREATER_OR_EQUAL -> number(arguments[0]) >= number(arguments[1]);
      case NOT -> !(Boolean) arguments[0];
      case ELEMENT, ELEMENT_MATRIX, AND, OR ->
          throw new IllegalArgumentException(operation + " is not computed from values alone");
    };
  }

  private static double number(Object argument) {
    return (Double) argument;
  }

  private static boolean equal(Object left, Object right) {
    return left instanceof Boolean truth ? truth.equals(right) : number(left) == number(right);
  }

  private static Object add(Object left, Object right) {
    if (left instanceof Vector vector) {
      return vector.plus((Vector) right, NO_PLACE);
    }
    if (left instanceof Matrix matrix) {
      return matrix.plus((Matrix) right, NO_PLACE);
    }
    return number(left) + number(right);
  }

  private static Object subtract(Object left, Object right) {
    if (left instanceof Vector vector) {
      return vector.minus((Vector) right, NO_PLACE);
    }
    if (left instanceof Matrix matrix) {
      return matrix.minus((Matrix) right, NO_PLACE);
    }
    return number(left) - number(right);
  }

  private static Object multiply(Object left, Object right) {
    if (left instanceof Vector vector) {
      return vector.times(number(right));
    }
    if (left instanceof Matrix matrix) {
      return matrix.times(number(right));
    }
    if (right instanceof Vector || right instanceof Matrix) {
      return multiply(right, left);
    }
    return number(left) * number(right);
  }

  private static Object divide(Object left, double right) {
    if (left instanceof Vector vector) {
      return vector.over(right);
    }
    if (left instanceof Matrix matrix) {
      return matrix.over(right);
    }
    return number(left) / right;
  }

  private static Object negate(Object operand) {
    if (operand instanceof Vector vector) {
      return vector.negated();
    }
    if (operand instanceof Matrix matrix) {
      return matrix.negated();
    }
    return -number(operand);
  }
}
