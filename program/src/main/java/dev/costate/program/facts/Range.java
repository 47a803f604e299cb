package dev.costate.program.facts;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Variable;
import dev.costate.runtime.Whole;
import java.util.Map;
import java.util.Optional;

/**
 * The whole numbers between two ints that an expression is known to be one of; then it can be
 * computed in int arithmetic.
 */
public record Range(int least, int greatest) {
  /** What a checked bound of a loop can be. */
  public static final Range BOUND = new Range(-Whole.LARGEST_COUNT, Whole.LARGEST_COUNT);

  private static final Range SIZE = new Range(0, Whole.LARGEST_COUNT);

  /**
   * The range of an expression; empty if it may be fractional or leave the ints.
   *
   * @param counters the ranges of the counters of the loops around it
   */
  public static Optional<Range> of(Expression expression, Map<Variable, Range> counters) {
    return switch (expression) {
      case Literal(var value, _) ->
          value == (int) value
              ? Optional.of(new Range((int) value, (int) value))
              : Optional.empty();
      case Read(var variable, _) -> Optional.ofNullable(counters.get(variable));
      case Apply apply -> of(apply, counters);
      case Expression.Truth _,
          Expression.Constant _,
          Expression.Call _,
          Expression.Conditional _,
          Expression.Elements _,
          Expression.Gradient _ ->
          Optional.empty();
    };
  }

  private static Optional<Range> of(Apply apply, Map<Variable, Range> counters) {
    return switch (apply.operation()) {
      case LENGTH, ROWS, COLUMNS -> Optional.of(SIZE);
      case ADD, SUBTRACT, MULTIPLY -> {
        var left = of(apply.argument(0), counters);
        var right = of(apply.argument(1), counters);
        yield left.isPresent() && right.isPresent()
            ? combined(apply, left.get(), right.get())
            : Optional.empty();
      }
      case NEGATE -> {
        var operand = of(apply.argument(0), counters);
        yield operand.flatMap(r -> between(-(long) r.greatest, -(long) r.least));
      }
      default -> Optional.empty();
    };
  }

  private static Optional<Range> combined(Apply apply, Range left, Range right) {
    return switch (apply.operation()) {
      case ADD -> between((long) left.least + right.least, (long) left.greatest + right.greatest);
      case SUBTRACT ->
          between((long) left.least - right.greatest, (long) left.greatest - right.least);
      case MULTIPLY -> {
        long a = (long) left.least * right.least;
        long b = (long) left.least * right.greatest;
        long c = (long) left.greatest * right.least;
        long d = (long) left.greatest * right.greatest;
        yield between(
            Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
      }
      default -> throw new IllegalArgumentException(apply.operation().text());
    };
  }

  private static Optional<Range> between(long least, long greatest) {
    return least == (int) least && greatest == (int) greatest
        ? Optional.of(new Range((int) least, (int) greatest))
        : Optional.empty();
  }

  public boolean contains(Range other) {
    return least <= other.least && other.greatest <= greatest;
  }

  /** Everything between the two. */
  public Range to(Range other) {
    return new Range(Math.min(least, other.least), Math.max(greatest, other.greatest));
  }
}
