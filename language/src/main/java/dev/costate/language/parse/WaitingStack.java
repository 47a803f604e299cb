package dev.costate.language.parse;

import dev.costate.language.Place;
import dev.costate.language.parse.Waiting.Condition;
import dev.costate.language.parse.Waiting.Generating;
import dev.costate.language.parse.Waiting.Infix;
import dev.costate.language.parse.Waiting.Open;
import dev.costate.language.parse.Waiting.Otherwise;
import dev.costate.language.parse.Waiting.Prefix;
import dev.costate.language.parse.Waiting.Value;
import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.UnaryOperator;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What waits for its right operand, innermost first; applied to the operand as far as the tightness
 * of operators allows.
 */
final class WaitingStack {
  /**
   * The greatest height of an expression's tree: the number of operators in a chain such as {@code
   * a + b + c}, of signs before an operand, of powers of powers. Brackets have their own, lower
   * bound, {@link LineBuilder#MAX_BRACKETS}.
   */
  static final int MAX_HEIGHT = 10_000;

  private final TokenReader tokens;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int open;

  WaitingStack(TokenReader tokens) {
    this.tokens = tokens;
  }

  void push(Waiting part) {
    waiting.push(part);
  }

  void open(Open bracket) {
    open++;
    waiting.push(bracket);
  }

  void pop() {
    waiting.pop();
  }

  void replaceTop(Waiting part) {
    waiting.pop();
    waiting.push(part);
  }

  /** Removes the innermost bracket, on which nothing may wait any more. */
  Open close() {
    open--;
    return (Open) waiting.pop();
  }

  boolean isInBrackets() {
    return open > 0;
  }

  /** The bracket that is closed next. */
  Open innermost() {
    return waiting.stream()
        .filter(Open.class::isInstance)
        .map(Open.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Whether an {@code else} can follow here. */
  boolean awaitsElse() {
    return open > 0 || waiting.stream().anyMatch(Condition.class::isInstance);
  }

  @Nullable Waiting top() {
    return waiting.peek();
  }

  void pushNot(Token token) {
    boolean bindsTighter =
        switch (waiting.peek()) {
          case Infix infix -> infix.operator().tightness() > BinaryOperator.NOT_TIGHTNESS;
          case Prefix prefix -> prefix.operator() == UnaryOperator.NEGATE;
          case null -> false;
          case Condition _, Otherwise _, Open _, Generating _ -> false;
        };
    if (bindsTighter) {
      throw tokens.error(
          token, "'not' binds looser than the operator before it", "put it in brackets: (not …)");
    }
    waiting.push(new Prefix(UnaryOperator.NOT, token));
  }

  /** The value with everything applied to it that binds tighter than the operator that follows. */
  Value reduced(Value value, BinaryOperator next) {
    var result = value;
    while (bindsTighter(waiting.peek(), next)) {
      result = built(waiting.pop(), result);
    }
    return result;
  }

  private boolean bindsTighter(@Nullable Waiting top, BinaryOperator next) {
    return switch (top) {
      case Prefix prefix -> prefix.tightness() > next.tightness();
      case Infix infix -> {
        if (infix.operator().isComparison() && next.isComparison()) {
          throw Unexpected.chainedComparison(tokens, infix);
        }
        yield infix.operator().tightness() > next.tightness()
            || (infix.operator().tightness() == next.tightness() && next != BinaryOperator.POWER);
      }
      case null -> false;
      case Condition _, Otherwise _, Open _, Generating _ -> false;
    };
  }

  /** The value with all operators applied to it back to a bracket or a conditional. */
  Value reduced(Value value) {
    var result = value;
    while (waiting.peek() instanceof Infix || waiting.peek() instanceof Prefix) {
      result = built(waiting.pop(), result);
    }
    return result;
  }

  /** The value with all applied to it back to a bracket or a generator. */
  Value allReduced(Value value) {
    var result = value;
    while (!waiting.isEmpty()
        && !(waiting.peek() instanceof Open)
        && !(waiting.peek() instanceof Generating)) {
      result = built(waiting.pop(), result);
    }
    return result;
  }

  private Value built(Waiting before, Value last) {
    return switch (before) {
      case Prefix(var operator, var token) -> {
        var place = tokens.place(token).to(last.place());
        yield value(
            new Expression.Unary(operator, last.expression(), place),
            last.height(),
            tokens.place(token));
      }
      case Infix(var operator, var left) -> {
        var place = left.place().to(last.place());
        yield value(
            new Expression.Binary(operator, left.expression(), last.expression(), place),
            Math.max(left.height(), last.height()),
            last.place());
      }
      case Otherwise(var then, var condition) -> {
        var place = then.place().to(last.place());
        yield value(
            new Expression.Conditional(
                then.expression(), condition.expression(), last.expression(), place),
            Math.max(then.height(), Math.max(condition.height(), last.height())),
            last.place());
      }
      case Condition(_, var token) ->
          throw tokens.error(
              token,
              "this 'if' has no 'else'",
              "a value that depends on a condition: a if c else b");
      case Open _, Generating _ -> throw new IllegalStateException("reduced over " + before);
    };
  }

  Value value(Expression expression, int heightOfParts, Place newest) {
    if (heightOfParts >= MAX_HEIGHT) {
      throw new SyntaxError(
          newest,
          "this expression is more than %,d operators deep".formatted(MAX_HEIGHT),
          "compute parts of it in lines of their own, or in a loop");
    }
    return new Value(expression, heightOfParts + 1);
  }
}
