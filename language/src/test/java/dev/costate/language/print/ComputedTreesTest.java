package dev.costate.language.print;

import static dev.costate.language.syntax.BinaryOperator.ADD;
import static dev.costate.language.syntax.BinaryOperator.DIVIDE;
import static dev.costate.language.syntax.BinaryOperator.LESS;
import static dev.costate.language.syntax.BinaryOperator.MULTIPLY;
import static dev.costate.language.syntax.BinaryOperator.POWER;
import static dev.costate.language.syntax.BinaryOperator.SUBTRACT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.Place;
import dev.costate.language.Shape;
import dev.costate.language.Source;
import dev.costate.language.Texts;
import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Counter;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Generator;
import dev.costate.language.syntax.Members;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.UnaryOperator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Trees without brackets of the user's get exactly the brackets that make them read back as the
 * same tree.
 */
class ComputedTreesTest {
  private static final List<BinaryOperator> OPERATORS = List.of(BinaryOperator.values());
  private static final Place NOWHERE = new Place(Source.of("computed", ""), 0, 0);

  @Test
  void derivativesOfTheEssayPrintAsInTheEssay() {
    var aPlusOne = binary(ADD, name("a"), number("1"));
    assertThat(
            Formatter.print(
                binary(MULTIPLY, name("df_dc"), binary(DIVIDE, number("1"), name("b")))))
        .isEqualTo("df_dc * (1/b)");
    assertThat(
            Formatter.print(
                binary(
                    MULTIPLY,
                    name("df_db"),
                    binary(DIVIDE, number("1"), binary(POWER, aPlusOne, number("2"))))))
        .isEqualTo("df_db * (1/(a + 1)^2)");
    var minusHalf = binary(DIVIDE, negated(number("1")), number("2"));
    assertThat(
            Formatter.print(
                binary(
                    MULTIPLY,
                    name("df_da"),
                    binary(
                        MULTIPLY,
                        binary(DIVIDE, number("1"), number("2")),
                        binary(POWER, name("x"), minusHalf)))))
        .isEqualTo("df_da * (1/2 * x^(-1/2))");
  }

  @Test
  void onlyNeededBracketsAreSet() {
    assertThat(Formatter.print(binary(POWER, negated(name("x")), number("2")))).isEqualTo("(-x)^2");
    assertThat(Formatter.print(negated(binary(POWER, name("x"), number("2"))))).isEqualTo("-x^2");
    assertThat(Formatter.print(binary(POWER, name("x"), negated(number("2"))))).isEqualTo("x^-2");
    assertThat(Formatter.print(binary(SUBTRACT, name("a"), binary(SUBTRACT, name("b"), name("c")))))
        .isEqualTo("a - (b - c)");
    assertThat(Formatter.print(binary(SUBTRACT, binary(SUBTRACT, name("a"), name("b")), name("c"))))
        .isEqualTo("a - b - c");
    assertThat(Formatter.print(binary(LESS, binary(LESS, name("a"), name("b")), name("c"))))
        .isEqualTo("(a < b) < c");
    assertThat(Formatter.print(negated(binary(MULTIPLY, name("a"), name("b")))))
        .isEqualTo("-(a*b)");
    assertThat(
            Formatter.print(
                new Expression.Index(negated(name("v")), List.of(number("1")), NOWHERE)))
        .isEqualTo("(-v)[1]");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomTreesReadBackAsThemselves(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      var tree = random(random, 1 + random.nextInt(6));
      var text = Formatter.print(tree);
      var again = Texts.expression(text);
      assertThat(Shape.of(withoutBrackets(again))).as(text).isEqualTo(Shape.of(tree));
      assertThat(Formatter.print(again)).isEqualTo(text);
    }
  }

  @Test
  void longChainsArePrintedWithoutRecursion() {
    Expression left = name("x");
    Expression right = name("x");
    for (int i = 0; i < 100_000; i++) {
      left = binary(ADD, left, number("1"));
      right = binary(POWER, number("1"), right);
    }
    assertThat(Formatter.print(left)).hasSize(400_001);
    assertThat(Formatter.print(right)).hasSize(200_001);
  }

  private static Expression random(Random random, int depth) {
    if (depth == 0) {
      return switch (random.nextInt(4)) {
        case 0 -> number(String.valueOf(random.nextInt(20)));
        case 1 -> new Expression.NumberLiteral("2.5", true, NOWHERE);
        case 2 -> new Expression.TruthLiteral(true, NOWHERE);
        default -> name("x");
      };
    }
    Expression a = random(random, random.nextInt(depth));
    Expression b = random(random, depth - 1);
    return switch (random.nextInt(10)) {
      case 6 -> new Expression.ArrayLiteral(List.of(each(a, b, random, depth)), NOWHERE);
      case 0 -> negated(a);
      case 1 -> new Expression.Unary(UnaryOperator.NOT, a, NOWHERE);
      case 2 -> new Expression.Conditional(a, b, random(random, random.nextInt(depth)), NOWHERE);
      case 3 -> new Expression.Call(new Name("f", NOWHERE), List.of(a, b), NOWHERE);
      case 4 -> new Expression.Index(a, List.of(b), NOWHERE);
      case 5 -> new Expression.ArrayLiteral(List.of(b, a), NOWHERE);
      default -> binary(OPERATORS.get(random.nextInt(OPERATORS.size())), a, b);
    };
  }

  private static Expression each(Expression a, Expression b, Random random, int depth) {
    Members members =
        random.nextBoolean()
            ? new Members.Named(new Name("s", NOWHERE))
            : new Members.Between(b, random(random, random.nextInt(depth)), NOWHERE);
    var counter = new Counter(new Name("i", NOWHERE), members, NOWHERE);
    Optional<Expression> condition =
        random.nextBoolean()
            ? Optional.of(random(random, random.nextInt(depth)))
            : Optional.empty();
    return new Expression.Each(
        a, new Generator(List.of(counter, counter), condition, NOWHERE), NOWHERE);
  }

  private static Counter withoutBrackets(Counter counter) {
    return counter.members() instanceof Members.Between(var from, var to, var place)
        ? new Counter(
            counter.name(),
            new Members.Between(withoutBrackets(from), withoutBrackets(to), place),
            counter.place())
        : counter;
  }

  private static Expression withoutBrackets(Expression expression) {
    return switch (expression) {
      case Expression.Each(var element, var generator, var place) ->
          new Expression.Each(
              withoutBrackets(element),
              new Generator(
                  generator.counters().stream().map(ComputedTreesTest::withoutBrackets).toList(),
                  generator.condition().map(ComputedTreesTest::withoutBrackets),
                  generator.place()),
              place);
      case Expression.Parenthesized(var inner, _) -> withoutBrackets(inner);
      case Expression.Unary(var operator, var operand, var place) ->
          new Expression.Unary(operator, withoutBrackets(operand), place);
      case Expression.Binary(var operator, var left, var right, var place) ->
          new Expression.Binary(operator, withoutBrackets(left), withoutBrackets(right), place);
      case Expression.Conditional(var then, var condition, var otherwise, var place) ->
          new Expression.Conditional(
              withoutBrackets(then), withoutBrackets(condition), withoutBrackets(otherwise), place);
      case Expression.Call(var function, var arguments, var place) ->
          new Expression.Call(
              function, arguments.stream().map(ComputedTreesTest::withoutBrackets).toList(), place);
      case Expression.Index(var array, var indices, var place) ->
          new Expression.Index(
              withoutBrackets(array),
              indices.stream().map(ComputedTreesTest::withoutBrackets).toList(),
              place);
      case Expression.ArrayLiteral(var elements, var place) ->
          new Expression.ArrayLiteral(
              elements.stream().map(ComputedTreesTest::withoutBrackets).toList(), place);
      case Expression.NumberLiteral _, Expression.TruthLiteral _, Expression.Read _ -> expression;
    };
  }

  private static Expression binary(BinaryOperator operator, Expression left, Expression right) {
    return new Expression.Binary(operator, left, right, NOWHERE);
  }

  private static Expression negated(Expression operand) {
    return new Expression.Unary(UnaryOperator.NEGATE, operand, NOWHERE);
  }

  private static Expression number(String text) {
    return new Expression.NumberLiteral(text, false, NOWHERE);
  }

  private static Expression name(String text) {
    return new Expression.Read(new Name(text, NOWHERE));
  }
}
