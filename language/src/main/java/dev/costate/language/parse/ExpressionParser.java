package dev.costate.language.parse;

import dev.costate.language.parse.Waiting.Arguments;
import dev.costate.language.parse.Waiting.Condition;
import dev.costate.language.parse.Waiting.Elements;
import dev.costate.language.parse.Waiting.Filter;
import dev.costate.language.parse.Waiting.Group;
import dev.costate.language.parse.Waiting.Indices;
import dev.costate.language.parse.Waiting.Infix;
import dev.costate.language.parse.Waiting.Open;
import dev.costate.language.parse.Waiting.Otherwise;
import dev.costate.language.parse.Waiting.Prefix;
import dev.costate.language.parse.Waiting.Value;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Expression.NumberLiteral;
import dev.costate.language.syntax.Expression.Read;
import dev.costate.language.syntax.Expression.TruthLiteral;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads expressions by operator precedence. What waits for its right operand lies on an explicit
 * stack, so depth costs memory, never the thread's stack.
 */
final class ExpressionParser {
  private final TokenReader tokens;
  private final WaitingStack waiting;

  private final GeneratorReader generators;
  private final Conditionals conditionals;

  /** Whether a conditional expression needs brackets of its own. */
  private enum Conditionals {
    PLAIN,
    BRACKETED
  }

  private ExpressionParser(TokenReader tokens, Conditionals conditionals) {
    this.tokens = tokens;
    this.conditionals = conditionals;
    this.waiting = new WaitingStack(tokens);
    this.generators = new GeneratorReader(tokens, waiting);
  }

  /** The longest expression that begins here; the reader then stands behind it. */
  static Expression expression(TokenReader tokens) {
    return new ExpressionParser(tokens, Conditionals.PLAIN).expression();
  }

  /** The longest expression that begins here and ends before an {@code if}. */
  static Expression bound(TokenReader tokens) {
    return new ExpressionParser(tokens, Conditionals.BRACKETED).expression();
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
        case NOT -> waiting.pushNot(token);
        case OPEN_ROUND -> waiting.open(new Group(token, new ArrayList<>()));
        case OPEN_SQUARE -> {
          waiting.open(new Elements(token, new ArrayList<>()));
          if (tokens.at(TokenKind.CLOSE_SQUARE)) {
            return close();
          }
        }
        case NAME -> {
          var name = new Name(token.text(), tokens.place(token));
          if (!tokens.at(TokenKind.OPEN_ROUND) || WedgeParser.startsAt(tokens)) {
            return new Value(new Read(name), 1);
          }
          waiting.open(new Arguments(name, tokens.next(), new ArrayList<>()));
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
          waiting.open(new Indices(value, tokens.next(), new ArrayList<>()));
          return Optional.empty();
        }
        case IF -> {
          if (conditionals == Conditionals.BRACKETED && !waiting.isInBrackets()) {
            return Optional.of(waiting.allReduced(value));
          }
          var then = waiting.reduced(value);
          if (generators.isInRange()) {
            generators.filter(then);
          } else {
            condition(then);
          }
          return Optional.empty();
        }
        case FOR -> {
          var whole = waiting.allReduced(value);
          if (!waiting.isInBrackets()) {
            return Optional.of(whole);
          }
          generators.next(whole);
          return Optional.empty();
        }
        case RANGE -> {
          var whole = waiting.allReduced(value);
          if (!waiting.isInBrackets()) {
            return Optional.of(whole);
          }
          generators.range(whole);
          return Optional.empty();
        }
        case ELSE -> {
          if (!waiting.awaitsElse()) {
            return Optional.of(waiting.allReduced(value));
          }
          otherwise(value);
          return Optional.empty();
        }
        case COMMA -> {
          if (!waiting.isInBrackets()) {
            return Optional.of(waiting.allReduced(value));
          }
          item(value);
          if (!endsElements()) {
            return Optional.empty();
          }
          value = close();
        }
        case CLOSE_ROUND, CLOSE_SQUARE -> {
          if (!waiting.isInBrackets()) {
            return Optional.of(waiting.allReduced(value));
          }
          addItem(generators.complete(waiting.allReduced(value)));
          value = close();
        }
        default -> {
          var infix = token.kind().infix();
          if (infix.isPresent()) {
            waiting.push(new Infix(infix.get(), waiting.reduced(value, infix.get())));
            tokens.next();
            return Optional.empty();
          }
          if (waiting.isInBrackets()) {
            throw Unexpected.inBrackets(tokens, waiting.innermost());
          }
          return Optional.of(waiting.allReduced(value));
        }
      }
    }
  }

  private void item(Value value) {
    var item = waiting.allReduced(value);
    generators.checkComma();
    if (waiting.top() instanceof Group) {
      throw tokens.error(
          tokens.peek(), "brackets hold one expression", "an array is written [1, 2]");
    }
    addItem(item);
    tokens.next();
  }

  private void addItem(Value item) {
    if (waiting.top() instanceof Open bracket) {
      bracket.items().add(item);
    }
  }

  /** Whether a comma was the last one of an array literal over several lines. */
  private boolean endsElements() {
    return waiting.top() instanceof Elements && tokens.at(TokenKind.CLOSE_SQUARE);
  }

  private Value close() {
    var bracket = waiting.close();
    var closing = tokens.next();
    var place = tokens.place(bracket.bracket()).to(tokens.place(closing));
    int height =
        Math.max(
            bracket.ownHeight(), bracket.items().stream().mapToInt(Value::height).max().orElse(0));
    return waiting.value(bracket.close(place), height, place);
  }

  private void condition(Value then) {
    var token = tokens.next();
    if (waiting.top() instanceof Condition || waiting.top() instanceof Filter) {
      throw tokens.error(
          token, "a condition that is itself 'a if c else b'", "put the inner one in brackets");
    }
    waiting.push(new Condition(then, token));
  }

  private void otherwise(Value value) {
    var condition = waiting.reduced(value);
    if (!(waiting.top() instanceof Condition open)) {
      throw tokens.error(
          tokens.peek(),
          "'else' without an 'if' in the same brackets",
          "a value that depends on a condition: a if c else b");
    }
    waiting.replaceTop(new Otherwise(open.then(), condition));
    tokens.next();
  }
}
