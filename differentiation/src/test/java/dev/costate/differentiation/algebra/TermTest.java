package dev.costate.differentiation.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Operation;
import dev.costate.program.Variable;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a term simplifies to is what was built. */
final class TermTest {
  private static final int TERMS_PER_SEED = 2_000;
  private static final int HEIGHT = 5;
  private static final double X = 0.7310585786300049;
  private static final double ROUNDING = 1e-10;
  private static final Variable VARIABLE = Variable.number("x");

  /** Numbers of every kind that folding tells apart: whole, fractions, decimals short and long. */
  private static final List<Double> NUMBERS =
      List.of(0.0, 1.0, 2.0, 3.0, 7.0, 0.5, 0.1, 0.1234, 1.0 / 3, 1e-9, 123456.789, 9e15, 1e300);

  /** A term and its value, computed beside it. */
  private record Valued(Term term, double value) {}

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void simplifiedTermsHaveTheValueOfTheTermsBuilt(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < TERMS_PER_SEED; i++) {
      var built = built(random, HEIGHT);
      if (Math.abs(built.value) < 1e200 && Math.abs(built.value) > 1e-200) {
        assertThat(value(built.term.expression()))
            .as("%s", built.term)
            .isCloseTo(built.value, within(ROUNDING * (1 + Math.abs(built.value))));
      }
    }
  }

  private static Valued built(Random random, int height) {
    if (height == 0 || random.nextInt(6) == 0) {
      return leaf(random);
    }
    var a = built(random, height - 1);
    var b = built(random, height - 1);
    int choice = random.nextInt(6);
    if (choice == 0) {
      return new Valued(a.term.negate(), -a.value);
    }
    if (choice == 1 && sameSize(a, b)) {
      return new Valued(a.term.plus(b.term), a.value + b.value);
    }
    if (choice == 2 && sameSize(a, b)) {
      return new Valued(a.term.minus(b.term), a.value - b.value);
    }
    return choice == 3 && Math.abs(b.value) > 1e-3
        ? new Valued(a.term.over(b.term), a.value / b.value)
        : new Valued(a.term.times(b.term), a.value * b.value);
  }

  /** Sums whose parts cancel have no digits to compare. */
  private static boolean sameSize(Valued a, Valued b) {
    double large = Math.max(Math.abs(a.value), Math.abs(b.value));
    return large < 1e6
        && Math.abs(a.value + b.value) > 1e-3 * large
        && Math.abs(a.value - b.value) > 1e-3 * large;
  }

  private static Valued leaf(Random random) {
    if (random.nextInt(3) == 0) {
      return new Valued(Term.of(VARIABLE), X);
    }
    double number = NUMBERS.get(random.nextInt(NUMBERS.size()));
    var term = Term.number(number);
    return random.nextBoolean() ? new Valued(term, number) : new Valued(term.negate(), -number);
  }

  private static double value(Expression expression) {
    return switch (expression) {
      case Literal(var number, _) -> number;
      case Read _ -> X;
      case Apply(var operation, var arguments, _, _) when operation == Operation.NEGATE ->
          -value(arguments.getFirst());
      case Apply(var operation, var arguments, _, _) -> {
        double a = value(arguments.get(0));
        double b = value(arguments.get(1));
        yield switch (operation) {
          case ADD -> a + b;
          case SUBTRACT -> a - b;
          case MULTIPLY -> a * b;
          case DIVIDE -> a / b;
          case POWER -> Math.pow(a, b);
          default -> throw new IllegalArgumentException(operation.toString());
        };
      }
      case Expression other -> throw new IllegalArgumentException(other.toString());
    };
  }
}
