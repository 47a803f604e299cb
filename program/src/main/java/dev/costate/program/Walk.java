package dev.costate.program;

import dev.costate.program.Expression.*;
import dev.costate.program.Statement.*;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Visits expressions and statements without the visitor knowing every node. */
public final class Walk {
  private Walk() {}

  /** The direct parts of an expression, in order of evaluation. */
  public static List<Expression> children(Expression expression) {
    return switch (expression) {
      case Literal _, Truth _, Read _, Constant _ -> List.of();
      case Apply apply -> apply.arguments();
      case Call call -> call.arguments();
      case Conditional c -> List.of(c.condition(), c.then(), c.otherwise());
      case Elements elements -> elements.elements();
      case Gradient gradient -> gradient.arguments();
    };
  }

  /** The same node with other direct parts. */
  public static Expression withChildren(Expression expression, List<Expression> parts) {
    return switch (expression) {
      case Literal _, Truth _, Read _, Constant _ -> expression;
      case Apply a -> new Apply(a.operation(), parts, a.kind(), a.place());
      case Call c -> new Call(c.function(), parts, c.kind(), c.place());
      case Conditional c -> new Conditional(parts.get(0), parts.get(1), parts.get(2), c.place());
      case Elements e -> new Elements(parts, e.kind(), e.place());
      case Gradient g -> new Gradient(g.function(), parts, g.kind(), g.place());
    };
  }

  /** The expression with {@code change} applied to every node, parts first. */
  public static Expression rewrite(Expression expression, UnaryOperator<Expression> change) {
    var parts = children(expression);
    if (parts.isEmpty()) {
      return change.apply(expression);
    }
    var changed = new ArrayList<Expression>(parts.size());
    for (var part : parts) {
      changed.add(rewrite(part, change));
    }
    return change.apply(changed.equals(parts) ? expression : withChildren(expression, changed));
  }

  /** Every node of an expression, parents first. */
  public static void nodes(Expression expression, Consumer<Expression> visitor) {
    visitor.accept(expression);
    for (var child : children(expression)) {
      nodes(child, visitor);
    }
  }

  public static boolean contains(Expression expression, Predicate<Expression> test) {
    return test.test(expression) || any(children(expression), child -> contains(child, test));
  }

  /** Whether one of some expressions passes a test; asked so often that a stream is too slow. */
  public static boolean any(List<Expression> expressions, Predicate<Expression> test) {
    for (var expression : expressions) {
      if (test.test(expression)) {
        return true;
      }
    }
    return false;
  }

  /** How many nodes an expression has. */
  public static int size(Expression expression) {
    int size = 1;
    for (var child : children(expression)) {
      size += size(child);
    }
    return size;
  }

  /** The variables an expression reads, in order of first appearance. */
  public static Set<Variable> reads(Expression expression) {
    var found = new LinkedHashSet<Variable>();
    nodes(
        expression,
        node -> {
          if (node instanceof Read(var variable, _)) {
            found.add(variable);
          }
        });
    return found;
  }

  /**
   * The expressions that a statement itself evaluates (not those of its blocks), in order of
   * evaluation.
   */
  public static List<Expression> expressions(Statement statement) {
    return switch (statement) {
      case Assign(var target, var value, _) -> join(indices(List.of(target)), List.of(value));
      case AssignMany(var targets, var values, _) -> join(indices(targets), values);
      case CallMany(var targets, _, var arguments, _) -> join(indices(targets), arguments);
      case GradientMany(var targets, _, var arguments, _) -> join(indices(targets), arguments);
      case Push(_, var value, _) -> List.of(value);
      case Pop(var target, _, _) -> indices(List.of(target));
      case If s -> List.of(s.condition());
      case For s -> List.of(s.from(), s.to(), s.step());
      case ForEach s -> List.of(s.array());
      case While s -> List.of(s.condition());
      case Break _, Continue _ -> List.of();
      case Return(var values, _) -> values;
    };
  }

  /** The blocks of a compound statement, in order of the text. */
  public static List<Block> blocks(Statement statement) {
    return switch (statement) {
      case If s -> List.of(s.then(), s.otherwise());
      case For s -> List.of(s.body());
      case ForEach s -> List.of(s.body());
      case While s -> List.of(s.body());
      case Assign _,
          AssignMany _,
          CallMany _,
          GradientMany _,
          Push _,
          Pop _,
          Break _,
          Continue _,
          Return _ ->
          List.of();
    };
  }

  /**
   * The variables a statement itself writes (not its blocks): targets, the array of a push or pop,
   * and the counter or element of a loop.
   */
  public static List<Variable> writes(Statement statement) {
    return switch (statement) {
      case Assign(var target, _, _) -> List.of(target.variable());
      case AssignMany(var targets, _, _) -> targets.stream().map(Target::variable).toList();
      case CallMany(var targets, _, _, _) -> targets.stream().map(Target::variable).toList();
      case GradientMany(var targets, _, _, _) -> targets.stream().map(Target::variable).toList();
      case Push(var array, _, _) -> List.of(array);
      case Pop(var target, var array, _) -> List.of(target.variable(), array);
      case For s -> List.of(s.counter());
      case ForEach s -> List.of(s.element());
      case If _, While _, Break _, Continue _, Return _ -> List.of();
    };
  }

  /** Every statement of a block and of the blocks in it, in order of the text. */
  public static void statements(Block block, Consumer<Statement> visitor) {
    for (var statement : block.statements()) {
      visitor.accept(statement);
      blocks(statement).forEach(inner -> statements(inner, visitor));
    }
  }

  /** Every statement of a block and of the blocks in it, in order of the text. */
  public static List<Statement> statements(Block block) {
    var all = new ArrayList<Statement>();
    statements(block, all::add);
    return all;
  }

  /** Every constant that a block reads, each time it does. */
  public static List<Constant> constants(Block block) {
    var found = new ArrayList<Constant>();
    statements(
        block,
        statement -> {
          for (var expression : expressions(statement)) {
            nodes(
                expression,
                node -> {
                  if (node instanceof Constant constant) {
                    found.add(constant);
                  }
                });
          }
        });
    return found;
  }

  /** The variables written anywhere in a block. */
  public static Set<Variable> writes(Block block) {
    var written = new LinkedHashSet<Variable>();
    statements(block, statement -> written.addAll(writes(statement)));
    return written;
  }

  private static List<Expression> indices(List<Target> targets) {
    var all = new ArrayList<Expression>();
    for (var target : targets) {
      if (target instanceof Target.Element(_, var indices)) {
        all.addAll(indices);
      }
    }
    return all;
  }

  private static List<Expression> join(List<Expression> first, List<Expression> then) {
    var all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }
}
