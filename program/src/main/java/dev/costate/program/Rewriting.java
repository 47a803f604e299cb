package dev.costate.program;

import java.util.List;
import java.util.function.UnaryOperator;

/** Changes every expression of statements, also inside of blocks. */
public final class Rewriting {
  private final UnaryOperator<Expression> change;
  private final UnaryOperator<Statement> changeStatement;

  private Rewriting(UnaryOperator<Expression> change, UnaryOperator<Statement> changeStatement) {
    this.change = change;
    this.changeStatement = changeStatement;
  }

  /** The block with each whole expression changed: values, conditions, bounds, indices. */
  public static Block of(Block block, UnaryOperator<Expression> change) {
    return of(block, change, UnaryOperator.identity());
  }

  /** The same with each statement changed after its expressions. */
  public static Block of(
      Block block, UnaryOperator<Expression> change, UnaryOperator<Statement> changeStatement) {
    return new Rewriting(change, changeStatement).block(block);
  }

  private Block block(Block block) {
    return new Block(
        block.statements().stream().map(this::statement).map(changeStatement).toList());
  }

  private List<Expression> all(List<Expression> expressions) {
    return expressions.stream().map(change).toList();
  }

  private Target target(Target target) {
    return switch (target) {
      case Target.Whole _ -> target;
      case Target.Element(var variable, var indices) -> new Target.Element(variable, all(indices));
    };
  }

  private List<Target> targets(List<Target> targets) {
    return targets.stream().map(this::target).toList();
  }

  private Statement statement(Statement statement) {
    return switch (statement) {
      case Statement.Assign s ->
          new Statement.Assign(target(s.target()), change.apply(s.value()), s.origin());
      case Statement.AssignMany s ->
          new Statement.AssignMany(targets(s.targets()), all(s.values()), s.origin());
      case Statement.CallMany s ->
          new Statement.CallMany(
              targets(s.targets()), s.function(), all(s.arguments()), s.origin());
      case Statement.GradientMany s ->
          new Statement.GradientMany(
              targets(s.targets()), s.function(), all(s.arguments()), s.origin());
      case Statement.Push s -> new Statement.Push(s.array(), change.apply(s.value()), s.origin());
      case Statement.Pop s -> new Statement.Pop(target(s.target()), s.array(), s.origin());
      case Statement.If s ->
          new Statement.If(
              change.apply(s.condition()), block(s.then()), block(s.otherwise()), s.origin());
      case Statement.For s ->
          new Statement.For(
              s.counter(),
              change.apply(s.from()),
              change.apply(s.to()),
              change.apply(s.step()),
              s.checkpoints(),
              block(s.body()),
              s.origin());
      case Statement.ForEach s ->
          new Statement.ForEach(s.element(), change.apply(s.array()), block(s.body()), s.origin());
      case Statement.While s ->
          new Statement.While(change.apply(s.condition()), block(s.body()), s.origin());
      case Statement.Return s -> new Statement.Return(all(s.values()), s.origin());
      case Statement.Break _, Statement.Continue _ -> statement;
    };
  }
}
