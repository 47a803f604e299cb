package dev.costate.language.print;

import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Statement;

/** Prints syntax trees in canonical form. */
public final class Formatter {
  private Formatter() {}

  /** A whole file, with a line end behind its last line; nothing for an empty file. */
  public static String print(MarketFile file) {
    var rows = new Rows();
    new DeclarationPrinter(rows).file(file);
    return rows.text();
  }

  /** One declaration, such as a function, with a line end behind its last line. */
  public static String print(Declaration declaration) {
    var rows = new Rows();
    new DeclarationPrinter(rows).declaration(declaration);
    return rows.text();
  }

  /** One statement with its block, without indentation, with a line end behind its last line. */
  public static String print(Statement statement) {
    var rows = new Rows();
    new StatementPrinter(rows).statement(statement, 0);
    return rows.text();
  }

  /** One expression, on one line however long it is. */
  public static String print(Expression expression) {
    return ExpressionPrinter.text(expression);
  }
}
