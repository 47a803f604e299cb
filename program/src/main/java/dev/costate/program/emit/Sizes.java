package dev.costate.program.emit;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Gradient;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Statement;
import dev.costate.program.Walk;

/**
 * How many bytes of code a node takes at most, not counting its parts: a guess on the safe side.
 */
final class Sizes {
  /** A call of another method made from a piece of this one. */
  static final int PIECE = 24;

  /** An element of an array that is filled: the array, the position, the store. */
  static final int ELEMENT = 6;

  /** Literals alone are kept as data and not as code from so many on. */
  static final int TABLE = 8;

  private Sizes() {}

  static int own(Expression expression) {
    return switch (expression) {
      case Literal _, Truth _, Constant _ -> 4;
      case Read _ -> 9;
      case Apply apply ->
          switch (apply.operation()) {
            case ELEMENT, ELEMENT_MATRIX -> 20;
            case MAX, MIN -> 3 * apply.arguments().size();
            default -> 12;
          };
      case Call call -> 24 + ELEMENT * call.arguments().size();
      case Conditional _ -> 12;
      case Elements elements -> 16 + ELEMENT * elements.elements().size();
      case Gradient _ -> 0;
    };
  }

  static int own(Statement statement) {
    return switch (statement) {
      case Statement.Assign _, Statement.Push _, Statement.Pop _ -> 24;
      case Statement.AssignMany s -> 24 * s.targets().size();
      case Statement.CallMany s -> 40 + 24 * s.targets().size() + ELEMENT * s.arguments().size();
      case Statement.GradientMany _ -> 0;
      case Statement.If _, Statement.While _ -> 12;
      case Statement.For _ -> 60;
      case Statement.ForEach _ -> 60;
      case Statement.Break _, Statement.Continue _ -> 4;
      case Statement.Return s -> 8 + 24 * s.values().size();
    };
  }

  /** Whether an array is kept as data: it has many elements, all of them literals. */
  static boolean isTable(Expression expression) {
    return expression instanceof Elements elements
        && Walk.size(elements) > TABLE
        && literals(elements);
  }

  private static boolean literals(Elements elements) {
    for (var element : elements.elements()) {
      switch (element) {
        case Literal _ -> {}
        case Elements row when literals(row) && sameLength(row, elements) -> {}
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean sameLength(Elements row, Elements rows) {
    return rows.elements().getFirst() instanceof Elements first
        && first.elements().size() == row.elements().size();
  }
}
