package dev.costate.program;

import static dev.costate.program.Kind.MATRIX;
import static dev.costate.program.Kind.NUMBER;
import static dev.costate.program.Kind.TRUTH;
import static dev.costate.program.Kind.VECTOR;

import java.util.List;
import java.util.Optional;

/** Which kinds each operation takes and gives. */
public final class ResultKinds {
  private ResultKinds() {}

  /**
   * The kind that an operation gives for arguments of these kinds; empty if it does not take them.
   */
  public static Optional<Kind> of(Operation operation, List<Kind> arguments) {
    return switch (operation) {
      case ADD, SUBTRACT -> given(same(arguments, 2), arguments);
      case NEGATE -> given(same(arguments, 1), arguments);
      case MULTIPLY -> product(arguments);
      case DIVIDE ->
          given(
              arguments.size() == 2 && arguments.getFirst() != TRUTH && arguments.get(1) == NUMBER,
              arguments);
      case POWER, ATAN2, MOD -> exactly(arguments, NUMBER, NUMBER, NUMBER);
      case LN,
          LOG10,
          EXP,
          SQRT,
          ABS,
          SIN,
          COS,
          TAN,
          ASIN,
          ACOS,
          ATAN,
          SINH,
          COSH,
          TANH,
          ERF,
          FLOOR,
          CEIL,
          SIGN ->
          exactly(arguments, NUMBER, NUMBER);
      case MAX, MIN ->
          when(arguments.size() >= 2 && arguments.stream().allMatch(k -> k == NUMBER), NUMBER);
      case MAX_OF, MIN_OF, SUM ->
          when(arguments.size() == 1 && arguments.getFirst().isArray(), NUMBER);
      case LENGTH -> exactly(arguments, NUMBER, VECTOR);
      case ROWS, COLUMNS -> exactly(arguments, NUMBER, MATRIX);
      case ZEROS -> exactly(arguments, VECTOR, NUMBER);
      case ZEROS_MATRIX -> exactly(arguments, MATRIX, NUMBER, NUMBER);
      case ELEMENT -> exactly(arguments, NUMBER, VECTOR, NUMBER);
      case ELEMENT_MATRIX -> exactly(arguments, NUMBER, MATRIX, NUMBER, NUMBER);
      case EQUAL, NOT_EQUAL ->
          when(
              arguments.size() == 2
                  && arguments.get(0) == arguments.get(1)
                  && !arguments.getFirst().isArray(),
              TRUTH);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          exactly(arguments, TRUTH, NUMBER, NUMBER);
      case AND, OR -> exactly(arguments, TRUTH, TRUTH, TRUTH);
      case NOT -> exactly(arguments, TRUTH, TRUTH);
    };
  }

  private static Optional<Kind> when(boolean fits, Kind result) {
    return fits ? Optional.of(result) : Optional.empty();
  }

  private static Optional<Kind> given(boolean fits, List<Kind> arguments) {
    return fits ? Optional.of(arguments.getFirst()) : Optional.empty();
  }

  private static boolean same(List<Kind> arguments, int count) {
    return arguments.size() == count
        && arguments.getFirst() != TRUTH
        && arguments.stream().distinct().count() == 1;
  }

  private static Optional<Kind> product(List<Kind> arguments) {
    if (arguments.size() != 2 || arguments.contains(TRUTH)) {
      return Optional.empty();
    }
    if (arguments.get(0) == NUMBER) {
      return Optional.of(arguments.get(1));
    }
    return when(arguments.get(1) == NUMBER, arguments.get(0));
  }

  private static Optional<Kind> exactly(List<Kind> arguments, Kind result, Kind... expected) {
    return when(arguments.equals(List.of(expected)), result);
  }
}
