package dev.costate.differentiation.code;

import static dev.costate.differentiation.code.Assignments.assign;

import dev.costate.differentiation.sets.SharingSet;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * First values for variables that a reader of the language would see as possibly unassigned: those
 * assigned in a loop forward and read in the loop backward.
 */
public final class FirstValues {
  private FirstValues() {}

  /** What code reads, or changes in part, where not every path has assigned it. */
  public static Set<Variable> unassigned(Block block, Collection<Variable> assignedBefore) {
    var unassigned = new LinkedHashSet<Variable>();
    scan(block, SharingSet.of(assignedBefore), unassigned);
    return unassigned;
  }

  /** A line {@code v = 0}, or its like for an array. */
  public static Assign of(Variable variable, Origin origin) {
    return assign(variable, value(variable, origin), origin);
  }

  private static Expression value(Variable variable, Origin origin) {
    return switch (variable.kind()) {
      case TRUTH -> new Truth(false, origin.place());
      case NUMBER -> new Literal(0, origin.place());
      case VECTOR, MATRIX -> Shapes.empty(variable.kind(), origin.place());
    };
  }

  /** {@code assigned} becomes what is assigned after the block. */
  private static void scan(Block block, SharingSet<Variable> assigned, Set<Variable> unassigned) {
    for (var statement : block.statements()) {
      for (var expression : Walk.expressions(statement)) {
        Walk.reads(expression).stream().filter(v -> !assigned.contains(v)).forEach(unassigned::add);
      }
      changed(statement).stream().filter(v -> !assigned.contains(v)).forEach(unassigned::add);
      switch (statement) {
        case If(_, var then, var otherwise, _) -> {
          var other = assigned.copy();
          scan(then, assigned, unassigned);
          scan(otherwise, other, unassigned);
          assigned.retainAll(other);
        }
        case For loop -> scanLoop(loop.body(), loop.counter(), assigned, unassigned);
        case ForEach loop -> scanLoop(loop.body(), loop.element(), assigned, unassigned);
        case While loop -> scan(loop.body(), assigned.copy(), unassigned);
        case Statement line -> Walk.writes(line).forEach(assigned::add);
      }
    }
  }

  private static void scanLoop(
      Block body, Variable counter, SharingSet<Variable> assigned, Set<Variable> unassigned) {
    var inside = assigned.copy();
    inside.add(counter);
    scan(body, inside, unassigned);
  }

  /** The arrays that a statement changes in part, so that they must have a value before it. */
  public static List<Variable> changed(Statement statement) {
    return switch (statement) {
      case Assign(var target, _, _) -> changed(List.of(target));
      case AssignMany(var targets, _, _) -> changed(targets);
      case CallMany(var targets, _, _, _) -> changed(targets);
      case GradientMany(var targets, _, _, _) -> changed(targets);
      case Push(var array, _, _) -> List.of(array);
      case Pop(var target, var array, _) -> {
        var arrays = new ArrayList<>(changed(List.of(target)));
        arrays.add(array);
        yield arrays;
      }
      case Statement _ -> List.of();
    };
  }

  private static List<Variable> changed(List<Target> targets) {
    return targets.stream().filter(Target.Element.class::isInstance).map(Target::variable).toList();
  }
}
