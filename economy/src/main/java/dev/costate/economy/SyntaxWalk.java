package dev.costate.economy;

import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Members;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Visits the syntax tree of code without the visitor knowing every node. */
final class SyntaxWalk {
  private SyntaxWalk() {}

  static List<Expression> children(Expression expression) {
    return switch (expression) {
      case Expression.NumberLiteral _, Expression.TruthLiteral _, Expression.Read _ -> List.of();
      case Expression.Unary e -> List.of(e.operand());
      case Expression.Binary e -> List.of(e.left(), e.right());
      case Expression.Conditional e -> List.of(e.then(), e.condition(), e.otherwise());
      case Expression.Call e -> e.arguments();
      case Expression.Index e -> {
        var all = new ArrayList<Expression>();
        all.add(e.array());
        all.addAll(e.indices());
        yield all;
      }
      case Expression.ArrayLiteral e -> e.elements();
      case Expression.Parenthesized e -> List.of(e.inner());
      case Expression.Each e -> each(e);
    };
  }

  private static List<Expression> each(Expression.Each each) {
    var all = new ArrayList<Expression>();
    all.add(each.element());
    for (var counter : each.generator().counters()) {
      if (counter.members() instanceof Members.Between(var from, var to, _)) {
        all.add(from);
        all.add(to);
      }
    }
    each.generator().condition().ifPresent(all::add);
    return all;
  }

  static void nodes(Expression expression, Consumer<Expression> visitor) {
    visitor.accept(expression);
    children(expression).forEach(child -> nodes(child, visitor));
  }

  /** The names an expression reads as variables or constants. */
  static Set<String> reads(Expression expression) {
    var found = new LinkedHashSet<String>();
    nodes(
        expression,
        node -> {
          if (node instanceof Expression.Read(var name)) {
            found.add(name.text());
          }
        });
    return found;
  }

  /** The expression with {@code change} applied to every node, parts first. */
  static Expression rewrite(Expression expression, UnaryOperator<Expression> change) {
    UnaryOperator<Expression> inner = part -> rewrite(part, change);
    return change.apply(
        switch (expression) {
          case Expression.NumberLiteral _, Expression.TruthLiteral _, Expression.Read _ ->
              expression;
          case Expression.Unary e ->
              new Expression.Unary(e.operator(), inner.apply(e.operand()), e.place());
          case Expression.Binary e ->
              new Expression.Binary(
                  e.operator(), inner.apply(e.left()), inner.apply(e.right()), e.place());
          case Expression.Conditional e ->
              new Expression.Conditional(
                  inner.apply(e.then()),
                  inner.apply(e.condition()),
                  inner.apply(e.otherwise()),
                  e.place());
          case Expression.Call e ->
              new Expression.Call(
                  e.function(), e.arguments().stream().map(inner).toList(), e.place());
          case Expression.Index e ->
              new Expression.Index(
                  inner.apply(e.array()), e.indices().stream().map(inner).toList(), e.place());
          case Expression.ArrayLiteral e ->
              new Expression.ArrayLiteral(e.elements().stream().map(inner).toList(), e.place());
          case Expression.Parenthesized e ->
              new Expression.Parenthesized(inner.apply(e.inner()), e.place());
          case Expression.Each e ->
              new Expression.Each(inner.apply(e.element()), e.generator(), e.place());
        });
  }

  /** The block with {@code change} applied to every node of its expressions. */
  static Block rewrite(Block block, UnaryOperator<Expression> change) {
    return new Block(
        block.statements().stream().map(s -> rewrite(s, change)).toList(), block.closing());
  }

  private static Statement rewrite(Statement statement, UnaryOperator<Expression> change) {
    UnaryOperator<Expression> inner = part -> rewrite(part, change);
    return switch (statement) {
      case Statement.Assignment s ->
          new Statement.Assignment(
              s.targets().stream().map(t -> rewrite(t, change)).toList(),
              s.operator(),
              s.values().stream().map(inner).toList(),
              s.trivia(),
              s.place());
      case Statement.Evaluation s ->
          new Statement.Evaluation(inner.apply(s.expression()), s.trivia(), s.place());
      case Statement.If s ->
          new Statement.If(
              s.branches().stream()
                  .map(b ->
                      new Statement.Branch(
                          inner.apply(b.condition()),
                          rewrite(b.body(), change),
                          b.trivia(),
                          b.place()))
                  .toList(),
              s.otherwise()
                  .map(o ->
                      new Statement.Otherwise(rewrite(o.body(), change), o.trivia(), o.place())),
              s.place());
      case Statement.ForRange s ->
          new Statement.ForRange(
              s.counter(),
              inner.apply(s.from()),
              inner.apply(s.to()),
              s.step().map(inner),
              s.checkpointed().map(inner),
              rewrite(s.body(), change),
              s.trivia(),
              s.place());
      case Statement.ForEach s ->
          new Statement.ForEach(
              s.element(),
              inner.apply(s.array()),
              rewrite(s.body(), change),
              s.trivia(),
              s.place());
      case Statement.While s ->
          new Statement.While(
              inner.apply(s.condition()), rewrite(s.body(), change), s.trivia(), s.place());
      case Statement.Return s ->
          new Statement.Return(s.values().stream().map(inner).toList(), s.trivia(), s.place());
      case Statement.Break _, Statement.Continue _ -> statement;
    };
  }

  private static Target rewrite(Target target, UnaryOperator<Expression> change) {
    return switch (target) {
      case Target.Whole whole -> whole;
      case Target.Element(var array, var indices, var place) ->
          new Target.Element(
              array, indices.stream().map(index -> rewrite(index, change)).toList(), place);
    };
  }

  /** Every statement, also those inside of others. */
  static void statements(List<Statement> statements, Consumer<Statement> visitor) {
    for (var statement : statements) {
      visitor.accept(statement);
      blocks(statement).forEach(block -> statements(block.statements(), visitor));
    }
  }

  private static List<Block> blocks(Statement statement) {
    return switch (statement) {
      case Statement.If s -> {
        var all = new ArrayList<Block>();
        s.branches().forEach(branch -> all.add(branch.body()));
        s.otherwise().ifPresent(otherwise -> all.add(otherwise.body()));
        yield all;
      }
      case Statement.ForRange s -> List.of(s.body());
      case Statement.ForEach s -> List.of(s.body());
      case Statement.While s -> List.of(s.body());
      case Statement.Assignment _,
          Statement.Evaluation _,
          Statement.Break _,
          Statement.Continue _,
          Statement.Return _ ->
          List.of();
    };
  }

  /** The expressions a statement itself evaluates. */
  static List<Expression> expressions(Statement statement) {
    var all = new ArrayList<Expression>();
    switch (statement) {
      case Statement.Assignment s -> {
        for (var target : s.targets()) {
          if (target instanceof Target.Element element) {
            all.addAll(element.indices());
          }
        }
        all.addAll(s.values());
      }
      case Statement.Evaluation s -> all.add(s.expression());
      case Statement.If s -> s.branches().forEach(branch -> all.add(branch.condition()));
      case Statement.ForRange s -> {
        all.add(s.from());
        all.add(s.to());
        s.step().ifPresent(all::add);
        s.checkpointed().ifPresent(all::add);
      }
      case Statement.ForEach s -> all.add(s.array());
      case Statement.While s -> all.add(s.condition());
      case Statement.Return s -> all.addAll(s.values());
      case Statement.Break _, Statement.Continue _ -> {}
    }
    return all;
  }

  /** The variables that statements assign, also loop counters. */
  static Set<String> assigned(List<Statement> statements) {
    var found = new LinkedHashSet<String>();
    statements(
        statements,
        statement -> {
          switch (statement) {
            case Statement.Assignment s ->
                s.targets().forEach(target -> found.add(name(target).text()));
            case Statement.ForRange s -> found.add(s.counter().text());
            case Statement.ForEach s -> found.add(s.element().text());
            case Statement.Evaluation _,
                Statement.If _,
                Statement.While _,
                Statement.Break _,
                Statement.Continue _,
                Statement.Return _ -> {}
          }
        });
    return found;
  }

  private static Name name(Target target) {
    return switch (target) {
      case Target.Whole whole -> whole.name();
      case Target.Element element -> element.array();
    };
  }
}
