package dev.costate.java.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** What code does besides giving a value. */
final class Effects {
  private final Unit unit;

  Effects(Unit unit) {
    this.unit = unit;
  }

  /** The variables that are assigned in some code, or whose elements are. */
  Set<Element> changed(Iterable<? extends Tree> trees) {
    var found = new HashSet<Element>();
    var scanner = new Changes(found);
    trees.forEach(tree -> scanner.scan(tree, null));
    return found;
  }

  Set<Element> changed(Tree tree) {
    return changed(List.of(tree));
  }

  /** The variables that are assigned as a whole. */
  Set<Element> assigned(Tree tree) {
    var found = new HashSet<Element>();
    new Changes(found) {
      @Override
      void target(ExpressionTree target) {
        unit.variable(target).ifPresent(found::add);
      }

      @Override
      void call(MethodInvocationTree call) {}
    }.scan(tree, null);
    return found;
  }

  /** The variables that are read. */
  Set<Element> read(Tree tree) {
    var found = new HashSet<Element>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(
          com.sun.source.tree.IdentifierTree name, @Nullable Void unused) {
        unit.variable(name).ifPresent(found::add);
        return null;
      }
    }.scan(tree, null);
    return found;
  }

  /** Whether an expression needs statements: it changes something, may throw or has a switch. */
  boolean needsStatements(Tree tree) {
    var found = new boolean[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree part, @Nullable Void unused) {
        found[0] |=
            part instanceof SwitchExpressionTree
                || (part instanceof MethodInvocationTree call && needsStatements(call));
        return super.scan(part, null);
      }
    }.scan(tree, null);
    return found[0] || changes(tree);
  }

  /** Calls that do more than give a value, and those that read their arguments more than once. */
  private boolean needsStatements(MethodInvocationTree call) {
    var type = unit.type(call);
    return unit.method(call).map(method -> !method.isExpression()).orElse(true)
        && (type.isWhole() || type == Type.BOOLEAN || unit.method(call).isPresent());
  }

  /** Whether an expression changes a variable or an array. */
  boolean changes(Tree tree) {
    return !changed(tree).isEmpty();
  }

  /** The variable at the root of {@code a}, {@code a[i]} and {@code a[i][j]}. */
  static ExpressionTree root(ExpressionTree target) {
    var plain = Unit.plain(target);
    return plain instanceof ArrayAccessTree access ? root(access.getExpression()) : plain;
  }

  private class Changes extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Set<Element> found;

    Changes(Set<Element> found) {
      this.found = found;
    }

    void target(ExpressionTree target) {
      unit.variable(root(target)).ifPresent(found::add);
    }

    void call(MethodInvocationTree call) {
      unit.method(call)
          .ifPresent(method -> {
            for (int i : method.changed()) {
              target(call.getArguments().get(i));
            }
          });
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
      target(tree.getVariable());
      return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(
        CompoundAssignmentTree tree, @Nullable Void unused) {
      target(tree.getVariable());
      return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
      switch (tree.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
            target(tree.getExpression());
        default -> {}
      }
      return super.visitUnary(tree, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
      call(tree);
      return super.visitMethodInvocation(tree, null);
    }
  }
}
