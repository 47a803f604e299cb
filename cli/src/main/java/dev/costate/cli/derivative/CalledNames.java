package dev.costate.cli.derivative;

import dev.costate.language.Place;
import dev.costate.language.syntax.Expression;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names that an expression calls and where it first does, in the order of the text. */
final class CalledNames {
  private final Map<String, Place> found = new LinkedHashMap<>();

  private CalledNames() {}

  static Map<String, Place> in(Expression expression) {
    var names = new CalledNames();
    names.visit(expression);
    return names.found;
  }

  private void visit(Expression expression) {
    switch (expression) {
      case Expression.Call(var function, var arguments, _) -> {
        found.putIfAbsent(function.text(), function.place());
        arguments.forEach(this::visit);
      }
      case Expression.Unary(_, var operand, _) -> visit(operand);
      case Expression.Binary(_, var left, var right, _) -> {
        visit(left);
        visit(right);
      }
      case Expression.Conditional(var then, var condition, var otherwise, _) -> {
        visit(then);
        visit(condition);
        visit(otherwise);
      }
      case Expression.Index(var array, var indices, _) -> {
        visit(array);
        indices.forEach(this::visit);
      }
      case Expression.ArrayLiteral(var elements, _) -> elements.forEach(this::visit);
      case Expression.Parenthesized(var inner, _) -> visit(inner);
      case Expression.Each(var element, _, _) -> visit(element);
      case Expression.NumberLiteral _, Expression.TruthLiteral _, Expression.Read _ -> {}
    }
  }
}
