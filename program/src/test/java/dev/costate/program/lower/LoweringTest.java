package dev.costate.program.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Gradient;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Programs;
import dev.costate.program.Statement;
import dev.costate.program.Variable;
import dev.costate.program.Verifier;
import dev.costate.program.Walk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoweringTest {
  private static String kinds(Program program, String function) {
    var found = program.function(function);
    return found.parameters().stream().map(Variable::kind).toList() + " -> " + found.results();
  }

  /** What the parameters x and y and the result are, from one expression alone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x + y | [number, number] -> [number]",
        "x * y | [number, number] -> [number]",
        "x * x + y | [number, number] -> [number]",
        "x + [1] * y | [vector, number] -> [vector]",
        "[1] * x - y | [number, vector] -> [vector]",
        "x / y + [[1]] | [matrix, number] -> [matrix]",
        "-x + y[1] * [2] | [vector, vector] -> [vector]",
        "x[1] + y[1, 2] | [vector, matrix] -> [number]",
        "sum(x) + max(y) | [vector, vector] -> [number]",
        "sum(x * y) | [number, vector] -> [number]",
        "length(x) + rows(y) | [vector, matrix] -> [number]",
        "[x, y] | [number, number] -> [vector]",
        "[x, [1, y]] | [vector, number] -> [matrix]",
        "[x, y][1, 2] | [vector, vector] -> [number]",
        "x and y | [truth value, truth value] -> [truth value]",
        "x == y | [number, number] -> [truth value]",
        "(x > 1) == y | [number, truth value] -> [truth value]",
        "x if y else [1] | [vector, truth value] -> [vector]",
        "x * y + 1 if x > 0 else y | [number, number] -> [number]",
        "(x * y)[1] | [number, vector] -> [number]",
        "x^2 * y + [[1]] | [number, matrix] -> [matrix]",
        "zeros(x) + y | [number, vector] -> [vector]",
        "zeros(x, 2) + y | [number, matrix] -> [matrix]",
        "max(x, y) | [number, number] -> [number]",
      })
  void kindsFollowFromUse(String expression, String kinds) {
    var program = Programs.of("function f(x, y): return " + expression + "\n");
    assertThat(kinds(program, "f")).isEqualTo(kinds);
    Verifier.requireRunnable(program);
  }

  @Test
  void kindsFlowThroughCallsInBothDirections() {
    var program =
        Programs.of(
            """
            function outer(m): return middle(m, 2)
            function middle(a, k): return inner(a * k)
            function inner(b): return b + shift(b)
            function shift(c): return c
            function use(x): return outer([[x, 1]])
            """);
    assertThat(kinds(program, "outer")).isEqualTo("[matrix] -> [matrix]");
    assertThat(kinds(program, "middle")).isEqualTo("[matrix, number] -> [matrix]");
    assertThat(kinds(program, "shift")).isEqualTo("[matrix] -> [matrix]");
  }

  @Test
  void aLoopThroughAnArrayMakesNumbersOfItsElements() {
    var program = Programs.of("function f(v):\n    s = 0\n    for x in v: s += x\n    return s\n");
    assertThat(kinds(program, "f")).isEqualTo("[vector] -> [number]");
  }

  @Test
  void aCounterThatSharesTheNameOfAVariableGetsAnotherName() {
    var program =
        Programs.of(
            """
            function f(n):
                s = 0
                for i in 1..n: s += i
                i = 7
                for i in 1..n: s += i
                return s + i
            """);
    var counters =
        Walk.statements(program.function("f").body()).stream()
            .filter(Statement.For.class::isInstance)
            .map(loop -> ((Statement.For) loop).counter().name())
            .toList();
    assertThat(counters).containsExactly("i_", "i_");
    Verifier.requireRunnable(program);
  }

  @Test
  void aMinusSignBeforeALiteralIsANegativeLiteral() {
    var program = Programs.of("function f(x): return x^-2 - -3 + -(4)\n");
    var literals =
        Walk.statements(program.function("f").body()).stream()
            .flatMap(s -> Walk.expressions(s).stream())
            .mapMulti((Expression e, java.util.function.Consumer<Double> found) ->
                Walk.nodes(
                    e,
                    node -> {
                      if (node instanceof Expression.Literal(var value, _)) {
                        found.accept(value);
                      }
                    }))
            .toList();
    assertThat(literals).containsExactly(-2.0, -3.0, 4.0);
  }

  @Test
  void functionsAddedLaterCanBeCalledWithTheKindsOfThoseAtHand() {
    var derivative =
        new Extern("df_dv", List.of(KindOf.like("f", 0)), List.of(KindOf.like("f", 0)));
    var jacobian =
        new Extern(
            "f_jacobian", List.of(KindOf.like("f", 0)), List.of(KindOf.exactly(Kind.MATRIX)));
    var again =
        new Extern(
            "f_twice",
            List.of(KindOf.like("f", 0)),
            List.of(KindOf.resultOf("f", 0), KindOf.like("f", 0)));
    var program =
        Programs.of(
            """
            function f(v): return v[1]^2
            function evaluated(): return df_dv([1, 2])
            function second(v): return f_jacobian(v)
            function third(v): return f_twice(v)
            """,
            lowering -> lowering.withExterns(List.of(derivative, jacobian, again)));
    assertThat(kinds(program, "evaluated")).isEqualTo("[] -> [vector]");
    assertThat(kinds(program, "second")).isEqualTo("[vector] -> [matrix]");
    assertThat(kinds(program, "third")).isEqualTo("[vector] -> [number, vector]");
    assertThat(program.find("df_dv")).isEmpty();
    assertThat(
            Programs.errors(
                "function f(v): return v[1]\nfunction g(): return df_dv(1)\n",
                lowering -> lowering.withExterns(List.of(derivative))))
        .containsExactly(
            "2:28 `1` argument 1 of 'df_dv' is a number here and a vector in line 1\n"
                + "  hint: a parameter has one kind in all calls of its function");
  }

  @Test
  void aFunctionOfTheFileHidesOneAddedLater() {
    var program =
        Programs.of(
            "function f(x): return x\nfunction df_dx(x): return [x]\nfunction g(): return df_dx(1)\n",
            lowering ->
                lowering.withExterns(
                    List.of(
                        new Extern(
                            "df_dx", List.of(KindOf.like("f", 0)), List.of(KindOf.like("f", 0))))));
    assertThat(kinds(program, "g")).isEqualTo("[] -> [vector]");
  }

  @Test
  void anUnassignedOutputIsReportedAsAsked() {
    var place = new Place(Source.of("model.market", "firm A makes steel from ore:"), 13, 18);
    Map<String, Map<String, Unassigned>> outputs =
        Map.of(
            "A",
            Map.of("steel", new Unassigned(place, "'steel' is not made on every path", "make it")));
    var text =
        """
        function A(ore):
            if ore > 1: steel = ore
            return steel
        """;
    assertThat(Programs.errors(text, lowering -> lowering.withOutputs(outputs)))
        .containsExactly("1:14 `steel` 'steel' is not made on every path\n  hint: make it");
    assertThat(
            Programs.errors(
                "function A(ore): return steel\n", lowering -> lowering.withOutputs(outputs)))
        .containsExactly("1:14 `steel` 'steel' is not made on every path\n  hint: make it");
  }

  @Test
  void aGradientByNumbersIsAVectorAndByOneArrayAnArray() {
    var program =
        Programs.of(
            """
            function f(x, y): return x * y
            function g(v): return sum(v)
            function h(x, v): return x * v[1]
            function a(x): return gradient(f, x, 1)
            function b(x): return gradient(g, [x, 1])
            function c(x):
                p, q = gradient(h, x, [x])
                return p, q
            function d(x): return sum(gradient(second, x))
            function second(x): return gradient(f, x, x)[1]
            """);
    assertThat(kinds(program, "a")).isEqualTo("[number] -> [vector]");
    assertThat(kinds(program, "b")).isEqualTo("[number] -> [vector]");
    assertThat(kinds(program, "c")).isEqualTo("[number] -> [number, vector]");
    assertThat(kinds(program, "d")).isEqualTo("[number] -> [number]");
    assertThat(Verifier.check(program)).isEmpty();
    assertThat(Verifier.checkRunnable(program)).hasSize(5);
  }

  @Test
  void whatAGradientIsTakenByIsAskedOfFinishedFunctions() {
    var asked = new java.util.ArrayList<String>();
    var program =
        Programs.of(
            """
            function f(n, v): return sum(v) * n
            function g(v): return gradient(f, 3, v)
            """,
            lowering ->
                lowering.withDifferentiated((part, name, _) -> {
                  asked.add(name + " in " + kinds(Verifier.require(part), name));
                  return List.of(1);
                }));
    assertThat(asked).containsExactly("f in [number, vector] -> [number]");
    assertThat(kinds(program, "g")).isEqualTo("[vector] -> [vector]");
    assertThat(
            Walk.statements(program.function("g").body()).stream()
                .flatMap(s -> Walk.expressions(s).stream())
                .filter(Gradient.class::isInstance)
                .map(Expression::kind))
        .containsExactly(Kind.VECTOR);
  }

  @Test
  void nothingToDifferentiateIsAnError() {
    assertThat(
            Programs.errors(
                "function f(n): return n\nfunction g(n): return gradient(f, n)\n",
                lowering -> lowering.withDifferentiated((part, name, _) -> List.of())))
        .containsExactly(
            "2:23 `gradient(f, n)` 'f' has nothing to differentiate\n"
                + "  hint: its result must depend on a parameter that is not an integer");
  }

  @Test
  void chainsOfThousandsOfOperatorsAreLowered() {
    var program = Programs.of("function f(x): return x" + " + x".repeat(9_000) + "\n");
    assertThat(Verifier.checkRunnable(program)).isEmpty();
  }
}
