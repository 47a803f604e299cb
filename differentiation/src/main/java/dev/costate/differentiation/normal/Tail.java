package dev.costate.differentiation.normal;

import dev.costate.program.Block;
import dev.costate.program.Statement;
import java.util.List;

/**
 * A block that ends a function in normal form.
 *
 * @param end the return, or the branch whose sides end the function
 */
public record Tail(List<Statement> lines, Statement end) {
  public static Tail of(Block block) {
    var statements = block.statements();
    return new Tail(statements.subList(0, statements.size() - 1), statements.getLast());
  }
}
