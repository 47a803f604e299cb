package dev.costate.language.syntax;

import java.util.List;

/**
 * The statements under a line that ends in a colon.
 *
 * @param closing comment lines after the last statement that are indented like it
 */
public record Block(List<Statement> statements, List<String> closing) {
  public Block {
    statements = List.copyOf(statements);
    closing = List.copyOf(closing);
  }

  public static Block of(List<Statement> statements) {
    return new Block(statements, List.of());
  }
}
