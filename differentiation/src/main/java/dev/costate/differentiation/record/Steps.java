package dev.costate.differentiation.record;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Operation;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.For;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.HashSet;
import java.util.Set;

/**
 * The variables that count in whole steps: set to whole numbers, sizes or counters, and moved by
 * whole numbers written out or negated. A step of these is undone by the opposite step, without a
 * record.
 */
public final class Steps {
  /** Sums of as many of these as a program has time for are exact. */
  private static final double LARGEST = 1 << 30;

  private final Set<Variable> whole = new HashSet<>();

  private Steps() {}

  static Steps of(Function function) {
    var steps = new Steps();
    var statements = Walk.statements(function.body());
    for (var statement : statements) {
      Walk.writes(statement).forEach(steps.whole::add);
    }
    steps.whole.removeAll(function.parameters());
    int before = -1;
    while (before != steps.whole.size()) {
      before = steps.whole.size();
      statements.forEach(steps::check);
    }
    return steps;
  }

  /** Whether a line moves such a variable by a whole number. */
  boolean isStep(Assign line) {
    return line.target() instanceof Target.Whole(var variable)
        && whole.contains(variable)
        && line.value() instanceof Apply(var operation, var arguments, _, _)
        && arguments.getFirst() instanceof Read(var read, _)
        && read.equals(variable)
        && switch (operation) {
          case ADD, SUBTRACT -> isWhole(arguments.get(1));
          case NEGATE -> true;
          default -> false;
        };
  }

  /** The opposite step. */
  public static Assign undone(Assign step) {
    var apply = (Apply) step.value();
    var opposite =
        switch (apply.operation()) {
          case ADD -> Operation.SUBTRACT;
          case SUBTRACT -> Operation.ADD;
          default -> apply.operation();
        };
    return new Assign(
        step.target(),
        new Apply(opposite, apply.arguments(), apply.kind(), apply.place()),
        step.origin().withoutComment());
  }

  private void check(Statement statement) {
    switch (statement) {
      case Assign(Target.Whole(var variable), var value, _) -> {
        if (!isCounted(value)) {
          whole.remove(variable);
        }
      }
      case For _ -> {} // a counter
      case Statement other -> Walk.writes(other).forEach(whole::remove);
    }
  }

  private boolean isCounted(Expression value) {
    return switch (value) {
      case Read(var variable, _) -> whole.contains(variable);
      case Apply(var operation, var arguments, _, _) ->
          switch (operation) {
            case LENGTH, ROWS, COLUMNS -> true;
            case ADD, SUBTRACT -> isCounted(arguments.get(0)) && isWhole(arguments.get(1));
            case NEGATE -> isCounted(arguments.getFirst());
            default -> false;
          };
      case Expression other -> isWhole(other);
    };
  }

  private static boolean isWhole(Expression value) {
    return value instanceof Literal(var number, _)
        && number == Math.rint(number)
        && Math.abs(number) <= LARGEST;
  }
}
