package dev.costate.program.lower;

import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Statement;
import java.util.function.Consumer;

/** Walks over the syntax tree. */
final class Syntax {
  private Syntax() {}

  /** The expression without the brackets around it. */
  static Expression bare(Expression expression) {
    var inner = expression;
    while (inner instanceof Expression.Parenthesized(var content, _)) {
      inner = content;
    }
    return inner;
  }

  /** Every statement of a block and of the blocks in it. */
  static void statements(Block block, Consumer<Statement> visitor) {
    for (var statement : block.statements()) {
      visitor.accept(statement);
      switch (statement) {
        case Statement.If(var branches, var otherwise, _) -> {
          branches.forEach(branch -> statements(branch.body(), visitor));
          otherwise.ifPresent(last -> statements(last.body(), visitor));
        }
        case Statement.ForRange loop -> statements(loop.body(), visitor);
        case Statement.ForEach loop -> statements(loop.body(), visitor);
        case Statement.While loop -> statements(loop.body(), visitor);
        case Statement.Assignment _,
            Statement.Evaluation _,
            Statement.Break _,
            Statement.Continue _,
            Statement.Return _ -> {}
      }
    }
  }
}
