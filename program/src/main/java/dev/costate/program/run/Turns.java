package dev.costate.program.run;

import dev.costate.program.Expression.Apply;
import dev.costate.runtime.Matrix;
import dev.costate.runtime.Numbers;
import dev.costate.runtime.Vector;
import java.util.Arrays;

/** Tells a watch which way code goes wherever an operation may make it jump or bend. */
final class Turns {
  private Turns() {}

  static void tell(Interpreter.Watch watch, Apply apply, Object[] arguments) {
    switch (apply.operation()) {
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
        if (arguments[0] instanceof Double left && arguments[1] instanceof Double right) {
          compared(watch, apply, left, right);
        }
      }
      case ABS, SIGN -> compared(watch, apply, (Double) arguments[0], 0);
      case MAX -> extreme(watch, apply, 1, arguments);
      case MIN -> extreme(watch, apply, -1, arguments);
      case MAX_OF -> extreme(watch, apply, 1, elements(arguments[0]));
      case MIN_OF -> extreme(watch, apply, -1, elements(arguments[0]));
      case FLOOR -> stepped(watch, apply, Math.floor((Double) arguments[0]));
      case CEIL -> stepped(watch, apply, Math.ceil((Double) arguments[0]));
      case MOD -> stepped(watch, apply, Math.floor((Double) arguments[0] / (Double) arguments[1]));
      default -> {
        // everything else is smooth where it is defined
      }
    }
  }

  private static Object[] elements(Object array) {
    var numbers = array instanceof Vector vector ? vector.toArray() : ((Matrix) array).toArray();
    return Arrays.stream(numbers).boxed().toArray();
  }

  /** Each argument against the largest (sign 1) or smallest (sign -1) before it. */
  private static void extreme(
      Interpreter.Watch watch, Apply apply, double sign, Object[] arguments) {
    double best = arguments.length == 0 ? Double.NaN : (Double) arguments[0];
    for (int i = 1; i < arguments.length; i++) {
      double next = (Double) arguments[i];
      compared(watch, apply, best, next);
      best = sign > 0 ? Numbers.max(best, next) : Numbers.min(best, next);
    }
  }

  private static void compared(Interpreter.Watch watch, Apply apply, double left, double right) {
    double difference = left == right ? 0 : left - right;
    watch.turned(apply, difference, Math.signum(difference));
  }

  private static void stepped(Interpreter.Watch watch, Apply apply, double step) {
    watch.turned(apply, Double.NaN, step);
  }
}
