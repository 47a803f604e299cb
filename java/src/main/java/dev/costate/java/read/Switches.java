package dev.costate.java.read;

import static dev.costate.program.Operation.*;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import dev.costate.program.Expression;
import dev.costate.program.Kind;
import dev.costate.program.Statement;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code switch}, over whole numbers. Where each group of cases ends by leaving, it is a
 * chain of {@code if}. Otherwise it is a loop that runs once: the number of the first group that
 * runs is found, and the groups from there on run until one leaves.
 */
final class Switches {
  private final Body body;
  private final Unit unit;
  private final Expressions expressions;
  private final Statements statements;

  Switches(Body body, Expressions expressions) {
    this.body = body;
    this.unit = body.unit();
    this.expressions = expressions;
    this.statements = new Statements(body, expressions);
  }

  /** What {@code yield} gives its value to. */
  record Result(Variable variable, Type type, Jumps.Around around) {}

  /**
   * Cases that run the same code.
   *
   * @param test whether it runs; empty for the default
   * @param code a list of statements; of a rule, one statement or an expression
   * @param falls whether the next group runs after it
   */
  private record Group(Optional<Expression> test, List<? extends Tree> code, boolean falls) {}

  private Refused refuse(Tree tree, String message, String hint) {
    return unit.problems().refuse(tree, message, hint);
  }

  /** A switch statement. */
  void read(SwitchTree tree, String label) {
    var around = new Jumps.Around(label, false, true, () -> {});
    read(tree, tree.getExpression(), tree.getCases(), around, label);
  }

  /** A switch expression: a variable that each case assigns. */
  Value value(SwitchExpressionTree tree) {
    var type = unit.type(tree);
    if (type == Type.OTHER || type.isArray()) {
      throw refuse(tree, "a switch gives a number or a truth value here", "");
    }
    var make = unit.make(tree);
    var result = body.fresh("selected", type.kind());
    // A case that throws assigns nothing, which programs cannot tell from one that forgets.
    body.emit(make.set(result, type == Type.BOOLEAN ? make.truth(false) : make.number(0)));
    var around = new Jumps.Around("", false, true, () -> {});
    body.results().push(new Result(result, type, around));
    try {
      read(tree, tree.getExpression(), tree.getCases(), around, "");
    } finally {
      body.results().pop();
    }
    return Value.of(make.read(result), type);
  }

  /** {@code yield} that leaves a loop. */
  void leave(YieldTree tree) {
    give(tree.getValue());
    body.jumps()
        .leave(body, unit.make(tree), Objects.requireNonNull(body.results().peek()).around());
  }

  private void give(ExpressionTree value) {
    var to = Objects.requireNonNull(body.results().peek());
    body.emit(
        unit.make(value).set(to.variable(), expressions.value(value, to.type()).expression()));
  }

  private void read(
      Tree tree,
      ExpressionTree selector,
      List<? extends CaseTree> cases,
      Jumps.Around around,
      String label) {
    var make = unit.make(tree);
    var value = expressions.value(selector);
    if (!value.type().isWhole()) {
      throw refuse(selector, "a switch over this type is not differentiable", "use an int");
    }
    var groups = groups(expressions.settled(value, "selector"), cases);
    if (groups.stream().noneMatch(group -> group.falls() || leavesInside(group, label))) {
      chain(make, groups);
    } else {
      once(make, groups, around);
    }
  }

  private List<Group> groups(Value on, List<? extends CaseTree> cases) {
    var groups = new ArrayList<Group>();
    Optional<Expression> test = Optional.empty();
    boolean isDefault = false;
    for (int i = 0; i < cases.size(); i++) {
      var next = cases.get(i);
      if (next.getGuard() != null) {
        throw refuse(next.getGuard(), "guards are not differentiable", "use if");
      }
      for (var label : next.getLabels()) {
        switch (label) {
          case DefaultCaseLabelTree _ -> isDefault = true;
          case ConstantCaseLabelTree constant -> test = either(test, equal(on, constant));
          default -> throw refuse(label, "patterns are not differentiable", "use constants");
        }
      }
      boolean isRule = next.getCaseKind() == CaseTree.CaseKind.RULE;
      List<? extends Tree> code =
          isRule
              ? List.of(Objects.requireNonNull(next.getBody()))
              : Objects.requireNonNull(next.getStatements());
      boolean isLast = i == cases.size() - 1;
      if (code.isEmpty() && !isLast) {
        continue;
      }
      boolean falls = !isRule && !isLast && !leaves(code.getLast());
      groups.add(new Group(isDefault ? Optional.empty() : test, code, falls));
      test = Optional.empty();
      isDefault = false;
    }
    return groups;
  }

  private static Optional<Expression> either(Optional<Expression> test, Expression other) {
    return Optional.of(test.map(t -> new Make(other.place()).test(OR, t, other)).orElse(other));
  }

  private Expression equal(Value on, ConstantCaseLabelTree label) {
    var constant = expressions.value(label.getConstantExpression());
    if (!constant.type().isWhole() || !constant.range().isOne()) {
      throw refuse(label, "this is no constant whole number", "use an int");
    }
    return unit.make(label).test(EQUAL, on.expression(), constant.expression());
  }

  /** Whether a statement always leaves its group. */
  private static boolean leaves(Tree last) {
    return switch (last) {
      case BreakTree _, ReturnTree _, ThrowTree _, ContinueTree _, YieldTree _ -> true;
      case BlockTree block ->
          !block.getStatements().isEmpty() && leaves(block.getStatements().getLast());
      default -> false;
    };
  }

  /** Whether the switch is left from elsewhere than the end of a group. */
  private static boolean leavesInside(Group group, String label) {
    var found = new boolean[1];
    var scanner =
        new TreeScanner<@Nullable Void, @Nullable Void>() {
          @Override
          public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
            found[0] |= tree.getLabel() == null || tree.getLabel().contentEquals(label);
            return null;
          }

          @Override
          public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
            found[0] = true;
            return null;
          }

          @Override
          public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
            return null;
          }

          @Override
          public @Nullable Void visitSwitchExpression(
              SwitchExpressionTree tree, @Nullable Void unused) {
            return null;
          }

          @Override
          public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
            return inLoop();
          }

          @Override
          public @Nullable Void visitEnhancedForLoop(
              EnhancedForLoopTree tree, @Nullable Void unused) {
            return inLoop();
          }

          @Override
          public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
            return inLoop();
          }

          @Override
          public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
            return inLoop();
          }

          // A loop may yield, or break with the switch's label: it is not looked into.
          private @Nullable Void inLoop() {
            found[0] = true;
            return null;
          }
        };
    withoutEnd(group.code()).forEach(tree -> scanner.scan(tree, null));
    return found[0];
  }

  /** Code without the {@code break} at its end. */
  private static List<? extends Tree> withoutEnd(List<? extends Tree> code) {
    if (code.isEmpty()) {
      return code;
    }
    return switch (code.getLast()) {
      case BreakTree jump when jump.getLabel() == null -> code.subList(0, code.size() - 1);
      case YieldTree yield -> replaced(code, List.of(yield.getValue()));
      case BlockTree block when leaves(block) -> replaced(code, withoutEnd(block.getStatements()));
      default -> code;
    };
  }

  private static List<? extends Tree> replaced(
      List<? extends Tree> code, List<? extends Tree> last) {
    var all = new ArrayList<Tree>(code.subList(0, code.size() - 1));
    all.addAll(last);
    return all;
  }

  private void code(List<? extends Tree> code) {
    for (var part : code) {
      if (part instanceof ExpressionTree expression) {
        give(expression);
      } else if (body.goesOn()) {
        statements.one((StatementTree) part);
      }
    }
  }

  private void chain(Make make, List<Group> groups) {
    List<Statement> otherwise = new ArrayList<>();
    for (var group : groups) {
      if (group.test().isEmpty()) {
        otherwise = body.collect(() -> code(withoutEnd(group.code())));
      }
    }
    for (var group : groups.reversed()) {
      if (group.test().isPresent()) {
        var then = body.collect(() -> code(withoutEnd(group.code())));
        otherwise = Make.statements(make.when(group.test().get(), then, otherwise));
      }
    }
    otherwise.forEach(body::emit);
  }

  private void once(Make make, List<Group> groups, Jumps.Around around) {
    var first = body.fresh("group", Kind.NUMBER);
    body.emit(make.set(first, first(make, groups)));
    var read =
        body.jumps()
            .read(
                body,
                make,
                around,
                () -> {
                  for (int i = 0; i < groups.size(); i++) {
                    var group = groups.get(i);
                    var inner =
                        body.collect(() -> {
                          code(group.code());
                          if (!group.falls() && body.goesOn()) {
                            body.emit(make.leave());
                          }
                        });
                    body.emit(
                        make.when(
                            make.test(LESS_OR_EQUAL, make.read(first), make.number(i)),
                            inner,
                            List.of()));
                  }
                  body.emit(make.leave());
                });
    read.before().forEach(body::emit);
    body.emit(make.repeat(make.truth(true), read.body()));
    body.jumps().after(body, make, around);
  }

  /** The number of the first group that runs. */
  private static Expression first(Make make, List<Group> groups) {
    int otherwise = groups.size();
    for (int i = 0; i < groups.size(); i++) {
      otherwise = groups.get(i).test().isEmpty() ? i : otherwise;
    }
    var number = make.number(otherwise);
    for (int i = groups.size() - 1; i >= 0; i--) {
      var test = groups.get(i).test();
      if (test.isPresent()) {
        number = make.either(test.get(), make.number(i), number);
      }
    }
    return number;
  }
}
