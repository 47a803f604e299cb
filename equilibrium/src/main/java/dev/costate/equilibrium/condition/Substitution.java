package dev.costate.equilibrium.condition;

import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Statement;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Code with variables renamed and counters replaced by numbers. */
final class Substitution {
  private final Map<String, Variable> renamed;
  private final Map<String, Literal> counters;

  private Substitution(Map<String, Variable> renamed, Map<String, Literal> counters) {
    this.renamed = renamed;
    this.counters = counters;
  }

  static Expression of(
      Expression expression, Map<String, Variable> renamed, Map<String, Literal> counters) {
    return new Substitution(renamed, counters).expression(expression);
  }

  static Statement of(
      Statement statement, Map<String, Variable> renamed, Map<String, Literal> counters) {
    return new Substitution(renamed, counters).statement(statement);
  }

  /** The statement with each of its values (not indices, not blocks) changed. */
  static Statement values(Statement statement, UnaryOperator<Expression> change) {
    return switch (statement) {
      case Statement.Assign s ->
          new Statement.Assign(s.target(), change.apply(s.value()), s.origin());
      case Statement.AssignMany s ->
          new Statement.AssignMany(s.targets(), all(s.values(), change), s.origin());
      case Statement.CallMany s ->
          new Statement.CallMany(s.targets(), s.function(), all(s.arguments(), change), s.origin());
      case Statement.Push s -> new Statement.Push(s.array(), change.apply(s.value()), s.origin());
      case Statement.Return s -> new Statement.Return(all(s.values(), change), s.origin());
      case Statement.GradientMany _,
          Statement.Pop _,
          Statement.If _,
          Statement.For _,
          Statement.ForEach _,
          Statement.While _,
          Statement.Break _,
          Statement.Continue _ ->
          statement;
    };
  }

  private static List<Expression> all(List<Expression> values, UnaryOperator<Expression> change) {
    return values.stream().map(change).toList();
  }

  private Expression expression(Expression expression) {
    return Walk.rewrite(
        expression,
        node -> {
          if (!(node instanceof Read(var variable, var place))) {
            return node;
          }
          var counter = counters.get(variable.name());
          return counter != null ? counter : new Read(variable(variable), place);
        });
  }

  private Variable variable(Variable variable) {
    return renamed.getOrDefault(variable.name(), variable);
  }

  private List<Expression> expressions(List<Expression> all) {
    return all.stream().map(this::expression).toList();
  }

  private Target target(Target target) {
    return switch (target) {
      case Target.Whole(var variable) -> new Target.Whole(variable(variable));
      case Target.Element(var variable, var indices) ->
          new Target.Element(variable(variable), expressions(indices));
    };
  }

  private List<Target> targets(List<Target> all) {
    return all.stream().map(this::target).toList();
  }

  private Block block(Block block) {
    return new Block(block.statements().stream().map(this::statement).toList());
  }

  private Statement statement(Statement statement) {
    return switch (statement) {
      case Statement.Assign s ->
          new Statement.Assign(target(s.target()), expression(s.value()), s.origin());
      case Statement.AssignMany s ->
          new Statement.AssignMany(targets(s.targets()), expressions(s.values()), s.origin());
      case Statement.CallMany s ->
          new Statement.CallMany(
              targets(s.targets()), s.function(), expressions(s.arguments()), s.origin());
      case Statement.GradientMany s ->
          new Statement.GradientMany(
              targets(s.targets()), s.function(), expressions(s.arguments()), s.origin());
      case Statement.Push s ->
          new Statement.Push(variable(s.array()), expression(s.value()), s.origin());
      case Statement.Pop s ->
          new Statement.Pop(target(s.target()), variable(s.array()), s.origin());
      case Statement.If s ->
          new Statement.If(
              expression(s.condition()), block(s.then()), block(s.otherwise()), s.origin());
      case Statement.For s ->
          new Statement.For(
              variable(s.counter()),
              expression(s.from()),
              expression(s.to()),
              expression(s.step()),
              s.checkpoints(),
              block(s.body()),
              s.origin());
      case Statement.ForEach s ->
          new Statement.ForEach(
              variable(s.element()), expression(s.array()), block(s.body()), s.origin());
      case Statement.While s ->
          new Statement.While(expression(s.condition()), block(s.body()), s.origin());
      case Statement.Break s -> s;
      case Statement.Continue s -> s;
      case Statement.Return s -> new Statement.Return(expressions(s.values()), s.origin());
    };
  }
}
