package dev.costate.differentiation;

import dev.costate.differentiation.sets.SharingSet;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Read;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.List;
import java.util.Set;

/** What some code reads: values of variables, and of other arrays no more than the shape. */
final class Needs {
  private final SharingSet<Variable> values;
  private final SharingSet<Variable> shapes;

  Needs() {
    this(new SharingSet<>(), new SharingSet<>());
  }

  private Needs(SharingSet<Variable> values, SharingSet<Variable> shapes) {
    this.values = values;
    this.shapes = shapes;
  }

  static Needs of(Expression... expressions) {
    var needs = new Needs();
    for (var expression : expressions) {
      needs.add(expression);
    }
    return needs;
  }

  Needs copy() {
    return new Needs(values.copy(), shapes.copy());
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

  List<Variable> values() {
    return values.toList();
  }

  List<Variable> shapes() {
    return shapes.toList();
  }

  /** The arrays of which no more than the shape is needed. */
  List<Variable> shapesOnly() {
    return shapes.toList().stream().filter(array -> !values.contains(array)).toList();
  }

  /** What is needed of some variables. */
  Needs among(Set<Variable> variables) {
    var some = new Needs();
    values.toList().stream().filter(variables::contains).forEach(some::addValue);
    shapes.toList().stream().filter(variables::contains).forEach(some::addShape);
    return some;
  }

  int size() {
    return values.size() + shapes.size();
  }
}
