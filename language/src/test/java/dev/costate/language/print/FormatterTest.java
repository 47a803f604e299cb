package dev.costate.language.print;

import static dev.costate.language.Texts.assertGolden;
import static dev.costate.language.Texts.expression;
import static dev.costate.language.Texts.file;
import static dev.costate.language.Texts.read;
import static dev.costate.language.Texts.statements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.Shape;
import dev.costate.language.Texts;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatterTest {
  static Stream<Path> formatted() {
    return Texts.files("formatted", ".market").stream();
  }

  static Stream<Path> unformatted() {
    return Texts.files("unformatted", ".market").stream();
  }

  @ParameterizedTest
  @MethodSource("formatted")
  void formattedFilesStayAsTheyAre(Path file) {
    assertThat(Formatter.print(file(read(file)))).isEqualTo(read(file));
  }

  @ParameterizedTest
  @MethodSource("unformatted")
  void otherFilesTakeTheCanonicalFormAndLoseNothing(Path file) {
    var tree = file(read(file));
    var printed = Formatter.print(tree);
    assertGolden(
        printed,
        file.resolveSibling(file.getFileName().toString().replace(".market", ".expected")));
    assertThat(Formatter.print(file(printed))).isEqualTo(printed);
    assertThat(Shape.withoutBlankLines(file(printed))).isEqualTo(Shape.withoutBlankLines(tree));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 - 1/(a + 1)",
        "100 - 3*p",
        "2 * p^0.5",
        "0.4*ln(food - 10) + 1",
        "(1 - cut) * barrels^0.9",
        "-x^2",
        "(-x)^2",
        "x^-2",
        "x^(1/2)",
        "1/2 * x^(-1/2)",
        "a if c else b",
        "not a == b",
        "v[i]",
        "m[i, j]",
        "min(crude, 4*heat)",
        "a * b / c",
        "a/b/c",
        "a^b^c",
        "(a^b)^c",
        "a - (b - c)",
        "2*x^2 < 3*y",
        "a or b and not c",
        "[[1, 2], [3, 4]]",
        "power[h + 1]",
        "1_000 + 20%",
        "-2*x + 1",
        "-2 * x",
        "a - -b",
        "((a))",
        "[]",
        "f()",
        "cut * barrels^0.9",
        "food^0.4 * clothes^0.5 * labor^0.1",
        "(a if c else b) if d else e",
        "1/b",
        "(a + b)/(c - d)",
        "sum(v)/length(v)",
        "a*b + c*d^2 - (e + f) * g"
      })
  void theCanonicalFormIsItsOwn(String text) {
    assertThat(Formatter.print(expression(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1-1/( a+1 )         | 1 - 1/(a + 1)
          100-3 * p           | 100 - 3*p
          2*p ^ 0.5           | 2 * p^0.5
          a<=b                | a <= b
          a ≠ b               | a != b
          1 / 2*x             | 1/2 * x
          a*b/c               | a * b / c
          f( x,y )[ 1 ]       | f(x, y)[1]
          [1,2 , 3,]          | [1, 2, 3]
          - x                 | -x
          not(a)              | not (a)
          1e−3                | 1e-3
          x^ - 2              | x^-2
          """)
  void spacesAreSetByRule(String text, String canonical) {
    assertThat(Formatter.print(expression(text))).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          for i in 1 .. n - 1: a = i                 | for i in 1..n-1: a = i
          for i in n..1 step - 1: a = i              | for i in n..1 step -1: a = i
          for i in 1..2*n+1: a = i                   | for i in 1..2*n + 1: a = i
          for i in 1..ceil(n) checkpointed( 10 ): a=i | for i in 1..ceil(n) checkpointed(10): a = i
          for x in [1,2]: a=x                        | for x in [1, 2]: a = x
          v[i],v[j]=v[j],v[i]                        | v[i], v[j] = v[j], v[i]
          m[i,j]+=1                                  | m[i, j] += 1
          push( v,x )                                | push(v, x)
          return a,b                                 | return a, b
          """)
  void statementsAreSetByRule(String line, String canonical) {
    assertThat(Formatter.print(statements(line).getFirst())).isEqualTo(canonical + "\n");
  }

  @Test
  void commentsOfNeighbouringLinesAreAligned() {
    assertThat(
            Formatter.print(
                file(
                    "function f(x): # head\n  a = x # Step 1\n  b = 1 - a # Step 2\n\n  c = b # Step 3\n  if c: # why\n    d = 1 # d\n  return c\n")))
        .isEqualTo(
            """
            function f(x):  # head
                a = x      # Step 1
                b = 1 - a  # Step 2

                c = b  # Step 3
                if c:  # why
                    d = 1  # d
                return c
            """);
  }

  @Test
  void longLinesAreBrokenInsideBrackets() {
    var printed =
        Formatter.print(
            file(
                "function f(x):\n    return g(["
                    + "x[1] + 1, ".repeat(30)
                    + "x], ("
                    + "x + ".repeat(40)
                    + "1))\n"));
    assertThat(printed.lines()).allMatch(line -> line.length() <= 100).hasSizeGreaterThan(4);
    assertThat(Formatter.print(file(printed))).isEqualTo(printed);
    var unbreakable = "function f(x):\n    return " + "x + ".repeat(40) + "x\n";
    assertThat(Formatter.print(file(unbreakable))).isEqualTo(unbreakable);
  }

  @Test
  void theLeftSideOfAnAssignmentIsNeverBroken() {
    var text =
        "function f(m, i):\n    m[1, 2] += sum(["
            + "1234567890, ".repeat(10)
            + "[i, 2][1]])\n    return m\n";
    var printed = Formatter.print(file(text));
    assertThat(printed).contains("    m[1, 2] += sum([");
    assertThat(Formatter.print(file(printed))).isEqualTo(printed);
  }

  @Test
  void linesOfExactlyTheLimitStayWhole() {
    var name = "n".repeat(Wrapping.LIMIT - "    return f(a, )".length());
    var whole = "function g(a, %s):\n    return f(a, %s)\n".formatted("x", name);
    assertThat(Formatter.print(file(whole))).isEqualTo(whole);
    assertThat(Formatter.print(file(whole.replace("(a, n", "(a, nn")))).hasLineCount(3);
  }

  @Test
  void declarationsWithLinesAreSetOff() {
    assertThat(
            Formatter.print(
                file(
                    "good a: price 1\ngood b: price 1\n# c\ngood c:\n  price 1\ngood d: price 1\n")))
        .isEqualTo(
            "good a: price 1\ngood b: price 1\n\n# c\ngood c:\n    price 1\n\ngood d: price 1\n");
  }

  @Test
  void anEmptyFileIsEmpty() {
    assertThat(Formatter.print(file(""))).isEmpty();
    assertThat(Formatter.print(file("\n\n  \n"))).isEmpty();
    assertThat(Formatter.print(file("\n# only a comment\n\n\n"))).isEqualTo("# only a comment\n");
  }
}
