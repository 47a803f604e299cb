package dev.costate.differentiation;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Read;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.LinkedHashSet;
import java.util.Set;

/** What some code reads: values of variables, and of other arrays no more than the shape. */
final class Needs {
  private final Set<Variable> values = new LinkedHashSet<>();
  private final Set<Variable> shapes = new LinkedHashSet<>();

  static Needs of(Expression... expressions) {
    var needs = new Needs();
    for (var expression : expressions) {
      needs.add(expression);
    }
    return needs;
  }

  Needs copy() {
    var copy = new Needs();
    copy.add(this);
    return copy;
  }

  void add(Needs other) {
    values.addAll(other.values);
    shapes.addAll(other.shapes);
  }

  void add(Expression expression) {
    switch (expression) {
      case Read(var variable, _) -> values.add(variable);
      case Apply(var operation, var arguments, _, _)
          when arguments.getFirst() instanceof Read(var array, _)
              && switch (operation) {
                case LENGTH, ROWS, COLUMNS -> true;
                default -> false;
              } ->
          shapes.add(array);
      case Expression other -> Walk.children(other).forEach(this::add);
    }
  }

  void addValue(Variable variable) {
    values.add(variable);
  }

  void addShape(Variable array) {
    shapes.add(array);
  }

  boolean hasValue(Variable variable) {
    return values.contains(variable);
  }

  boolean hasShape(Variable array) {
    return shapes.contains(array) || values.contains(array);
  }

  boolean has(Variable variable) {
    return hasShape(variable);
  }

  boolean remove(Variable variable) {
    boolean had = values.remove(variable);
    return shapes.remove(variable) || had;
  }

  Set<Variable> values() {
    return values;
  }

  Set<Variable> shapes() {
    return shapes;
  }

  /** The arrays of which no more than the shape is needed. */
  Set<Variable> shapesOnly() {
    var only = new LinkedHashSet<>(shapes);
    only.removeAll(values);
    return only;
  }

  /** What is needed of some variables. */
  Needs among(Set<Variable> variables) {
    var some = copy();
    some.values.retainAll(variables);
    some.shapes.retainAll(variables);
    return some;
  }

  int size() {
    return values.size() + shapes.size();
  }
}
