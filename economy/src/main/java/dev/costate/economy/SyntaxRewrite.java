package dev.costate.economy;

import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Target;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes every expression and statement of statements. */
final class SyntaxRewrite {
  private final UnaryOperator<Expression> change;

  private final UnaryOperator<Statement> changeStatement;

  private SyntaxRewrite(
      UnaryOperator<Expression> change, UnaryOperator<Statement> changeStatement) {
    this.change = change;
    this.changeStatement = changeStatement;
  }

  /** The statements with {@code change} applied to every node of every expression, parts first. */
  static List<Statement> of(List<Statement> statements, UnaryOperator<Expression> change) {
    return of(statements, change, UnaryOperator.identity());
  }

  /** The same with each statement, also inside of blocks, changed after its parts. */
  static List<Statement> of(
      List<Statement> statements,
      UnaryOperator<Expression> change,
      UnaryOperator<Statement> changeStatement) {
    return new SyntaxRewrite(change, changeStatement).all(statements);
  }

  private List<Statement> all(List<Statement> statements) {
    return statements.stream().map(this::statement).map(changeStatement).toList();
  }

  private Expression expression(Expression expression) {
    return SyntaxWalk.rewrite(expression, change);
  }

  private List<Expression> expressions(List<Expression> expressions) {
    return expressions.stream().map(this::expression).toList();
  }

  private Block block(Block block) {
    return new Block(all(block.statements()), block.closing());
  }

  private Target target(Target target) {
    return switch (target) {
      case Target.Whole _ -> target;
      case Target.Element e -> new Target.Element(e.array(), expressions(e.indices()), e.place());
    };
  }

  private Statement statement(Statement statement) {
    return switch (statement) {
      case Statement.Assignment s ->
          new Statement.Assignment(
              s.targets().stream().map(this::target).toList(),
              s.operator(),
              expressions(s.values()),
              s.trivia(),
              s.place());
      case Statement.Evaluation s ->
          new Statement.Evaluation(expression(s.expression()), s.trivia(), s.place());
      case Statement.If s ->
          new Statement.If(
              s.branches().stream()
                  .map(b ->
                      new Statement.Branch(
                          expression(b.condition()), block(b.body()), b.trivia(), b.place()))
                  .toList(),
              s.otherwise()
                  .map(o -> new Statement.Otherwise(block(o.body()), o.trivia(), o.place())),
              s.place());
      case Statement.ForRange s ->
          new Statement.ForRange(
              s.counter(),
              expression(s.from()),
              expression(s.to()),
              s.step().map(this::expression),
              s.checkpointed().map(this::expression),
              block(s.body()),
              s.trivia(),
              s.place());
      case Statement.ForEach s ->
          new Statement.ForEach(
              s.element(), expression(s.array()), block(s.body()), s.trivia(), s.place());
      case Statement.While s ->
          new Statement.While(expression(s.condition()), block(s.body()), s.trivia(), s.place());
      case Statement.Return s ->
          new Statement.Return(expressions(s.values()), s.trivia(), s.place());
      case Statement.Break _, Statement.Continue _ -> statement;
    };
  }
}
