package dev.costate.language.print;

import dev.costate.language.Place;
import dev.costate.language.recursion.FreshStack;
import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Statement.Assignment;
import dev.costate.language.syntax.Statement.Break;
import dev.costate.language.syntax.Statement.Continue;
import dev.costate.language.syntax.Statement.Evaluation;
import dev.costate.language.syntax.Statement.ForEach;
import dev.costate.language.syntax.Statement.ForRange;
import dev.costate.language.syntax.Statement.If;
import dev.costate.language.syntax.Statement.Return;
import dev.costate.language.syntax.Statement.While;
import dev.costate.language.syntax.Target;
import dev.costate.language.syntax.Trivia;
import java.util.List;
import java.util.stream.Collectors;

/** Prints statements and their blocks. */
final class StatementPrinter {
  private final Rows rows;

  StatementPrinter(Rows rows) {
    this.rows = rows;
  }

  void statement(Statement statement, int level) {
    switch (statement) {
      case If choice -> choice(choice, level);
      case ForRange loop -> block(head(loop), loop.trivia(), loop.place(), loop.body(), level);
      case ForEach loop -> block(head(loop), loop.trivia(), loop.place(), loop.body(), level);
      case While loop -> block(head(loop), loop.trivia(), loop.place(), loop.body(), level);
      case Assignment _, Evaluation _, Break _, Continue _, Return _ ->
          rows.code(level, simple(statement), statement.trivia());
    }
  }

  /**
   * A head without its colon, and its block: on the same line if it stood there and there is room,
   * otherwise below.
   */
  void block(String head, Trivia trivia, Place place, Block body, int level) {
    if (isOneLine(trivia, place, body)) {
      var statement = body.statements().getFirst();
      var line = head + ": " + simple(statement);
      if (level * Rows.INDENT + line.length() <= Wrapping.LIMIT) {
        rows.code(level, line, OneLine.trivia(trivia, statement.trivia()));
        return;
      }
    }
    rows.head(level, head + ":", trivia);
    FreshStack.run(level, () -> statements(body, level + 1));
    rows.comments(level + 1, body.closing());
  }

  private void statements(Block body, int level) {
    for (var statement : body.statements()) {
      statement(statement, level);
    }
  }

  private static boolean isOneLine(Trivia trivia, Place place, Block body) {
    return body.statements().size() == 1
        && body.closing().isEmpty()
        && isSimple(body.statements().getFirst())
        && OneLine.stood(
            trivia,
            place,
            body.statements().getFirst().trivia(),
            body.statements().getFirst().place());
  }

  static boolean isSimple(Statement statement) {
    return switch (statement) {
      case Assignment _, Evaluation _, Break _, Continue _, Return _ -> true;
      case If _, ForRange _, ForEach _, While _ -> false;
    };
  }

  private void choice(If choice, int level) {
    var word = "if ";
    for (var branch : choice.branches()) {
      var head = word + ExpressionPrinter.text(branch.condition());
      block(head, branch.trivia(), branch.place(), branch.body(), level);
      word = "elif ";
    }
    if (choice.otherwise().isPresent()) {
      var otherwise = choice.otherwise().get();
      block("else", otherwise.trivia(), otherwise.place(), otherwise.body(), level);
    }
  }

  private static String head(ForEach loop) {
    return "for " + loop.element() + " in " + ExpressionPrinter.text(loop.array());
  }

  private static String head(While loop) {
    return "while " + ExpressionPrinter.text(loop.condition());
  }

  private static String head(ForRange loop) {
    var head = new StringBuilder("for ").append(loop.counter()).append(" in ");
    head.append(ExpressionPrinter.bound(loop.from()))
        .append("..")
        .append(ExpressionPrinter.bound(loop.to()));
    loop.step().ifPresent(step -> head.append(" step ").append(ExpressionPrinter.bound(step)));
    loop.checkpointed()
        .ifPresent(
            k -> head.append(" checkpointed(").append(ExpressionPrinter.text(k)).append(")"));
    return head.toString();
  }

  /** The text of a statement without a block. */
  static String simple(Statement statement) {
    return switch (statement) {
      case Assignment(var targets, var operator, var values, _, _) ->
          targets.stream().map(StatementPrinter::target).collect(Collectors.joining(", "))
              + " "
              + operator.text()
              + " "
              + list(values);
      case Evaluation(var expression, _, _) -> ExpressionPrinter.text(expression);
      case Break _ -> "break";
      case Continue _ -> "continue";
      case Return(var values, _, _) -> "return " + list(values);
      case If _, ForRange _, ForEach _, While _ ->
          throw new IllegalArgumentException("a statement with a block: " + statement.place());
    };
  }

  private static String target(Target target) {
    return switch (target) {
      case Target.Whole(var name) -> name.text();
      case Target.Element(var array, var indices, var place) ->
          ExpressionPrinter.text(new Expression.Index(new Expression.Read(array), indices, place));
    };
  }

  static String list(List<Expression> expressions) {
    return expressions.stream().map(ExpressionPrinter::text).collect(Collectors.joining(", "));
  }

  static String names(List<Name> names) {
    return names.stream().map(Name::text).collect(Collectors.joining(", "));
  }
}
