package dev.costate.program.print;

import dev.costate.language.Place;
import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.UnaryOperator;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Gradient;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Operation;
import dev.costate.runtime.NumberText;
import java.util.ArrayList;
import java.util.List;

/** Expressions of the intermediate form as syntax; the printer adds the brackets they need. */
final class Expressions {
  private Expressions() {}

  static List<Expression> raise(List<dev.costate.program.Expression> expressions) {
    return expressions.stream().map(Expressions::raise).toList();
  }

  static Expression raise(dev.costate.program.Expression expression) {
    return switch (expression) {
      case Literal(var value, var place) -> number(value, place);
      case Truth(var value, var place) -> new Expression.TruthLiteral(value, place);
      case Read(var variable, var place) -> new Expression.Read(new Name(variable.name(), place));
      case Constant(var name, var place) -> new Expression.Read(new Name(name, place));
      case Apply apply -> apply(apply);
      case Call(var function, var arguments, _, var place) ->
          call(function, raise(arguments), place);
      case Conditional(var condition, var then, var otherwise, var place) ->
          new Expression.Conditional(raise(then), raise(condition), raise(otherwise), place);
      case Elements(var elements, _, var place) ->
          new Expression.ArrayLiteral(raise(elements), place);
      case Gradient(var function, var arguments, _, var place) ->
          gradient(function, arguments, place);
    };
  }

  /** A number; what no literal can say as a quotient: {@code 0/0}, {@code 1/0}, {@code -1/0}. */
  static Expression number(double value, Place place) {
    if (Double.isNaN(value)) {
      return quotient(number(0, place), place);
    }
    if (Double.isInfinite(value)) {
      return quotient(number(Math.signum(value), place), place);
    }
    var digits = new Expression.NumberLiteral(NumberText.of(Math.abs(value)), false, place);
    boolean negative = value < 0 || (value == 0 && 1 / value < 0);
    return negative ? new Expression.Unary(UnaryOperator.NEGATE, digits, place) : digits;
  }

  private static Expression quotient(Expression top, Place place) {
    return new Expression.Binary(BinaryOperator.DIVIDE, top, number(0, place), place);
  }

  static Expression call(String function, List<Expression> arguments, Place place) {
    return new Expression.Call(new Name(function, place), arguments, place);
  }

  static Expression gradient(
      String function, List<dev.costate.program.Expression> arguments, Place place) {
    var all = new ArrayList<Expression>();
    all.add(new Expression.Read(new Name(function, place)));
    all.addAll(raise(arguments));
    return call("gradient", all, place);
  }

  static Expression not(Expression condition) {
    return new Expression.Unary(UnaryOperator.NOT, condition, condition.place());
  }

  private static Expression apply(Apply apply) {
    var operation = apply.operation();
    var arguments = raise(apply.arguments());
    var place = apply.place();
    return switch (operation.form()) {
      case INFIX ->
          new Expression.Binary(infix(operation), arguments.get(0), arguments.get(1), place);
      case PREFIX -> prefix(operation, arguments.getFirst(), place);
      case CALL -> call(operation.text(), arguments, place);
      case INDEX ->
          new Expression.Index(arguments.getFirst(), arguments.subList(1, arguments.size()), place);
    };
  }

  private static Expression prefix(Operation operation, Expression operand, Place place) {
    if (operation == Operation.NOT) {
      return new Expression.Unary(UnaryOperator.NOT, operand, place);
    }
    // Without brackets, a minus sign and a literal are one negative literal.
    var negated =
        operand instanceof Expression.NumberLiteral
            ? new Expression.Parenthesized(operand, place)
            : operand;
    return new Expression.Unary(UnaryOperator.NEGATE, negated, place);
  }

  private static BinaryOperator infix(Operation operation) {
    return switch (operation) {
      case ADD -> BinaryOperator.ADD;
      case SUBTRACT -> BinaryOperator.SUBTRACT;
      case MULTIPLY -> BinaryOperator.MULTIPLY;
      case DIVIDE -> BinaryOperator.DIVIDE;
      case POWER -> BinaryOperator.POWER;
      case EQUAL -> BinaryOperator.EQUAL;
      case NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
      case LESS -> BinaryOperator.LESS;
      case LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
      case GREATER -> BinaryOperator.GREATER;
      case GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
      case AND -> BinaryOperator.AND;
      case OR -> BinaryOperator.OR;
      default ->
          throw new IllegalArgumentException(operation + " is not written between its sides");
    };
  }
}
