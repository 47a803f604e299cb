package dev.costate.differentiation.record;

import dev.costate.program.Block;
import dev.costate.program.Expression.Read;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.While;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes away pairs of lines {@code before = v} and {@code v = before} between which nothing writes
 * v any more, once the line that overwrote it has gone.
 */
final class IdleSaves {
  private final Map<Variable, Integer> uses = new HashMap<>();

  private IdleSaves(Block body) {
    for (var statement : Walk.statements(body)) {
      Walk.writes(statement).forEach(this::use);
      for (var expression : Walk.expressions(statement)) {
        Walk.nodes(
            expression,
            node -> {
              if (node instanceof Read(var variable, _)) {
                use(variable);
              }
            });
      }
    }
  }

  private void use(Variable variable) {
    uses.merge(variable, 1, Integer::sum);
  }

  static Block removed(Block body) {
    return new IdleSaves(body).without(body);
  }

  private Block without(Block block) {
    var statements = new ArrayList<Statement>();
    block.statements().forEach(statement -> statements.add(inside(statement)));
    for (int i = 0; i < statements.size(); i++) {
      int restored = restored(statements, i);
      if (restored > i) {
        statements.remove(restored);
        statements.remove(i--);
      }
    }
    return new Block(statements);
  }

  private Statement inside(Statement statement) {
    return switch (statement) {
      case If(var condition, var then, var otherwise, var origin) ->
          new If(condition, without(then), without(otherwise), origin);
      case For(var i, var from, var to, var step, var checkpoints, var body, var origin) ->
          new For(i, from, to, step, checkpoints, without(body), origin);
      case While(var condition, var body, var origin) ->
          new While(condition, without(body), origin);
      case Statement other -> other;
    };
  }

  /** Where the value saved at a line comes back to the variable that still has it; -1 if nowhere. */
  private int restored(List<Statement> statements, int at) {
    if (!(statements.get(at)
            instanceof Assign(Target.Whole(var before), Read(var variable, _), _))
        || before.equals(variable)
        || uses.getOrDefault(before, 0) != 2) {
      return -1;
    }
    for (int j = at + 1; j < statements.size(); j++) {
      var later = statements.get(j);
      if (later instanceof Assign(Target.Whole(var target), Read(var source, _), _)
          && target.equals(variable)
          && source.equals(before)) {
        return j;
      }
      if (Walk.writes(Block.of(later)).contains(variable)) {
        return -1;
      }
    }
    return -1;
  }
}
