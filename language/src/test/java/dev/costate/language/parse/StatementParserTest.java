package dev.costate.language.parse;

import static dev.costate.language.Texts.errors;
import static dev.costate.language.Texts.errorsOfLine;
import static dev.costate.language.Texts.file;
import static dev.costate.language.Texts.statements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.print.Formatter;
import dev.costate.language.syntax.AssignmentOperator;
import dev.costate.language.syntax.Statement.Assignment;
import dev.costate.language.syntax.Statement.Evaluation;
import dev.costate.language.syntax.Statement.ForEach;
import dev.costate.language.syntax.Statement.ForRange;
import dev.costate.language.syntax.Statement.If;
import dev.costate.language.syntax.Statement.Return;
import dev.costate.language.syntax.Statement.While;
import dev.costate.language.syntax.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementParserTest {
  @ParameterizedTest
  @CsvSource({
    "a = 1,ASSIGN",
    "a += 1,ADD",
    "a -= 1,SUBTRACT",
    "a *= 1,MULTIPLY",
    "a /= 1,DIVIDE",
    "v[i] = 1,ASSIGN",
    "v[i] /= 2,DIVIDE"
  })
  void assignmentsHaveTheirOperator(String line, AssignmentOperator operator) {
    assertThat(((Assignment) statements(line).getFirst()).operator()).isEqualTo(operator);
  }

  @Test
  void elementsAndSeveralTargetsAreAssigned() {
    var swap = (Assignment) statements("v[i], m[i, j] = m[i, j], v[i]").getFirst();
    assertThat(swap.targets()).hasSize(2).allMatch(Target.Element.class::isInstance);
    assertThat(swap.values()).hasSize(2);
    var results = (Assignment) statements("p, q = g(x)").getFirst();
    assertThat(results.targets()).hasSize(2).allMatch(Target.Whole.class::isInstance);
    assertThat(results.values()).hasSize(1);
  }

  @Test
  void aCallMayStandAlone() {
    assertThat(statements("push(v, x)").getFirst()).isInstanceOf(Evaluation.class);
  }

  @Test
  void severalResultsAreReturned() {
    assertThat(((Return) statements("return a, b").getFirst()).values()).hasSize(2);
  }

  @Test
  void loopsHaveTheirParts() {
    var plain = (ForRange) statements("for i in 1..n:\n    a = i").getFirst();
    assertThat(plain.step()).isEmpty();
    assertThat(plain.checkpointed()).isEmpty();
    var full =
        (ForRange) statements("for i in n - 1..1 step -1 checkpointed(10): a = i").getFirst();
    assertThat(full.step()).isPresent();
    assertThat(full.checkpointed()).isPresent();
    assertThat(full.from().place().text()).isEqualTo("n - 1");
    assertThat(statements("for x in v: a = x").getFirst()).isInstanceOf(ForEach.class);
    assertThat(statements("while a < b: a += 1").getFirst()).isInstanceOf(While.class);
  }

  @Test
  void stepAndCheckpointedAreNamesElsewhere() {
    var loop =
        (ForRange)
            statements(
                    "for step in step..checkpointed step step checkpointed(step):\n    step += step")
                .getFirst();
    assertThat(loop.counter().text()).isEqualTo("step");
    assertThat(loop.step()).isPresent();
    assertThat(loop.checkpointed()).isPresent();
  }

  @Test
  void aChoiceHasAllItsBranches() {
    var choice =
        (If)
            statements("if a: b = 1\nelif c:\n    b = 2\nelif d: b = 3\nelse:\n    b = 4")
                .getFirst();
    assertThat(choice.branches()).hasSize(3);
    assertThat(choice.otherwise()).isPresent();
  }

  @Test
  void aLineGoesOnInsideBrackets() {
    var lines = statements("a = f(1,\n  2,\nb\n    )\nc = [\n[1, 2],\n[3, 4],\n]");
    assertThat(lines).hasSize(2);
    assertThat(Formatter.print(lines.getLast())).isEqualTo("c = [[1, 2], [3, 4]]\n");
  }

  @Test
  void blocksEndWhereTheIndentationDoes() {
    var text =
        """
        function f(x):
          if x > 0:
                while x > 1:
                 x -= 1
                x = 0
          return x
        function g(x): return x
        """;
    assertThat(file(text).functions()).hasSize(2);
    assertThat(file(text).functions().getFirst().body().statements()).hasSize(2);
  }

  @Test
  void aFileMayBeIndentedAsAWhole() {
    assertThat(file("    function f(x):\n        return x\n    good a: price 1\n").declarations())
        .hasSize(2);
  }

  @Test
  void commentsBelongToTheLinesTheyStandAt() {
    var body =
        file("""
        function f(x):  # head

            # first

            a = 1  # at a
            if a:
                # inner
                b = 2
                # end of inner
            # before else
            else: b = 3  # at b
            # end of f
        # before g
        function g(x): return x
        """)
            .functions()
            .getFirst()
            .body();
    var choice = (If) body.statements().get(1);
    assertThat(body.statements().getFirst().trivia().leading()).containsExactly("# first", "");
    assertThat(body.statements().getFirst().trivia().trailing()).isEqualTo("# at a");
    assertThat(choice.branches().getFirst().body().closing()).containsExactly("# end of inner");
    assertThat(choice.otherwise().orElseThrow().trivia().leading())
        .containsExactly("# before else");
    assertThat(choice.otherwise().orElseThrow().body().statements().getFirst().trivia().trailing())
        .isEqualTo("# at b");
    assertThat(body.closing()).containsExactly("# end of f");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          return            | 1 'return' without a value
          break now         | 7 unexpected 'now'
          continue 1        | 10 unexpected '1'
          1 + 2             | 1 this line computes a value and does nothing with it
          a == 1            | 1 this line computes a value and does nothing with it
          f(x) = 1          | 1 this cannot be assigned to
          (a) = 1           | 1 this cannot be assigned to
          m[1][2] = 3       | 1 this cannot be assigned to
          f(x)[1] = 3       | 1 this cannot be assigned to
          a, b += 1, 2      | 6 '+=' with 2 targets
          a, b = 1          | 8 1 value for 2 targets
          a, b = 1, 2, 3    | 8 3 values for 2 targets
          a = 1, 2          | 5 2 values for 1 target
          a = f(x), 2       | 5 2 values for 1 target
          a = b = c         | 7 unexpected '='
          a = 1:            | 6 unexpected ':'
          in = 1            | 1 'in' is a reserved word and cannot be a name
          for = 1           | 5 expected the name of a loop's counter but found '='
          while = 1         | 7 expected a value but found '='
          if a = b: c = 1   | 6 unexpected '='
          if a              | 5 ':' is missing at the end of this line
          if a:             | 6 the block of this line is missing
          if a: if b: c = 1 | 7 'if' behind a colon
          if a: c = 1 else: c = 2 | 13 unexpected 'else'
          for in in v: a = 1 | 5 'in' is a reserved word and cannot be the name of a loop's counter
          for i = 1..2: a = 1 | 7 expected 'in' but found '='
          for i in v step 2: a = 1 | 12 'step' in a loop that has no range
          for i in v checkpointed(2): a = 1 | 12 'checkpointed' in a loop that has no range
          for i in 1..2 checkpointed(2) step 1: a = 1 | 31 'step' behind 'checkpointed'
          for i in 1...2: a = 1 | 11 '...' is not a range
          elif a: b = 1     | 1 'elif' without an 'if' above it
          else: b = 1       | 1 'else' without an 'if' above it
          function g(x): return 1 | 1 a function inside a block
          """)
  void wrongLinesAreReportedOnceAtTheirPlace(String line, String error) {
    assertThat(errorsOfLine(line)).containsExactly(error);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "function",
        "return",
        "if",
        "elif",
        "else",
        "for",
        "while",
        "break",
        "continue",
        "in",
        "or",
        "and",
        "not",
        "true",
        "false"
      })
  void reservedWordsAreNoNames(String word) {
    assertThat(errors("function f(%s): return 1\n".formatted(word)))
        .containsExactly(
            "1:12 '%s' is a reserved word and cannot be the name of a function's parameter"
                .formatted(word));
    assertThat(errorsOfLine(word + " = 1")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "good",
        "firm",
        "price",
        "level",
        "start",
        "supply",
        "demand",
        "from",
        "makes",
        "as",
        "at",
        "up",
        "to",
        "step",
        "checkpointed",
        "capacity",
        "outside",
        "unit",
        "no",
        "sum",
        "pi",
        "e",
        "_x",
        "größe",
        "x1"
      })
  void everyOtherWordIsAName(String word) {
    var text =
        "function %s_(%s):\n    %s += %s * %s\n    return %s\n"
            .formatted(word, word, word, word, word, word);
    assertThat(Formatter.print(file(text))).isEqualTo(text);
  }
}
