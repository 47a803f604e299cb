package dev.costate.language.parse;

import static dev.costate.language.Texts.errorsOfLine;
import static dev.costate.language.Texts.expression;
import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.print.Formatter;
import dev.costate.language.syntax.Counter;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Expression.ArrayLiteral;
import dev.costate.language.syntax.Expression.Binary;
import dev.costate.language.syntax.Expression.Call;
import dev.costate.language.syntax.Expression.Conditional;
import dev.costate.language.syntax.Expression.Each;
import dev.costate.language.syntax.Expression.Index;
import dev.costate.language.syntax.Expression.NumberLiteral;
import dev.costate.language.syntax.Expression.Parenthesized;
import dev.costate.language.syntax.Expression.Read;
import dev.costate.language.syntax.Expression.TruthLiteral;
import dev.costate.language.syntax.Expression.Unary;
import dev.costate.language.syntax.Members;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a + b * c               | (+ a (* b c))
          a - b - c               | (- (- a b) c)
          a / b * c               | (* (/ a b) c)
          a * b + c               | (+ (* a b) c)
          x^y^z                   | (^ x (^ y z))
          -x^2                    | (neg (^ x 2))
          (-x)^2                  | (^ {(neg x)} 2)
          x^-2                    | (^ x (neg 2))
          x^-y^2                  | (^ x (neg (^ y 2)))
          x^-y * z                | (* (^ x (neg y)) z)
          2 * -3 * 4              | (* (* 2 (neg 3)) 4)
          -a * b                  | (* (neg a) b)
          a - -b                  | (- a (neg b))
          --a                     | (neg (neg a))
          not a == b              | (not (== a b))
          not not a               | (not (not a))
          not a and b or c        | (or (and (not a) b) c)
          a or b and not c        | (or a (and b (not c)))
          a < b and c >= d        | (and (< a b) (>= c d))
          a + 1 != b - 1          | (!= (+ a 1) (- b 1))
          a if c else b           | (if c a b)
          a if c else b if d else e | (if c a (if d b e))
          (a if c else b) if d else e | (if d {(if c a b)} e)
          a + 1 if c or d else -b | (if (or c d) (+ a 1) (neg b))
          f(a if c else b, 2)     | (f (if c a b) 2)
          f()                     | (f)
          f(g(x), h(y, z))        | (f (g x) (h y z))
          v[i]                    | v<i>
          -v[i]^2                 | (neg (^ v<i> 2))
          m[i + 1, j]             | m<(+ i 1) j>
          v[i][j]                 | v<i><j>
          f(x)[1]                 | (f x)<1>
          [1, 2][1]               | [1 2]<1>
          []                      | []
          [[1, 2], [3, 4]]        | [[1 2] [3 4]]
          [1, 2, ]                | [1 2]
          true and false          | (and true false)
          20% * x                 | (* 20% x)
          price + level - start   | (- (+ price level) start)
          step * supply^from      | (* step (^ supply from))
          """)
  void operatorsBindAsTheContractSays(String text, String tree) {
    assertThat(tree(expression(text))).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource({
    "2,2",
    "0.5,0.5",
    "1e-3,0.001",
    "1_000,1000",
    "1_000.000_5,1000.0005",
    "1E3,1000",
    "1e+3,1000",
    "20%,0.2",
    "0.1%,0.001",
    "007,7"
  })
  void numbersHaveTheValueTheyShow(String text, double value) {
    assertThat(((NumberLiteral) expression(text)).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          y = 1.         | 5 '1.' has no digits after its point
          y = .5         | 5 '.5' has no digits before its point
          y = 1.2.3      | 5 '1.2.3' has more than one decimal point
          y = 1__0       | 5 '1__0' has an underscore that is not between two digits
          y = 1_         | 5 '1_' has an underscore that is not between two digits
          y = 2x         | 5 the number 2 and the name x stand side by side
          y = 2e         | 5 the number 2 and the name e stand side by side
          y = 1.8e308    | 5 the number 1.8e308 is too large
          y = 1e-400     | 5 the number 1e-400 is too close to zero
          y = 0e99999999 | 5 the exponent of 0e99999999 is too long
          y = 20 %       | 8 '%' does not belong here
          y = a < b < c  | 11 comparisons cannot be chained: '<' follows a comparison with '<'
          y = a == b != c | 12 comparisons cannot be chained: '!=' follows a comparison with '=='
          y = a + not b  | 9 'not' binds looser than the operator before it
          y = -not b     | 6 'not' binds looser than the operator before it
          y = a if b     | 7 this 'if' has no 'else'
          y = a else b   | 7 unexpected 'else'
          y = f(a else b) | 9 'else' without an 'if' in the same brackets
          y = a if b if c else d else e | 12 a condition that is itself 'a if c else b'
          y = ()         | 6 expected a value but found ')'
          y = (a, b)     | 7 brackets hold one expression
          y = f(a,)      | 9 expected a value but found ')'
          y = f(, a)     | 7 expected a value but found ','
          y = v[]        | 7 expected a value but found ']'
          y = [a, b for i in s] | 11 a generator beside other items
          y = [a for i in s, b] | 18 a generator beside other items
          y = (a for i in s) | 8 'for' in brackets that hold one expression
          y = v[a for i in s] | 9 'for' in brackets that hold one expression
          y = [a for i in 2*s] | 17 expected a set or a range
          y = [a for i in s if b for j in t] | 24 'for' behind a condition
          y = [a for in s] | 12 'in' is a reserved word and cannot be the name of a counter
          y = [a for i of s] | 14 expected 'in' but found 'of'
          y = [a for i in] | 16 expected a value but found ']'
          y = [a for i in s if b if c else d] | 24 a condition that is itself 'a if c else b'
          y = [for i in s] | 6 expected a value but found the reserved word 'for'
          y = [a..b] | 7 expected ']' or an operator but found '..'
          y = [a for i in 1..2..3] | 21 expected ']' or an operator but found '..'
          y = a b        | 7 unexpected 'b'
          y = 2(a)       | 6 unexpected '('
          y = f(a b)     | 9 expected ')' or an operator but found 'b'
          y = +a         | 5 expected a value but found '+'
          y = a +        | 8 expected a value but found the end of the line
          y = a + in     | 9 expected a value but found the reserved word 'in'
          y = a = b      | 7 unexpected '='
          y = a ** 2     | 7 '**' is not an operator
          y = a =< b     | 7 '=<' is not an operator
          y = a <> b     | 7 '<>' is not an operator
          y = 1..2       | 6 unexpected '..'
          """)
  void whatIsNoExpressionIsReportedOnceAtItsPlace(String line, String error) {
    assertThat(errorsOfLine(line)).containsExactly(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sum(x[i] for i in s)                | (sum (each x<i> i:s))
          [a + b for i in s if i > 2]         | [(each (+ a b) i:s where (> i 2))]
          [a if b else c for i in 1..n]       | [(each (if b a c) i:1..n)]
          [a for i in -1..(n if b else m)]    | [(each a i:(neg 1)..{(if b n m)})]
          [a for i in s for j in i..n if c]   | [(each a i:s j:i..n where c)]
          sum(sum(x[i, j] for i in s) for j in t if not j == 1) | (sum (each (sum (each x<i j> i:s)) j:t where (not (== j 1))))
          f([a for i in s], b)                | (f [(each a i:s)] b)
          [[i * j for i in 1..2] for j in 1..3] | [(each [(each (* i j) i:1..2)] j:1..3)]
          [1 for i in 1..sum(j for j in s)]   | [(each 1 i:1..(sum (each j j:s)))]
          flow[i, j, h + 1]                   | flow<i j (+ h 1)>
          """)
  void generatorsAreTheOnlyItemOfTheirBrackets(String text, String tree) {
    assertThat(tree(expression(text))).isEqualTo(tree);
    assertThat(tree(expression(Formatter.print(expression(text))))).isEqualTo(tree);
  }

  @Test
  void theLargestAndTheSmallestNumberAreRead() {
    assertThat(((NumberLiteral) expression("1.7976931348623157e308")).value())
        .isEqualTo(Double.MAX_VALUE);
    assertThat(((NumberLiteral) expression("4.9e-324")).value()).isEqualTo(Double.MIN_VALUE);
  }

  @Test
  void placesCoverTheWholeOfEachPart() {
    var sum = (Binary) expression("  a + f(b, -c)[1] ");
    assertThat(sum.place().text()).isEqualTo("a + f(b, -c)[1]");
    assertThat(sum.right().place().text()).isEqualTo("f(b, -c)[1]");
    assertThat(((Index) sum.right()).array().place().text()).isEqualTo("f(b, -c)");
    assertThat(expression("(a)").place().text()).isEqualTo("(a)");
    assertThat(expression("a if b else c").place().text()).isEqualTo("a if b else c");
    assertThat(expression("20%").place().text()).isEqualTo("20%");
  }

  private static String tree(Expression expression) {
    return switch (expression) {
      case NumberLiteral n -> n.text() + (n.percent() ? "%" : "");
      case TruthLiteral t -> String.valueOf(t.value());
      case Read r -> r.name().text();
      case Unary u ->
          "(%s %s)".formatted(u.operator().name().equals("NOT") ? "not" : "neg", tree(u.operand()));
      case Binary b -> "(%s %s %s)".formatted(b.operator().text(), tree(b.left()), tree(b.right()));
      case Conditional c ->
          "(if %s %s %s)".formatted(tree(c.condition()), tree(c.then()), tree(c.otherwise()));
      case Call c ->
          c.arguments().isEmpty()
              ? "(%s)".formatted(c.function())
              : "(%s %s)".formatted(c.function(), trees(c.arguments()));
      case Index i -> "%s<%s>".formatted(tree(i.array()), trees(i.indices()));
      case ArrayLiteral a -> "[%s]".formatted(trees(a.elements()));
      case Parenthesized p -> "{%s}".formatted(tree(p.inner()));
      case Each e ->
          "(each %s %s%s)"
              .formatted(
                  tree(e.element()),
                  e.generator().counters().stream()
                      .map(ExpressionParserTest::counter)
                      .collect(Collectors.joining(" ")),
                  e.generator().condition().map(c -> " where " + tree(c)).orElse(""));
    };
  }

  private static String counter(Counter counter) {
    return switch (counter.members()) {
      case Members.Named(var set) -> counter.name() + ":" + set;
      case Members.Between(var from, var to, _) ->
          counter.name() + ":" + tree(from) + ".." + tree(to);
      case Members.Listed _ -> throw new AssertionError("a list in a generator");
    };
  }

  private static String trees(List<Expression> expressions) {
    return expressions.stream().map(ExpressionParserTest::tree).collect(Collectors.joining(" "));
  }
}
