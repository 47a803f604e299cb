package dev.costate.java.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import dev.costate.program.Expression;
import dev.costate.program.Operation;
import java.util.List;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Reads statements. */
final class Statements {
  private final Body body;
  private final Unit unit;
  private final Expressions expressions;
  private final Loops loops;

  Statements(Body body, Expressions expressions) {
    this.body = body;
    this.unit = body.unit();
    this.expressions = expressions;
    this.loops = new Loops(body, expressions, this);
  }

  /** Reads statements in order; what is refused is reported, and the next one is read. */
  void all(List<? extends StatementTree> statements) {
    for (var statement : statements) {
      if (!body.goesOn()) {
        return; // Java lets nothing follow but what no path reaches
      }
      one(statement);
    }
  }

  void one(StatementTree statement) {
    try {
      read(statement, "");
    } catch (Refused _) {
      if (statement instanceof VariableTree variable) {
        unit.element(variable).ifPresent(body::damage);
      }
    }
  }

  private void read(StatementTree statement, String label) {
    switch (statement) {
      case BlockTree block -> block(block, label);
      case VariableTree variable -> declaration(variable);
      case ExpressionStatementTree expression -> effect(expression.getExpression());
      case IfTree choice -> choice(choice);
      case ForLoopTree loop -> loops.read(loop, label);
      case EnhancedForLoopTree loop -> loops.read(loop, label);
      case WhileLoopTree loop -> loops.read(loop, label);
      case DoWhileLoopTree loop -> loops.read(loop, label);
      case LabeledStatementTree labelled ->
          read(labelled.getStatement(), labelled.getLabel().toString());
      case SwitchTree choice -> new Switches(body, expressions).read(choice, label);
      case BreakTree jump -> body.jumps().leave(body, unit.make(jump), label(jump.getLabel()));
      case ContinueTree jump -> body.jumps().goOn(body, unit.make(jump), label(jump.getLabel()));
      case YieldTree jump -> new Switches(body, expressions).leave(jump);
      case ReturnTree result -> giveBack(result);
      case ThrowTree failure -> body.giveUp(unit.make(failure));
      case EmptyStatementTree _ -> {}
      default ->
          throw refuse(
              statement,
              "this statement is not differentiable",
              "differentiable code has declarations, assignments, if, loops, switch, return, throw"
                  + " and calls");
    }
  }

  private static String label(@Nullable Name label) {
    return label == null ? "" : label.toString();
  }

  private Refused refuse(Tree tree, String message, String hint) {
    return unit.problems().refuse(tree, message, hint);
  }

  private void block(BlockTree block, String label) {
    if (label.isEmpty()) {
      all(block.getStatements());
      return;
    }
    var make = unit.make(block);
    var around = new Jumps.Around(label, false, false, () -> {});
    var read =
        body.jumps()
            .read(
                body,
                make,
                around,
                () -> {
                  all(block.getStatements());
                  if (body.goesOn()) {
                    body.emit(make.leave());
                  }
                });
    read.before().forEach(body::emit);
    body.emit(make.repeat(make.truth(true), read.body()));
    body.jumps().after(body, make, around);
  }

  private void declaration(VariableTree tree) {
    var element =
        (VariableElement)
            unit.element(tree).orElseThrow(() -> refuse(tree, "javac does not know this", ""));
    var type = Type.of(element.asType());
    if (type == Type.OTHER) {
      throw refuse(
          tree.getType() == null ? tree : tree.getType(),
          "'%s' has the type %s".formatted(tree.getName(), element.asType()),
          "locals are double, int, long, short, byte, char, boolean, double[], double[][] or int[]");
    }
    var make = unit.make(tree);
    var initializer = tree.getInitializer();
    if (initializer == null) {
      body.declare(element, type);
      return;
    }
    var value =
        type.isArray()
            ? expressions.arrays().owned(initializer, type)
            : expressions.value(initializer, type);
    if (!body.isReassigned(element) && type == Type.INT && isCount(value.expression())) {
      body.define(element, value);
      return;
    }
    var variable = body.declare(element, type);
    if (!body.isReassigned(element)) {
      body.narrow(element, value.range());
    }
    body.emit(make.set(variable, value.expression()));
  }

  /**
   * Whether an expression is made of sizes of arrays that stay the same and of counters: such a
   * name is written out, so that loops and indices are seen to be whole and in range.
   */
  private boolean isCount(Expression expression) {
    return switch (expression) {
      case Expression.Literal _ -> true;
      case Expression.Read(var variable, _) -> body.isCounting(variable);
      case Expression.Apply(var operation, var parts, _, _) ->
          switch (operation) {
            case LENGTH, ROWS, COLUMNS ->
                parts.getFirst() instanceof Expression.Read(var array, _) && body.keepsSize(array);
            case ADD, SUBTRACT -> parts.stream().allMatch(this::isCount);
            default -> false;
          };
      default -> false;
    };
  }

  /** An expression whose value is not used. */
  void effect(ExpressionTree tree) {
    switch (Unit.plain(tree)) {
      case AssignmentTree assignment -> expressions.assignments().statement(assignment);
      case CompoundAssignmentTree assignment -> expressions.assignments().statement(assignment);
      case UnaryTree step -> expressions.assignments().statement(step);
      case MethodInvocationTree call -> new Calls(body, expressions).read(call);
      default ->
          throw refuse(tree, "this statement has no effect that derivatives know", "leave it out");
    }
  }

  private void choice(IfTree tree) {
    var make = unit.make(tree);
    var condition = expressions.truth(tree.getCondition());
    var then = body.collect(() -> one(tree.getThenStatement()));
    var otherwise =
        body.collect(() -> {
          if (tree.getElseStatement() != null) {
            one(tree.getElseStatement());
          }
        });
    if (condition instanceof Expression.Truth(var always, _)) {
      (always ? then : otherwise).forEach(body::emit);
    } else if (condition instanceof Expression.Apply(var operation, var parts, _, _)
        && operation == Operation.NOT
        && !otherwise.isEmpty()) {
      body.emit(make.when(parts.getFirst(), otherwise, then));
    } else {
      body.emit(make.when(condition, then, otherwise));
    }
  }

  private void giveBack(ReturnTree tree) {
    var make = unit.make(tree);
    var value = tree.getExpression();
    if (value == null) {
      body.giveBack(make, List.of());
      return;
    }
    var type = body.method().result();
    if (type.isArray() && Unit.plain(value) instanceof IdentifierTree) {
      var array = expressions.arrays().variable(value);
      if (array.isParameter()) {
        throw refuse(
            value,
            "the result would be the array '%s' of the caller".formatted(array.variable()),
            "give back a copy: '%s.clone()'".formatted(array.variable()));
      }
      body.giveBack(make, List.of(make.read(array.variable())));
      return;
    }
    body.giveBack(make, List.of(expressions.value(value, type).expression()));
  }
}
