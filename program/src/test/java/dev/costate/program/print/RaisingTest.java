package dev.costate.program.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Origin;
import dev.costate.program.Program;
import dev.costate.program.Programs;
import dev.costate.program.Routes;
import dev.costate.program.Statement;
import dev.costate.program.Variable;
import dev.costate.program.WithoutPlaces;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RaisingTest {
  private static final Place PLACE = new Place(Source.of("", ""), 0, 0);
  private static final Origin ORIGIN = Origin.of(PLACE);
  private static final Variable X = Variable.number("x");

  private static String again(String text) {
    var program = Programs.of(text);
    assertThat(WithoutPlaces.of(Routes.printedAndRead(program)))
        .isEqualTo(WithoutPlaces.of(program));
    return Raising.text(program);
  }

  @Test
  void everyStatementIsPrintedAsItIsWritten() {
    var text =
        """
        function f(x, v, m, t):  # the head
            a = x^(1/2)  # Step 1
            a += 1
            a -= x
            a = a * 2
            a = a/x
            a = x + a
            v[1] += a
            v[length(v)] -= a
            m[1, 2] += v[1]
            m[2, 1] = -v[1] + 3
            p, q = a, v[1]
            v[1], v[2] = v[2], v[1]
            r, s = g(p)
            push(v, r)
            b = pop(v)
            if t and x > 0:  # first
                a = 1
            elif not t:  # second
                a = 2
            else:
                a = 3
            for i in 1..10:
                if i == 3: continue
                a += i
            for i in 10..1 step -2 checkpointed(5):
                a += i
            for y in v:
                a += y
                break
            while true:
                a = a/2
                if a < 1: break
            w = [1, 2, a]
            k = [[1, 2], w[1] * [1, 2]]
            return a + b + q + s + sum(w) + sum(k) + max(v) + max(a, b) if t else erf(-x)

        function g(x): return x, 2 * x
        """;
    assertThat(again(text).replaceAll(" +", " ").strip())
        .isEqualTo(again(again(text)).replaceAll(" +", " ").strip());
    assertThat(again(text)).contains("a += 1", "v[1] += a", "a = a * 2", "# Step 1", "elif not t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x - (y - z)",
        "x - y - z",
        "x/(y/z)",
        "x/y/z",
        "x*(y/z)",
        "-(x^2)",
        "(-x)^2",
        "(-2)^x",
        "-2^x",
        "2^-x",
        "x^y^z",
        "(x^y)^z",
        "-(-x)",
        "-(2)",
        "- -2",
        "x - -2",
        "not (x > y and y > z)",
        "(x if y > z else z) + 1",
        "x if y > z else z + 1",
        "(x > y) == (y > z)",
        "(x if y > 0 else y) if z > 0 else z",
        "x if y > 0 else y if z > 0 else z",
        "[x, y][1]",
        "([x] + [y])[1]",
        "(x > y) != true",
        "(x + y)*z",
        "x + y*z",
        "1e20*x",
        "1e-7",
        "0.1 + 0.2",
        "123456789",
        "20%*x",
        "x^(1/3)",
        "x*-y",
        "-x*y",
        "(-x)*y"
      })
  void bracketsStandWhereTheyAreNeeded(String expression) {
    again("function f(x, y, z): return " + expression + "\n");
  }

  private static Function function(Statement... statements) {
    return new Function("f", List.of(X), List.of(Kind.NUMBER), Block.of(statements), ORIGIN);
  }

  private static Expression literal(double value) {
    return new Literal(value, PLACE);
  }

  private static Statement giveBack(double value) {
    return new Statement.Return(List.of(literal(value)), ORIGIN);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        -0.0,
        1,
        -1,
        1e20,
        -1e20,
        1.5e-300,
        4.9e-324,
        1.7976931348623157e308,
        1e15,
        0.1,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
      })
  void everyNumberReadsBackAsTheSame(double value) {
    var routes = new Routes(new Program(List.of(function(giveBack(value))), Map.of()));
    assertThat(routes.call("f", dev.costate.program.run.Value.of(0)))
        .containsExactly(dev.costate.program.run.Value.of(value));
  }

  @Test
  void emptyBlocksAreAvoided() {
    var condition = new Expression.Truth(false, PLACE);
    var set = new Statement.Assign(new dev.costate.program.Target.Whole(X), literal(3), ORIGIN);
    var program =
        new Program(
            List.of(
                function(
                    new Statement.If(condition, Block.EMPTY, Block.EMPTY, ORIGIN),
                    new Statement.If(condition, Block.EMPTY, Block.of(set), ORIGIN),
                    new Statement.For(
                        Variable.number("i"),
                        literal(1),
                        literal(2),
                        literal(1),
                        OptionalInt.empty(),
                        Block.EMPTY,
                        ORIGIN),
                    new Statement.Return(List.of(new Expression.Read(X, PLACE)), ORIGIN))),
            Map.of());
    assertThat(Raising.text(program))
        .isEqualTo(
            """
            function f(x):
                if not false:
                    x = 3
                for i in 1..2:
                    continue
                return x
            """);
    assertThat(new Routes(program).text("f", dev.costate.program.run.Value.of(1))).isEqualTo("3");
  }

  @Test
  void theConstantsThatAreReadStandInTheFile() {
    var program =
        Programs.of(
            "function f(x): return payroll * x + pi\n", Map.of("payroll", 0.25, "unused", 1.0));
    assertThat(Raising.text(program))
        .isEqualTo(
            """
            parameter payroll = 0.25
            function f(x): return payroll*x + pi
            """);
  }

  @Test
  void gradientsArePrinted() {
    again(
        """
        function f(x, v): return x * v[1]
        function g(x): return x^2
        function h(x):
            p, q = gradient(f, x, [x])
            return gradient(g, p)[1] + q[1]
        """);
  }
}
