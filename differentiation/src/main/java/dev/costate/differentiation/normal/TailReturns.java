package dev.costate.differentiation.normal;

import dev.costate.program.Block;
import dev.costate.program.Statement;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Return;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves what follows a branch that returns into the other branch, so that results leave only at
 * ends. Where both branches may go on, what follows is written in both.
 */
public final class TailReturns {
  private TailReturns() {}

  static Block of(Block body) {
    return new Block(moved(body.statements()));
  }

  private static List<Statement> moved(List<Statement> statements) {
    var out = new ArrayList<Statement>();
    for (int i = 0; i < statements.size(); i++) {
      var statement = statements.get(i);
      if (statement instanceof If(var condition, var then, var otherwise, var origin)
          && containsReturn(statement)) {
        var rest = statements.subList(i + 1, statements.size());
        var thenMoved = moved(followed(then, rest));
        var otherMoved = moved(followed(otherwise, rest));
        if (!alwaysReturns(otherMoved)) {
          out.addAll(thenMoved); // every path returns: the other side is never reached
        } else if (!alwaysReturns(thenMoved)) {
          out.addAll(otherMoved);
        } else {
          out.add(new If(condition, new Block(thenMoved), new Block(otherMoved), origin));
        }
        return out;
      }
      out.add(statement);
      if (statement instanceof Return) {
        return out;
      }
    }
    return out;
  }

  private static List<Statement> followed(Block branch, List<Statement> rest) {
    if (alwaysReturns(branch.statements())) {
      return branch.statements();
    }
    var all = new ArrayList<>(branch.statements());
    all.addAll(rest);
    return all;
  }

  public static boolean containsReturn(Statement statement) {
    return statement instanceof Return
        || Walk.blocks(statement).stream()
            .anyMatch(b -> b.statements().stream().anyMatch(TailReturns::containsReturn));
  }

  private static boolean alwaysReturns(List<Statement> statements) {
    return statements.stream()
        .anyMatch(s ->
            s instanceof Return
                || s instanceof If(_, var then, var otherwise, _)
                    && alwaysReturns(then.statements())
                    && alwaysReturns(otherwise.statements()));
  }
}
