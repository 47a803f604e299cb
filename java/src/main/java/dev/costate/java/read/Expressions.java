package dev.costate.java.read;

import static dev.costate.program.Operation.*;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.costate.program.Expression;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Reads expressions. What an expression does besides giving its value is emitted as statements
 * before it; the values of operands before it are kept then.
 */
final class Expressions {
  private final Body body;
  private final Unit unit;
  private final Integers integers;
  private final ArrayReading arrays;
  private final Assignments assignments;

  Expressions(Body body) {
    this.body = body;
    this.unit = body.unit();
    this.integers = new Integers(unit);
    this.arrays = new ArrayReading(body, this);
    this.assignments = new Assignments(body, this);
  }

  Integers integers() {
    return integers;
  }

  ArrayReading arrays() {
    return arrays;
  }

  Assignments assignments() {
    return assignments;
  }

  private Refused refuse(Tree tree, String message, String hint) {
    return unit.problems().refuse(tree, message, hint);
  }

  /** The value of an expression. */
  Value value(ExpressionTree tree) {
    return switch (tree) {
      case ParenthesizedTree inner -> value(inner.getExpression());
      case LiteralTree literal -> literal(literal);
      case IdentifierTree name -> name(name);
      case MemberSelectTree select -> select(select);
      case UnaryTree unary -> unary(unary);
      case BinaryTree binary -> binary(binary);
      case ConditionalExpressionTree choice -> choice(choice);
      case TypeCastTree cast -> cast(cast);
      case AssignmentTree assignment -> assignments.value(assignment);
      case CompoundAssignmentTree assignment -> assignments.value(assignment);
      case ArrayAccessTree access -> arrays.element(access);
      case NewArrayTree array -> arrays.made(array);
      case MethodInvocationTree call -> new Calls(body, this).value(call);
      case SwitchExpressionTree choice -> new Switches(body, this).value(choice);
      default ->
          throw refuse(
              tree,
              "this expression is not differentiable",
              "differentiable code is arithmetic, conditions, array elements, and calls of Math and"
                  + " of annotated methods");
    };
  }

  /** A number, whole or not. */
  Value number(ExpressionTree tree) {
    var value = value(tree);
    if (!value.type().isNumber()) {
      throw refuse(tree, "a number is needed here", "");
    }
    return value;
  }

  /** The value of an expression where a type is wanted. */
  Value value(ExpressionTree tree, Type wanted) {
    return converted(tree, value(tree), wanted);
  }

  Value converted(Tree tree, Value value, Type wanted) {
    if (value.type() == wanted) {
      return value;
    }
    if (value.type().isNumber() && wanted.isNumber()) {
      return integers.cast(unit.make(tree), value, wanted);
    }
    throw refuse(
        tree, "a %s is needed here, not a %s".formatted(wanted.text(), value.type().text()), "");
  }

  /** The values of expressions in order, each computed before what those behind it change. */
  List<Value> all(List<? extends ExpressionTree> trees, List<Type> types) {
    return values(trees, tree -> value(tree, types.get(trees.indexOf(tree))));
  }

  /** The same; where one is refused, those behind it are read for what is to refuse in them. */
  private List<Value> values(
      List<? extends ExpressionTree> trees, Function<ExpressionTree, Value> read) {
    var values = new ArrayList<Value>();
    Optional<Refused> refused = Optional.empty();
    for (int i = 0; i < trees.size(); i++) {
      try {
        values.add(kept(read.apply(trees.get(i)), trees.subList(i + 1, trees.size())));
      } catch (Refused e) {
        refused = Optional.of(e);
      }
    }
    if (refused.isPresent()) {
      throw refused.get();
    }
    return values;
  }

  /** A value that stays what it is while others are computed. */
  Value kept(Value value, List<? extends ExpressionTree> later) {
    if (value.expression() instanceof Expression.Literal
        || later.stream().noneMatch(tree -> body.effects().changes(tree))) {
      return value;
    }
    return stored(value, "kept");
  }

  /** A value that may be written more than once. */
  Value settled(Value value, String wish) {
    return value.expression() instanceof Expression.Literal
            || value.expression() instanceof Expression.Read
        ? value
        : stored(value, wish);
  }

  /** A value in a variable of its own. */
  Value stored(Value value, String wish) {
    var make = new Make(value.expression().place());
    var kept = body.fresh(wish, value.type().kind());
    body.emit(make.set(kept, value.expression()));
    return value.with(make.read(kept));
  }

  private Value literal(LiteralTree literal) {
    if (literal.getValue() == null) {
      throw refuse(literal, "null is not differentiable", "check for it before: arrays are there");
    }
    return constant(literal, unit.make(literal), literal.getValue());
  }

  private Value constant(Tree tree, Make make, Object value) {
    return switch (value) {
      case Double number -> Value.of(make.number(number), Type.DOUBLE);
      case Integer number -> whole(make, number, Type.INT);
      case Character number -> whole(make, number, Type.CHAR);
      case Short number -> whole(make, number, Type.SHORT);
      case Byte number -> whole(make, number, Type.BYTE);
      case Boolean truth -> Value.of(make.truth(truth), Type.BOOLEAN);
      case Long number when Interval.LONG.contains(number) -> whole(make, number, Type.LONG);
      case Long _ ->
          throw refuse(
              tree,
              "this long is beyond 9007199254740991 in size",
              "derivatives hold a long in a double");
      default ->
          throw refuse(
              tree, "this is no number that derivatives know", "use double, int, long or boolean");
    };
  }

  private static Value whole(Make make, long number, Type type) {
    return new Value(make.number((double) number), type, Interval.of(number));
  }

  private Value name(IdentifierTree name) {
    var element =
        unit.variable(name)
            .orElseThrow(() -> refuse(name, "'%s' is no variable".formatted(name.getName()), ""));
    if (element.getKind() == ElementKind.FIELD) {
      return field(name, element);
    }
    var local = body.local(name, element);
    var make = unit.make(name);
    return local.value().expression() instanceof Expression.Read
        ? local.value().with(make.read(local.variable()))
        : local.value();
  }

  private Value field(ExpressionTree tree, VariableElement field) {
    if (field.getConstantValue() != null) {
      return constant(tree, unit.make(tree), field.getConstantValue());
    }
    boolean isFinal = field.getModifiers().contains(Modifier.FINAL);
    throw refuse(
        tree,
        "'%s' is no constant".formatted(field.getSimpleName()),
        isFinal
            ? "its value is not known to the compiler: pass it in as a parameter, marked @Constant"
            : "what a derivative depends on must be a parameter");
  }

  private Value select(MemberSelectTree select) {
    if (select.getIdentifier().contentEquals("length")
        && unit.type(select.getExpression()).isArray()) {
      return arrays.length(select);
    }
    var element = unit.element(select);
    if (element.isPresent() && element.get() instanceof VariableElement field) {
      return field(select, field);
    }
    throw refuse(select, "this is no constant", "pass it in as a parameter");
  }

  private Value unary(UnaryTree tree) {
    var make = unit.make(tree);
    switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> {
        return assignments.value(tree);
      }
      case LOGICAL_COMPLEMENT -> {
        return Value.of(make.not(truth(tree.getExpression())), Type.BOOLEAN);
      }
      default -> {}
    }
    if (tree.getKind() == Tree.Kind.UNARY_MINUS
        && tree.getExpression() instanceof LiteralTree literal
        && literal.getValue() instanceof Long number
        && number == Long.MIN_VALUE) {
      throw refuse(
          tree,
          "this long is beyond 9007199254740991 in size",
          "derivatives hold a long in a double");
    }
    var operand = number(tree.getExpression());
    var type = Integers.promoted(operand.type(), operand.type());
    var zero = new Value(make.number(0), type, Interval.of(0));
    return switch (tree.getKind()) {
      case UNARY_PLUS -> operand.as(type);
      case UNARY_MINUS ->
          type == Type.DOUBLE
              ? Value.of(negated(make, operand.expression()), type)
              : integers.minus(make, zero, operand, type);
      case BITWISE_COMPLEMENT ->
          integers.minus(make, new Value(make.number(-1), type, Interval.of(-1)), operand, type);
      default -> throw refuse(tree, "this operator is not differentiable", "");
    };
  }

  private static Expression negated(Make make, Expression operand) {
    return operand instanceof Expression.Literal(var value, _)
        ? make.number(-value)
        : make.number(NEGATE, operand);
  }

  /** A condition. */
  Expression truth(ExpressionTree tree) {
    var value = value(tree);
    if (value.type() != Type.BOOLEAN) {
      throw refuse(tree, "a condition is needed here", "");
    }
    return value.expression();
  }

  private Value binary(BinaryTree tree) {
    var make = unit.make(tree);
    var left = tree.getLeftOperand();
    var right = tree.getRightOperand();
    switch (tree.getKind()) {
      case CONDITIONAL_AND, CONDITIONAL_OR -> {
        return shortCircuit(tree, make);
      }
      default -> {}
    }
    var operands = values(List.of(left, right), this::value);
    var a = operands.getFirst();
    var b = operands.getLast();
    if (a.type() == Type.BOOLEAN && b.type() == Type.BOOLEAN) {
      return Value.of(ofTruths(tree, make, a.expression(), b.expression()), Type.BOOLEAN);
    }
    if (!a.type().isNumber() || !b.type().isNumber()) {
      throw refuse(
          tree,
          "this operator is not differentiable for %s and %s"
              .formatted(a.type().text(), b.type().text()),
          "");
    }
    return switch (tree.getKind()) {
      case EQUAL_TO -> compared(make, EQUAL, a, b);
      case NOT_EQUAL_TO -> compared(make, NOT_EQUAL, a, b);
      case LESS_THAN -> compared(make, LESS, a, b);
      case LESS_THAN_EQUAL -> compared(make, LESS_OR_EQUAL, a, b);
      case GREATER_THAN -> compared(make, GREATER, a, b);
      case GREATER_THAN_EQUAL -> compared(make, GREATER_OR_EQUAL, a, b);
      default -> arithmetic(tree, make, operator(tree.getKind()), a, b);
    };
  }

  private static Value compared(Make make, Operation operation, Value a, Value b) {
    return Value.of(make.test(operation, a.expression(), b.expression()), Type.BOOLEAN);
  }

  private Expression ofTruths(BinaryTree tree, Make make, Expression a, Expression b) {
    return switch (tree.getKind()) {
      case EQUAL_TO -> make.test(EQUAL, a, b);
      case NOT_EQUAL_TO, XOR -> make.test(NOT_EQUAL, a, b);
      case AND -> make.test(AND, a, b);
      case OR -> make.test(OR, a, b);
      default -> throw refuse(tree, "this operator takes no truth values", "");
    };
  }

  /** The sign of an operator: that of a compound assignment without its {@code =}. */
  static String operator(Tree.Kind kind) {
    return switch (kind) {
      case PLUS, PLUS_ASSIGNMENT, PREFIX_INCREMENT, POSTFIX_INCREMENT -> "+";
      case MINUS, MINUS_ASSIGNMENT, PREFIX_DECREMENT, POSTFIX_DECREMENT -> "-";
      case MULTIPLY, MULTIPLY_ASSIGNMENT -> "*";
      case DIVIDE, DIVIDE_ASSIGNMENT -> "/";
      case REMAINDER, REMAINDER_ASSIGNMENT -> "%";
      case AND, AND_ASSIGNMENT -> "&";
      case OR, OR_ASSIGNMENT -> "|";
      case XOR, XOR_ASSIGNMENT -> "^";
      case LEFT_SHIFT, LEFT_SHIFT_ASSIGNMENT -> "<<";
      case RIGHT_SHIFT, RIGHT_SHIFT_ASSIGNMENT -> ">>";
      case UNSIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> ">>>";
      default -> "";
    };
  }

  /** Arithmetic of two numbers. */
  Value arithmetic(Tree tree, Make make, String operator, Value a, Value b) {
    boolean shifts = operator.length() > 1;
    var type =
        shifts ? Integers.promoted(a.type(), a.type()) : Integers.promoted(a.type(), b.type());
    if (type == Type.DOUBLE) {
      return Value.of(ofNumbers(tree, make, operator, a.expression(), b.expression()), type);
    }
    return switch (operator) {
      case "+" -> integers.plus(make, a, b, type);
      case "-" -> integers.minus(make, a, b, type);
      case "*" -> integers.times(make, a, b, type);
      case "/" -> integers.over(make, a, b, type);
      case "%" -> integers.remainder(make, a, b, type);
      case "&" -> integers.bits(make, "and", a, b, type);
      case "|" -> integers.bits(make, "or", a, b, type);
      case "^" -> integers.bits(make, "exclusiveOr", a, b, type);
      case "<<" -> integers.shift(make, tree, "shiftLeft", a, b, type);
      case ">>" -> integers.shift(make, tree, "shiftRight", a, b, type);
      case ">>>" -> integers.shift(make, tree, "shiftRightUnsigned", a, b, type);
      default -> throw refuse(tree, "this operator is not differentiable", "");
    };
  }

  private Expression ofNumbers(Tree tree, Make make, String operator, Expression a, Expression b) {
    return switch (operator) {
      case "+" -> make.plus(a, b);
      case "-" -> make.minus(a, b);
      case "*" -> make.times(a, b);
      case "/" -> make.over(a, b);
      case "%" -> Arithmetic.call(make, "numberRemainder", a, b);
      default -> throw refuse(tree, "this operator is not differentiable", "");
    };
  }

  private Value shortCircuit(BinaryTree tree, Make make) {
    boolean isAnd = tree.getKind() == Tree.Kind.CONDITIONAL_AND;
    var left = truth(tree.getLeftOperand());
    var right = tree.getRightOperand();
    if (!body.effects().needsStatements(right)) {
      return Value.of(make.test(isAnd ? AND : OR, left, truth(right)), Type.BOOLEAN);
    }
    var result = body.fresh("holds", Kind.TRUTH);
    body.emit(make.set(result, left));
    var more = body.collect(() -> body.emit(make.set(result, truth(right))));
    var condition = make.read(result);
    body.emit(make.when(isAnd ? condition : make.not(condition), more, List.of()));
    return Value.of(make.read(result), Type.BOOLEAN);
  }

  private Value choice(ConditionalExpressionTree tree) {
    var make = unit.make(tree);
    var type = unit.type(tree);
    if (type.isArray()) {
      throw refuse(
          tree, "an array is one or the other here", "write it with 'if', and copy: 'a.clone()'");
    }
    var condition = truth(tree.getCondition());
    var then = tree.getTrueExpression();
    var otherwise = tree.getFalseExpression();
    if (!body.effects().needsStatements(then) && !body.effects().needsStatements(otherwise)) {
      var a = value(then, type);
      var b = value(otherwise, type);
      return new Value(
          make.either(condition, a.expression(), b.expression()), type, a.range().to(b.range()));
    }
    var result = body.fresh("chosen", type.kind());
    body.emit(
        make.when(
            condition,
            body.collect(() -> store(make, result, then, type)),
            body.collect(() -> store(make, result, otherwise, type))));
    return Value.of(make.read(result), type);
  }

  private void store(Make make, Variable result, ExpressionTree tree, Type type) {
    body.emit(make.set(result, value(tree, type).expression()));
  }

  private Value cast(TypeCastTree tree) {
    var to = unit.type(tree);
    if (!to.isNumber() && to != Type.BOOLEAN) {
      throw refuse(tree, "a cast to %s is not differentiable".formatted(tree.getType()), "");
    }
    return converted(tree, value(tree.getExpression()), to);
  }
}
