package dev.costate.java.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A {@code for} that counts an int by a constant to a bound that stays the same: {@code for (int i
 * = from; i < bound; i++)}, and its like downwards and in larger steps.
 */
record CountedLoop(
    VariableElement counter,
    ExpressionTree from,
    ExpressionTree bound,
    boolean includesBound,
    int step) {

  static Optional<CountedLoop> of(ForLoopTree loop, Unit unit, Effects effects) {
    if (loop.getInitializer().size() != 1
        || loop.getUpdate().size() != 1
        || !(loop.getInitializer().getFirst() instanceof VariableTree variable)
        || variable.getInitializer() == null
        || !(unit.element(variable).orElse(null) instanceof VariableElement counter)
        || Type.of(counter.asType()) != Type.INT
        || !(loop.getCondition() != null
            && Unit.plain(loop.getCondition()) instanceof BinaryTree test)
        || effects.changed(loop.getStatement()).contains(counter)) {
      return Optional.empty();
    }
    var step = step(loop.getUpdate().getFirst().getExpression(), counter, unit);
    if (step == 0) {
      return Optional.empty();
    }
    boolean isLeft = isCounter(test.getLeftOperand(), counter, unit);
    if (!isLeft && !isCounter(test.getRightOperand(), counter, unit)) {
      return Optional.empty();
    }
    var bound = isLeft ? test.getRightOperand() : test.getLeftOperand();
    var kind = isLeft ? test.getKind() : turned(test.getKind());
    boolean isUp = kind == Tree.Kind.LESS_THAN || kind == Tree.Kind.LESS_THAN_EQUAL;
    boolean isDown = kind == Tree.Kind.GREATER_THAN || kind == Tree.Kind.GREATER_THAN_EQUAL;
    if ((step > 0 ? !isUp : !isDown)
        || !unit.type(bound).isWhole()
        || unit.type(bound) == Type.LONG
        || !staysTheSame(bound, counter, loop.getStatement(), effects)) {
      return Optional.empty();
    }
    boolean includes = kind == Tree.Kind.LESS_THAN_EQUAL || kind == Tree.Kind.GREATER_THAN_EQUAL;
    return Optional.of(new CountedLoop(counter, variable.getInitializer(), bound, includes, step));
  }

  private static boolean isCounter(Tree tree, VariableElement counter, Unit unit) {
    return unit.variable(tree).filter(counter::equals).isPresent();
  }

  /** 0 if the update is none that is known. */
  private static int step(ExpressionTree update, VariableElement counter, Unit unit) {
    return switch (Unit.plain(update)) {
      case UnaryTree unary when isCounter(unary.getExpression(), counter, unit) ->
          switch (unary.getKind()) {
            case PREFIX_INCREMENT, POSTFIX_INCREMENT -> 1;
            case PREFIX_DECREMENT, POSTFIX_DECREMENT -> -1;
            default -> 0;
          };
      case CompoundAssignmentTree assignment
          when isCounter(assignment.getVariable(), counter, unit)
              && Unit.plain(assignment.getExpression()) instanceof LiteralTree literal
              && literal.getValue() instanceof Integer by ->
          switch (assignment.getKind()) {
            case PLUS_ASSIGNMENT -> by;
            case MINUS_ASSIGNMENT -> -by;
            default -> 0;
          };
      default -> 0;
    };
  }

  private static Tree.Kind turned(Tree.Kind kind) {
    return switch (kind) {
      case LESS_THAN -> Tree.Kind.GREATER_THAN;
      case LESS_THAN_EQUAL -> Tree.Kind.GREATER_THAN_EQUAL;
      case GREATER_THAN -> Tree.Kind.LESS_THAN;
      case GREATER_THAN_EQUAL -> Tree.Kind.LESS_THAN_EQUAL;
      default -> kind;
    };
  }

  /** Whether a bound has no effect, and nothing that it reads changes in the loop. */
  private static boolean staysTheSame(
      ExpressionTree bound, VariableElement counter, Tree statement, Effects effects) {
    var calls = new boolean[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree tree, @Nullable Void unused) {
        calls[0] = true;
        return null;
      }
    }.scan(bound, null);
    var read = effects.read(bound);
    var changed = new HashSet<>(effects.changed(statement));
    if (onlyReadsLengths(bound)) {
      changed.retainAll(effects.assigned(statement));
    }
    changed.retainAll(read);
    return !calls[0]
        && changed.isEmpty()
        && !read.contains(counter)
        && !effects.needsStatements(bound);
  }

  /** Whether no array element is read: lengths stay when elements change. */
  private static boolean onlyReadsLengths(ExpressionTree bound) {
    var reads = new boolean[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitArrayAccess(ArrayAccessTree tree, @Nullable Void unused) {
        reads[0] = true;
        return null;
      }

      @Override
      public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        return tree.getExpression() instanceof ArrayAccessTree row
            ? scan(row.getIndex(), null)
            : super.visitMemberSelect(tree, null);
      }
    }.scan(bound, null);
    return !reads[0];
  }
}
