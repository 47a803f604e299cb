package dev.costate.program.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.program.Programs;
import dev.costate.program.Routes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each construct of the language means, on every route. */
class ConstructsTest {
  private static String value(String expression) {
    return Routes.of("function f():\n    return " + expression + "\n").text("f");
  }

  private static String result(String body, Value... arguments) {
    var names = new String[] {"x", "y", "z"};
    var head = new StringBuilder("function f(");
    for (int i = 0; i < arguments.length; i++) {
      head.append(i == 0 ? "" : ", ").append(names[i]);
    }
    return Routes.of(head + "):\n" + body.indent(4)).text("f", arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7/2 | 3.5",
        "1_000 + 20% | 1000.2",
        "2^3^2 | 512",
        "-2^2 | -4",
        "2^-2 | 0.25",
        "(-2)^2 | 4",
        "10 - 4 - 3 | 3",
        "2*3 + 4*5 | 26",
        "1 if 2 > 1 else 0 | 1",
        "1 if 2 < 1 and 1/0 > 0 else 0 | 0",
        "1 if true or [1][2] > 0 else 0 | 1",
        "1 if not (1 == 2) else 0 | 1",
        "1 if 1 != 2 else 0 | 1",
        "1 if true == (1 < 2) else 0 | 1",
        "ln(e) | 1",
        "log10(1000) | 3",
        "exp(0) | 1",
        "sqrt(16) | 4",
        "abs(-3) | 3",
        "sin(0) | 0",
        "cos(0) | 1",
        "tan(0) | 0",
        "asin(1) == pi/2 | true",
        "acos(1) | 0",
        "atan(1) == pi/4 | true",
        "atan2(1, -1) == 3*pi/4 | true",
        "sinh(0) | 0",
        "cosh(0) | 1",
        "tanh(0) | 0",
        "erf(0) | 0",
        "floor(-1.5) | -2",
        "ceil(-1.5) | -1",
        "sign(-7) | -1",
        "mod(-7, 3) | 2",
        "max(1, 3, 2) | 3",
        "min(1, 3, 2) | 1",
        "max([1, 3, 2]) | 3",
        "min([[1, 3], [0, 2]]) | 0",
        "sum([1, 2, 3]) | 6",
        "sum([[1, 2], [3, 4]]) | 10",
        "length([]) | 0",
        "rows([[1, 2, 3], [4, 5, 6]]) | 2",
        "columns([[1, 2, 3], [4, 5, 6]]) | 3",
        "zeros(3) | [0, 0, 0]",
        "zeros(2, 3) | [[0, 0, 0], [0, 0, 0]]",
        "columns(zeros(0, 3)) | 3",
        "[1, 2] + [10, 20] | [11, 22]",
        "[1, 2] - [10, 20] | [-9, -18]",
        "-[1, 2] | [-1, -2]",
        "2 * [1, 2] | [2, 4]",
        "[1, 2] * 2 | [2, 4]",
        "[1, 2] / 2 | [0.5, 1]",
        "[[1, 2], [3, 4]] + [[1, 1], [1, 1]] * 2 | [[3, 4], [5, 6]]",
        "[[1, 2], [3, 4]][2, 1] | 3",
        "([1, 2] + [3, 4])[2] | 6",
        "[[1, 2], [3, 4] * 2] | [[1, 2], [6, 8]]",
        "[1, 2, 3, 4, 5, 6, 7, 8, 9][9] | 9",
        "[[1, 2, 3], [4, 5, 6], [7, 8, 9]][3, 2] | 8",
        "1/0 | Infinity",
        "0/0 == 0/0 | false",
        "0/0 != 0/0 | true",
        "0/0 <= 1 or 0/0 > 1 | false",
      })
  void expressions(String expression, String expected) {
    assertThat(value(expression)).isEqualTo(expected);
  }

  @Test
  void constantsOfTheFileAreReadAndCanBeHidden() {
    var program =
        Programs.of(
            """
            function f(x): return payroll * x + e
            function g(x):
                e = 2
                payroll = x
                return payroll * e
            """,
            Map.of("payroll", 0.25));
    var routes = new Routes(program);
    assertThat(routes.text("f", Value.of(4))).isEqualTo("3.718281828459045");
    assertThat(routes.text("g", Value.of(4))).isEqualTo("8");
  }

  @Test
  void severalAssignmentsTakeTheirRightSidesFirst() {
    assertThat(result("a, b = x, y\na, b = b, a\nreturn 10*a + b", Value.of(1), Value.of(2)))
        .isEqualTo("21");
    assertThat(result("v = [1, 2, 3]\ni = 1\nv[i], i, v[3] = v[3], 2, v[i]\nreturn v * i"))
        .isEqualTo("[6, 4, 2]");
    assertThat(result("v, w = [1], [2, 3]\nv, w = w, v\nv[1] = 9\nreturn v + [w[1], 0]"))
        .isEqualTo("[10, 3]");
  }

  @Test
  void compoundAssignmentsReadTheirTarget() {
    assertThat(result("x += 3\nx -= 1\nx *= 4\nx /= 2\nreturn x", Value.of(1))).isEqualTo("6");
    assertThat(result("v = [1, 2]\nv[2] += v[1]\nv *= 2\nreturn v")).isEqualTo("[2, 6]");
    assertThat(result("m = [[1, 2], [3, 4]]\nm[2, 1] /= 2\nreturn m"))
        .isEqualTo("[[1, 2], [1.5, 4]]");
  }

  @Test
  void arraysAreValues() {
    assertThat(result("v = [1, 2]\nw = v\nw[1] = 9\nreturn v - w")).isEqualTo("[-8, 0]");
    assertThat(result("v = x\nv[1] = 9\nreturn v - x", Value.vector(1, 2))).isEqualTo("[8, 0]");
  }

  @Test
  void pushAppendsAndPopTakesAway() {
    assertThat(
            result(
                "v = []\npush(v, 1)\npush(v, 2)\npush(v, 3)\na = pop(v)\npop(v)\npush(v, a)\nreturn v"))
        .isEqualTo("[1, 3]");
    assertThat(result("v = [5, 6]\nv[1] = pop(v)\nreturn v")).isEqualTo("[6]");
  }

  @Test
  void rangesIncludeBothEndsAndMayRunNever() {
    var body = "v = []\nfor i in %s: push(v, i)\nreturn v";
    assertThat(result(body.formatted("1..3"))).isEqualTo("[1, 2, 3]");
    assertThat(result(body.formatted("1..0"))).isEqualTo("[]");
    assertThat(result(body.formatted("3..1"))).isEqualTo("[]");
    assertThat(result(body.formatted("3..1 step -1"))).isEqualTo("[3, 2, 1]");
    assertThat(result(body.formatted("1..6 step 2"))).isEqualTo("[1, 3, 5]");
    assertThat(result(body.formatted("-1..1"))).isEqualTo("[-1, 0, 1]");
    assertThat(result(body.formatted("1..x step y"), Value.of(5), Value.of(3))).isEqualTo("[1, 4]");
    assertThat(result(body.formatted("x..1 step y"), Value.of(5), Value.of(-3)))
        .isEqualTo("[5, 2]");
    assertThat(result(body.formatted("1..3 checkpointed(2)"))).isEqualTo("[1, 2, 3]");
  }

  @Test
  void boundsAreEvaluatedOnce() {
    assertThat(result("n = 3\ns = 0\nfor i in 1..n:\n    n = 10\n    s += i\nreturn s"))
        .isEqualTo("6");
  }

  @Test
  void rangesBeyondIntsCountExactly() {
    assertThat(result("s = 0\nfor i in 1e15..1e15+2: s += i - 1e15\nreturn s")).isEqualTo("3");
    assertThat(result("s = 0\nfor i in -3e9..3e9 step 1e9: s += 1\nreturn s")).isEqualTo("7");
  }

  @Test
  void aLoopThroughAnArrayGoesThroughItAsItWas() {
    assertThat(result("v = [1, 2]\nfor x in v:\n    push(v, x)\n    v[1] = 7\nreturn v"))
        .isEqualTo("[7, 2, 1, 2]");
    assertThat(result("v = [1, 2]\ns = 0\nfor x in v:\n    v = [5]\n    s += x\nreturn s"))
        .isEqualTo("3");
  }

  @Test
  void breakAndContinueBelongToTheInnermostLoop() {
    assertThat(
            result(
                """
                s = 0
                for i in 1..4:
                    if i == 2: continue
                    for x in [1, 2, 3]:
                        if x == 2: break
                        s += 100*i + x
                    while true:
                        s += 1
                        if s > 0: break
                return s
                """))
        .isEqualTo("806");
  }

  @Test
  void whileLoopsTestBeforeEachRound() {
    assertThat(result("n = 0\nwhile x > 1:\n    x /= 2\n    n += 1\nreturn n", Value.of(40)))
        .isEqualTo("6");
    assertThat(result("n = 0\nwhile false: n += 1\nreturn n")).isEqualTo("0");
  }

  @Test
  void theFirstTrueBranchIsTaken() {
    var body = "if x > 2: return 3\nelif x > 1: return 2\nelse: return 1";
    assertThat(result(body, Value.of(3))).isEqualTo("3");
    assertThat(result(body, Value.of(2))).isEqualTo("2");
    assertThat(result(body, Value.of(Double.NaN))).isEqualTo("1");
  }

  @Test
  void severalResultsOfAllKindsAreReturnedAndPassedOn() {
    var routes =
        Routes.of(
            """
            function all(x): return x, [x, 1], [[x], [2]], x > 0
            function pass(x): return all(x + 1)
            function take(x):
                a, v, m, t = pass(x)
                return v, m, a, t
            """);
    assertThat(routes.call("all", Value.of(3))).hasToString("[3, [3, 1], [[3], [2]], true]");
    assertThat(routes.call("pass", Value.of(3))).hasToString("[4, [4, 1], [[4], [2]], true]");
    assertThat(routes.call("take", Value.of(3)).toString()).isNotEmpty();
  }

  @Test
  void truthsAreKeptPassedAndReturned() {
    var routes =
        Routes.of(
            """
            function both(p, q): return p and q
            function f(x):
                t = x > 0
                t = both(t, not (x > 10))
                if t: return both(true, t)
                return t
            """);
    assertThat(routes.text("f", Value.of(5))).isEqualTo("true");
    assertThat(routes.text("f", Value.of(11))).isEqualTo("false");
    assertThat(routes.text("both", Value.of(true), Value.of(false))).isEqualTo("false");
  }

  @Test
  void functionsCallEachOtherInAnyOrder() {
    var routes =
        Routes.of(
            """
            function even(n): return 1 if n == 0 else odd(n - 1)
            function odd(n): return 0 if n == 0 else even(n - 1)
            """);
    assertThat(routes.text("even", Value.of(10))).isEqualTo("1");
    assertThat(routes.text("even", Value.of(11))).isEqualTo("0");
  }
}
