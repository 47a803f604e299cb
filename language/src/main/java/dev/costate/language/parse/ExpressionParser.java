package dev.costate.language.parse;

import dev.costate.language.Place;
import dev.costate.language.parse.Waiting.Arguments;
import dev.costate.language.parse.Waiting.Condition;
import dev.costate.language.parse.Waiting.Elements;
import dev.costate.language.parse.Waiting.Group;
import dev.costate.language.parse.Waiting.Indices;
import dev.costate.language.parse.Waiting.Infix;
import dev.costate.language.parse.Waiting.Open;
import dev.costate.language.parse.Waiting.Otherwise;
import dev.costate.language.parse.Waiting.Prefix;
import dev.costate.language.parse.Waiting.Value;
import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Expression.NumberLiteral;
import dev.costate.language.syntax.Expression.Read;
import dev.costate.language.syntax.Expression.TruthLiteral;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.UnaryOperator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions by operator precedence. What waits for its right operand lies on an explicit
 * stack, so depth costs memory, never the thread's stack.
 */
final class ExpressionParser {
  /**
   * The greatest height of an expression's tree: the number of operators in a chain such as {@code
   * a + b + c}, of signs before an operand, of powers of powers. Brackets have their own, lower
   * bound, {@link LineBuilder#MAX_BRACKETS}.
   */
  static final int MAX_HEIGHT = 10_000;

  private final TokenReader tokens;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int open;

  private ExpressionParser(TokenReader tokens) {
    this.tokens = tokens;
  }

  /** The longest expression that begins here; the reader then stands behind it. */
  static Expression expression(TokenReader tokens) {
    return new ExpressionParser(tokens).expression();
  }

  /** Expressions separated by commas. */
  static List<Expression> list(TokenReader tokens) {
    var list = new ArrayList<Expression>();
    do {
      list.add(expression(tokens));
    } while (tokens.skip(TokenKind.COMMA));
    return list;
  }

  private Expression expression() {
    while (true) {
      var complete = continued(operand());
      if (complete.isPresent()) {
        return complete.get().expression();
      }
    }
  }

  /** Reads prefixes and opening brackets up to and including the first complete operand. */
  private Value operand() {
    while (true) {
      var token = tokens.next();
      switch (token.kind()) {
        case MINUS -> waiting.push(new Prefix(UnaryOperator.NEGATE, token));
        case NOT -> not(token);
        case OPEN_ROUND -> open(new Group(token, new ArrayList<>()));
        case OPEN_SQUARE -> {
          open(new Elements(token, new ArrayList<>()));
          if (tokens.at(TokenKind.CLOSE_SQUARE)) {
            return close();
          }
        }
        case NAME -> {
          var name = new Name(token.text(), tokens.place(token));
          if (!tokens.at(TokenKind.OPEN_ROUND)) {
            return new Value(new Read(name), 1);
          }
          open(new Arguments(name, tokens.next(), new ArrayList<>()));
          if (tokens.at(TokenKind.CLOSE_ROUND)) {
            return close();
          }
        }
        case NUMBER -> {
          return new Value(new NumberLiteral(token.text(), false, tokens.place(token)), 1);
        }
        case PERCENTAGE -> {
          return new Value(new NumberLiteral(token.text(), true, tokens.place(token)), 1);
        }
        case TRUE -> {
          return new Value(new TruthLiteral(true, tokens.place(token)), 1);
        }
        case FALSE -> {
          return new Value(new TruthLiteral(false, tokens.place(token)), 1);
        }
        default -> throw Unexpected.noOperand(tokens, token);
      }
    }
  }

  /**
   * Goes on behind an operand: the whole expression if it ends here, nothing if another operand
   * must follow.
   */
  private Optional<Value> continued(Value operand) {
    var value = operand;
    while (true) {
      var token = tokens.peek();
      switch (token.kind()) {
        case OPEN_SQUARE -> {
          open(new Indices(value, tokens.next(), new ArrayList<>()));
          return Optional.empty();
        }
        case IF -> {
          condition(value);
          return Optional.empty();
        }
        case ELSE -> {
          if (open == 0 && waiting.stream().noneMatch(Condition.class::isInstance)) {
            return Optional.of(allReduced(value));
          }
          otherwise(value);
          return Optional.empty();
        }
        case COMMA -> {
          if (open == 0) {
            return Optional.of(allReduced(value));
          }
          item(value);
          if (!endsElements()) {
            return Optional.empty();
          }
          value = close();
        }
        case CLOSE_ROUND, CLOSE_SQUARE -> {
          if (open == 0) {
            return Optional.of(allReduced(value));
          }
          addItem(allReduced(value));
          value = close();
        }
        default -> {
          var infix = token.kind().infix();
          if (infix.isPresent()) {
            waiting.push(new Infix(infix.get(), reduced(value, infix.get())));
            tokens.next();
            return Optional.empty();
          }
          if (open > 0) {
            throw Unexpected.inBrackets(tokens, innermost());
          }
          return Optional.of(allReduced(value));
        }
      }
    }
  }

  private void not(Token token) {
    boolean bindsTighter =
        switch (waiting.peek()) {
          case Infix infix -> infix.operator().tightness() > BinaryOperator.NOT_TIGHTNESS;
          case Prefix prefix -> prefix.operator() == UnaryOperator.NEGATE;
          case null -> false;
          case Condition _, Otherwise _, Open _ -> false;
        };
    if (bindsTighter) {
      throw tokens.error(
          token, "'not' binds looser than the operator before it", "put it in brackets: (not …)");
    }
    waiting.push(new Prefix(UnaryOperator.NOT, token));
  }

  private void open(Open bracket) {
    open++;
    waiting.push(bracket);
  }

  private Open innermost() {
    return waiting.stream()
        .filter(Open.class::isInstance)
        .map(Open.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private void item(Value value) {
    var item = allReduced(value);
    if (waiting.peek() instanceof Group) {
      throw tokens.error(
          tokens.peek(), "brackets hold one expression", "an array is written [1, 2]");
    }
    addItem(item);
    tokens.next();
  }

  private void addItem(Value item) {
    if (waiting.peek() instanceof Open bracket) {
      bracket.items().add(item);
    }
  }

  /** Whether a comma was the last one of an array literal over several lines. */
  private boolean endsElements() {
    return waiting.peek() instanceof Elements && tokens.at(TokenKind.CLOSE_SQUARE);
  }

  private Value close() {
    var bracket = (Open) waiting.pop();
    open--;
    var closing = tokens.next();
    var place = tokens.place(bracket.bracket()).to(tokens.place(closing));
    if (bracket instanceof Indices && bracket.items().size() > 2) {
      throw new SyntaxError(
          place,
          "%d indices, but an array has one or two".formatted(bracket.items().size()),
          "write v[i] or m[i, j]");
    }
    int height =
        Math.max(
            bracket.ownHeight(), bracket.items().stream().mapToInt(Value::height).max().orElse(0));
    return value(bracket.close(place), height, place);
  }

  private void condition(Value value) {
    var then = reduced(value);
    var token = tokens.next();
    if (waiting.peek() instanceof Condition) {
      throw tokens.error(
          token, "a condition that is itself 'a if c else b'", "put the inner one in brackets");
    }
    waiting.push(new Condition(then, token));
  }

  private void otherwise(Value value) {
    var condition = reduced(value);
    if (!(waiting.peek() instanceof Condition open)) {
      throw Unexpected.after(tokens, "");
    }
    waiting.pop();
    waiting.push(new Otherwise(open.then(), condition));
    tokens.next();
  }

  /** The value with everything applied to it that binds tighter than the operator that follows. */
  private Value reduced(Value value, BinaryOperator next) {
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
      case Condition _, Otherwise _, Open _ -> false;
    };
  }

  /** The value with all operators applied to it back to a bracket or a conditional. */
  private Value reduced(Value value) {
    var result = value;
    while (waiting.peek() instanceof Infix || waiting.peek() instanceof Prefix) {
      result = built(waiting.pop(), result);
    }
    return result;
  }

  /** The value with all applied to it back to a bracket. */
  private Value allReduced(Value value) {
    var result = value;
    while (!waiting.isEmpty() && !(waiting.peek() instanceof Open)) {
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
      case Open bracket -> throw new IllegalStateException("reduced over " + bracket);
    };
  }

  private Value value(Expression expression, int heightOfParts, Place newest) {
    if (heightOfParts >= MAX_HEIGHT) {
      throw new SyntaxError(
          newest,
          "this expression is more than %,d operators deep".formatted(MAX_HEIGHT),
          "compute parts of it in lines of their own, or in a loop");
    }
    return new Value(expression, heightOfParts + 1);
  }
}
