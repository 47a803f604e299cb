package dev.costate.java.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.costate.program.Expression;
import dev.costate.program.Statement;
import dev.costate.program.Target;
import java.util.List;
import java.util.Optional;

/** Reads assignments, compound ones and {@code ++}: as statements, or for their value. */
final class Assignments {
  private final Body body;
  private final Unit unit;
  private final Expressions expressions;

  Assignments(Body body, Expressions expressions) {
    this.body = body;
    this.unit = body.unit();
    this.expressions = expressions;
  }

  /** What is assigned to: how it is read, and how it is written. */
  private record Place(Target target, Value value) {}

  Value value(AssignmentTree tree) {
    var place = place(tree.getVariable(), List.of(tree.getExpression()));
    return write(tree, place, assigned(tree.getExpression(), place.value().type()));
  }

  void statement(AssignmentTree tree) {
    var place = place(tree.getVariable(), List.of(tree.getExpression()));
    emit(tree, place, assigned(tree.getExpression(), place.value().type()).expression());
  }

  private Value assigned(ExpressionTree tree, Type type) {
    return type.isArray() ? expressions.arrays().owned(tree, type) : expressions.value(tree, type);
  }

  Value value(CompoundAssignmentTree tree) {
    var place = place(tree.getVariable(), List.of(tree.getExpression()));
    return write(tree, place, computed(tree, place));
  }

  void statement(CompoundAssignmentTree tree) {
    var place = place(tree.getVariable(), List.of(tree.getExpression()));
    emit(tree, place, computed(tree, place).expression());
  }

  /** {@code a += b} is {@code a = (T) (a + b)}, where a is read before b is computed. */
  private Value computed(CompoundAssignmentTree tree, Place place) {
    var make = unit.make(tree);
    var before = expressions.kept(place.value(), List.of(tree.getExpression()));
    var operand = expressions.value(tree.getExpression());
    var operator = Expressions.operator(tree.getKind());
    if (before.type() == Type.BOOLEAN && operand.type() == Type.BOOLEAN) {
      var a = before.expression();
      var b = operand.expression();
      return Value.of(
          switch (operator) {
            case "&" -> make.test(dev.costate.program.Operation.AND, a, b);
            case "|" -> make.test(dev.costate.program.Operation.OR, a, b);
            default -> make.test(dev.costate.program.Operation.NOT_EQUAL, a, b);
          },
          Type.BOOLEAN);
    }
    if (!before.type().isNumber() || !operand.type().isNumber()) {
      throw unit.problems().refuse(tree, "this assignment is not differentiable", "");
    }
    return expressions
        .integers()
        .cast(make, expressions.arithmetic(tree, make, operator, before, operand), before.type());
  }

  /** {@code ++a}, {@code a--} and their like, for their value. */
  Value value(UnaryTree tree) {
    var place = place(tree.getExpression(), List.of());
    boolean isPostfix =
        tree.getKind() == Tree.Kind.POSTFIX_INCREMENT
            || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT;
    var before =
        isPostfix
            ? Optional.of(expressions.stored(place.value(), "before"))
            : Optional.<Value>empty();
    var after = write(tree, place, stepped(tree, place));
    return before.orElse(after);
  }

  void statement(UnaryTree tree) {
    var place = place(tree.getExpression(), List.of());
    emit(tree, place, stepped(tree, place).expression());
  }

  private Value stepped(UnaryTree tree, Place place) {
    var make = unit.make(tree);
    var one = new Value(make.number(1), Type.INT, Interval.of(1));
    var sum =
        expressions.arithmetic(
            tree, make, Expressions.operator(tree.getKind()), place.value(), one);
    return expressions.integers().cast(make, sum, place.value().type());
  }

  private Value write(Tree tree, Place place, Value value) {
    var make = unit.make(tree);
    if (place.target() instanceof Target.Whole(var variable)) {
      emit(tree, place, value.expression());
      return place.value().with(make.read(variable));
    }
    var kept = expressions.settled(value, "assigned");
    emit(tree, place, kept.expression());
    return kept;
  }

  private void emit(Tree tree, Place place, Expression value) {
    body.emit(new Statement.Assign(place.target(), value, unit.make(tree).origin()));
  }

  private Place place(ExpressionTree tree, List<? extends ExpressionTree> later) {
    var plain = Unit.plain(tree);
    if (plain instanceof ArrayAccessTree access) {
      var element = expressions.arrays().place(access, later);
      return new Place(element.target(), element.value(unit.make(tree)));
    }
    var variable = unit.variable(plain);
    if (!(plain instanceof IdentifierTree) || variable.isEmpty()) {
      throw refuse(tree);
    }
    if (variable.get().getKind().isField()) {
      throw refuse(tree);
    }
    var local = body.local(plain, variable.get());
    if (local.isParameter() && local.value().type().isArray()) {
      throw unit.problems()
          .refuse(
              tree,
              "the array parameter '%s' is replaced by another".formatted(local.variable()),
              "give the other array a name of its own");
    }
    return new Place(
        new Target.Whole(local.variable()),
        local.value().with(unit.make(tree).read(local.variable())));
  }

  private Refused refuse(ExpressionTree tree) {
    return unit.problems()
        .refuse(
            tree,
            "only locals, parameters and array elements can be assigned here",
            "a derivative has no hidden state: give it back as a result");
  }
}
