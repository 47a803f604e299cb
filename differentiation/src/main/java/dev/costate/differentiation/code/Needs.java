package dev.costate.differentiation.code;

import dev.costate.differentiation.sets.SharingSet;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Read;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.List;
import java.util.Set;

/** What some code reads: values of variables, and of other arrays no more than the shape. */
public final class Needs {
  private final SharingSet<Variable> values;
  private final SharingSet<Variable> shapes;

  public Needs() {
    this(new SharingSet<>(), new SharingSet<>());
  }

  private Needs(SharingSet<Variable> values, SharingSet<Variable> shapes) {
    this.values = values;
    this.shapes = shapes;
  }

  public static Needs of(Expression... expressions) {
    var needs = new Needs();
    for (var expression : expressions) {
      needs.add(expression);
    }
    return needs;
  }

  public Needs copy() {
    return new Needs(values.copy(), shapes.copy());
  }

  public void add(Needs other) {
    values.addAll(other.values);
    shapes.addAll(other.shapes);
  }

  public void add(Expression expression) {
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

  public void addValue(Variable variable) {
    values.add(variable);
  }

  public void addShape(Variable array) {
    shapes.add(array);
  }

  public boolean hasValue(Variable variable) {
    return values.contains(variable);
  }

  public boolean hasShape(Variable array) {
    return shapes.contains(array) || values.contains(array);
  }

  public boolean has(Variable variable) {
    return hasShape(variable);
  }

  public boolean remove(Variable variable) {
    boolean had = values.remove(variable);
    return shapes.remove(variable) || had;
  }

  public List<Variable> values() {
    return values.toList();
  }

  public List<Variable> shapes() {
    return shapes.toList();
  }

  /** The arrays of which no more than the shape is needed. */
  public List<Variable> shapesOnly() {
    return shapes.toList().stream().filter(array -> !values.contains(array)).toList();
  }

  /** What is needed of some variables. */
  public Needs among(Set<Variable> variables) {
    var some = new Needs();
    values.toList().stream().filter(variables::contains).forEach(some::addValue);
    shapes.toList().stream().filter(variables::contains).forEach(some::addShape);
    return some;
  }

  public int size() {
    return values.size() + shapes.size();
  }
}
