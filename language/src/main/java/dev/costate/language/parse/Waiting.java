package dev.costate.language.parse;

import dev.costate.language.Place;
import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Counter;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.UnaryOperator;
import java.util.List;

/** A part of an expression that waits for the operand behind it. */
sealed interface Waiting {
  /** An expression and the height of its tree. */
  record Value(Expression expression, int height) {
    Place place() {
      return expression.place();
    }
  }

  /** {@code -} or {@code not}. */
  record Prefix(UnaryOperator operator, Token token) implements Waiting {
    int tightness() {
      return switch (operator) {
        case NEGATE -> BinaryOperator.NEGATE_TIGHTNESS;
        case NOT -> BinaryOperator.NOT_TIGHTNESS;
      };
    }
  }

  /** {@code left +}. */
  record Infix(BinaryOperator operator, Value left) implements Waiting {}

  /** {@code then if}. */
  record Condition(Value then, Token token) implements Waiting {}

  /** {@code then if condition else}. */
  record Otherwise(Value then, Value condition) implements Waiting {}

  /** An open bracket, with the items in it that are complete. */
  sealed interface Open extends Waiting {
    Token bracket();

    List<Value> items();

    /**
     * The expression once the bracket is closed; {@code brackets} is the place of the bracket and
     * its content.
     */
    Expression close(Place brackets);

    /** How many levels the closed expression is higher than this, its parts not counted. */
    default int ownHeight() {
      return 0;
    }
  }

  /** {@code (}. */
  record Group(Token bracket, List<Value> items) implements Open {
    @Override
    public Expression close(Place brackets) {
      return new Expression.Parenthesized(items.getFirst().expression(), brackets);
    }
  }

  /** {@code [}. */
  record Elements(Token bracket, List<Value> items) implements Open {
    @Override
    public Expression close(Place brackets) {
      return new Expression.ArrayLiteral(expressions(items), brackets);
    }
  }

  /** {@code f(}. */
  record Arguments(Name function, Token bracket, List<Value> items) implements Open {
    @Override
    public Expression close(Place brackets) {
      return new Expression.Call(function, expressions(items), function.place().to(brackets));
    }
  }

  /** {@code v[}. */
  record Indices(Value array, Token bracket, List<Value> items) implements Open {
    @Override
    public Expression close(Place brackets) {
      return new Expression.Index(
          array.expression(), expressions(items), array.place().to(brackets));
    }

    @Override
    public int ownHeight() {
      return array.height();
    }
  }

  /** A generator of the innermost bracket, of which something is still to come. */
  sealed interface Generating extends Waiting {
    Partial partial();
  }

  /**
   * What is known of a generator.
   *
   * @param element what stands before its {@code for}
   * @param height that of its highest part
   */
  record Partial(Value element, Token word, List<Counter> counters, int height) {}

  /** {@code for i in}: a set or the first number of a range. */
  record RangeFrom(Partial partial, Name counter) implements Generating {}

  /** {@code for i in 1..}: the last number. */
  record RangeTo(Partial partial, Name counter, Value from) implements Generating {}

  /** {@code for i in s if}: the condition. */
  record Filter(Partial partial) implements Generating {}

  private static List<Expression> expressions(List<Value> values) {
    return values.stream().map(Value::expression).toList();
  }
}
