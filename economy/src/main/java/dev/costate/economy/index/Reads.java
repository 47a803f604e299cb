package dev.costate.economy.index;

import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What an expression reads. */
final class Reads {
  private Reads() {}

  /** The names it reads, in no particular order. */
  static List<Name> in(Expression expression) {
    var names = new ArrayList<Name>();
    var open = new ArrayDeque<Expression>();
    open.push(expression);
    while (!open.isEmpty()) {
      var next = open.pop();
      if (next instanceof Expression.Read(var name)) {
        names.add(name);
      }
      parts(next).forEach(open::push);
    }
    return names;
  }

  /** Whether it reads elements of arrays or of what has indices, or calls functions of the file. */
  static boolean hasElements(Expression expression) {
    var open = new ArrayDeque<Expression>();
    open.push(expression);
    while (!open.isEmpty()) {
      var next = open.pop();
      switch (next) {
        case Expression.Index _, Expression.Each _, Expression.ArrayLiteral _ -> {
          return true;
        }
        case Expression.Call call
            when KnownFunctions.apply(
                    call.function().text(), call.arguments().stream().map(_ -> 1.0).toList())
                .isEmpty() -> {
          return true;
        }
        default -> parts(next).forEach(open::push);
      }
    }
    return false;
  }

  private static List<Expression> parts(Expression expression) {
    return switch (expression) {
      case Expression.NumberLiteral _, Expression.TruthLiteral _, Expression.Read _ -> List.of();
      case Expression.Unary e -> List.of(e.operand());
      case Expression.Binary e -> List.of(e.left(), e.right());
      case Expression.Conditional e -> List.of(e.then(), e.condition(), e.otherwise());
      case Expression.Call e -> e.arguments();
      case Expression.Index e -> {
        var parts = new ArrayList<Expression>(e.indices());
        parts.add(e.array());
        yield parts;
      }
      case Expression.ArrayLiteral e -> e.elements();
      case Expression.Parenthesized e -> List.of(e.inner());
      case Expression.Each e -> List.of(e.element());
    };
  }
}
