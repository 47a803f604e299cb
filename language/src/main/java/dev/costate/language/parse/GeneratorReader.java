package dev.costate.language.parse;

import dev.costate.language.parse.Waiting.Arguments;
import dev.costate.language.parse.Waiting.Elements;
import dev.costate.language.parse.Waiting.Filter;
import dev.costate.language.parse.Waiting.Generating;
import dev.costate.language.parse.Waiting.Open;
import dev.costate.language.parse.Waiting.Partial;
import dev.costate.language.parse.Waiting.RangeFrom;
import dev.costate.language.parse.Waiting.RangeTo;
import dev.costate.language.parse.Waiting.Value;
import dev.costate.language.syntax.Counter;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Expression.Read;
import dev.costate.language.syntax.Generator;
import dev.costate.language.syntax.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code for i in s if c} behind an item of a bracket, part by part: what each part begins
 * with lies on the stack of what waits for an operand.
 */
final class GeneratorReader {
  static final String COUNTER = "the name of a counter";
  static final String FORM = "write 'for i in product' or 'for i in 1..24'";

  private final TokenReader tokens;
  private final WaitingStack waiting;

  GeneratorReader(TokenReader tokens, WaitingStack waiting) {
    this.tokens = tokens;
    this.waiting = waiting;
  }

  /** Whether an {@code if} here is the condition of a generator. */
  boolean isInRange() {
    return waiting.top() instanceof RangeFrom || waiting.top() instanceof RangeTo;
  }

  /** Reads {@code for i in} behind the element, or behind the range of another counter. */
  void next(Value value) {
    switch (waiting.top()) {
      case RangeFrom _, RangeTo _ -> {
        var partial = counted(value);
        waiting.pop();
        counter(partial);
      }
      case Filter _ ->
          throw tokens.error(
              tokens.peek(), "'for' behind a condition", "write 'for i in s for j in t if i < j'");
      case Elements open -> first(open, value);
      case Arguments open -> first(open, value);
      case null, default ->
          throw tokens.error(
              tokens.peek(),
              "'for' in brackets that hold one expression",
              "a list is written [x[i] for i in product], a sum sum(x[i] for i in product)");
    }
  }

  private void first(Open open, Value element) {
    if (!open.items().isEmpty()) {
      throw notAlone(tokens.peek());
    }
    counter(new Partial(element, tokens.peek(), List.of(), element.height()));
  }

  private void counter(Partial partial) {
    tokens.next();
    var name = tokens.name(COUNTER);
    tokens.expect(TokenKind.IN, FORM);
    waiting.push(new RangeFrom(partial, name));
  }

  /** Reads the dots of a range. */
  void range(Value from) {
    if (!(waiting.top() instanceof RangeFrom(var partial, var counter))) {
      throw Unexpected.inBrackets(tokens, waiting.innermost());
    }
    tokens.next();
    waiting.replaceTop(new RangeTo(partial, counter, from));
  }

  /** Reads the {@code if} behind a set or a range. */
  void filter(Value value) {
    var partial = counted(value);
    tokens.next();
    waiting.replaceTop(new Filter(partial));
  }

  /** The item that a bracket closes behind: with its generator if one is open. */
  Value complete(Value value) {
    if (!(waiting.top() instanceof Generating open)) {
      return value;
    }
    var partial = open instanceof Filter ? open.partial() : counted(value);
    Optional<Expression> condition =
        open instanceof Filter ? Optional.of(value.expression()) : Optional.empty();
    waiting.pop();
    var last = value.place();
    var generator =
        new Generator(partial.counters(), condition, tokens.place(partial.word()).to(last));
    var element = partial.element();
    return waiting.value(
        new Expression.Each(element.expression(), generator, element.place().to(last)),
        Math.max(partial.height(), value.height()),
        last);
  }

  /** Refuses a second item beside a generator. */
  void checkComma() {
    if (waiting.top() instanceof Generating) {
      throw notAlone(tokens.peek());
    }
  }

  private SyntaxError notAlone(Token token) {
    return tokens.error(
        token,
        "a generator beside other items",
        "a list with 'for' has one item: [x[i] for i in product]");
  }

  /** The generator on top with the counter whose set or last number was read. */
  private Partial counted(Value value) {
    return switch (waiting.top()) {
      case RangeFrom(var partial, var name) -> {
        if (!(value.expression() instanceof Read(var set))) {
          throw noSet(value.expression());
        }
        yield with(
            partial,
            new Counter(name, new Members.Named(set), name.place().to(set.place())),
            value);
      }
      case RangeTo(var partial, var name, var from) -> {
        var range =
            new Members.Between(
                from.expression(), value.expression(), from.place().to(value.place()));
        yield with(partial, new Counter(name, range, name.place().to(value.place())), value, from);
      }
      case null, default -> throw new IllegalStateException("no generator is open");
    };
  }

  private static Partial with(Partial partial, Counter counter, Value... parts) {
    var counters = new ArrayList<>(partial.counters());
    counters.add(counter);
    int height = partial.height();
    for (var part : parts) {
      height = Math.max(height, part.height());
    }
    return new Partial(partial.element(), partial.word(), counters, height);
  }

  static SyntaxError noSet(Expression found) {
    return new SyntaxError(found.place(), "expected a set or a range", FORM);
  }
}
