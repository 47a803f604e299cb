package dev.costate.program.java;

import dev.costate.program.Block;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.AssignMany;
import dev.costate.program.Statement.Break;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.Continue;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.ForEach;
import dev.costate.program.Statement.GradientMany;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Pop;
import dev.costate.program.Statement.Push;
import dev.costate.program.Statement.Return;
import dev.costate.program.Statement.While;
import java.util.ArrayList;

/**
 * Leaves out statements that no path leads to, which Java does not allow. Each statement is an
 * object of its own, so that it stands for its place in the function.
 */
final class Reachable {
  private Reachable() {}

  static Block of(Block block) {
    var kept = new ArrayList<Statement>();
    for (var statement : block.statements()) {
      if (isNever(statement)) {
        continue;
      }
      var next = of(statement);
      kept.add(next);
      if (!goesOn(next)) {
        break;
      }
    }
    return new Block(kept);
  }

  private static boolean isNever(Statement statement) {
    return statement instanceof While(Truth(var value, _), _, _) && !value;
  }

  private static Statement of(Statement statement) {
    return switch (statement) {
      case If(var condition, var then, var otherwise, var origin) ->
          new If(condition, of(then), of(otherwise), origin);
      case For(var counter, var from, var to, var step, var checkpoints, var body, var origin) ->
          new For(counter, from, to, step, checkpoints, of(body), origin);
      case ForEach(var element, var array, var body, var origin) ->
          new ForEach(element, array, of(body), origin);
      case While(var condition, var body, var origin) -> new While(condition, of(body), origin);
      case Assign(var target, var value, var origin) -> new Assign(target, value, origin);
      case AssignMany(var targets, var values, var origin) ->
          new AssignMany(targets, values, origin);
      case CallMany(var targets, var function, var arguments, var origin) ->
          new CallMany(targets, function, arguments, origin);
      case GradientMany(var targets, var function, var arguments, var origin) ->
          new GradientMany(targets, function, arguments, origin);
      case Push(var array, var value, var origin) -> new Push(array, value, origin);
      case Pop(var target, var array, var origin) -> new Pop(target, array, origin);
      case Break(var origin) -> new Break(origin);
      case Continue(var origin) -> new Continue(origin);
      case Return(var values, var origin) -> new Return(values, origin);
    };
  }

  /** Whether Java takes the statement behind this one for reachable. */
  private static boolean goesOn(Statement statement) {
    return switch (statement) {
      case Break _, Continue _, Return _ -> false;
      case If(_, var then, var otherwise, _) -> goesOn(then) || goesOn(otherwise);
      case While(Truth(var value, _), var body, _) -> !value || breaks(body);
      default -> true;
    };
  }

  private static boolean goesOn(Block block) {
    return block.isEmpty() || goesOn(block.statements().getLast());
  }

  /** Whether a block has a break of the loop around it. */
  private static boolean breaks(Block block) {
    return block.statements().stream()
        .anyMatch(statement ->
            statement instanceof Break
                || (statement instanceof If(_, var then, var otherwise, _)
                    && (breaks(then) || breaks(otherwise))));
  }
}
