package dev.costate.program.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.Programs;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaClassTest {
  private static final double[] EDGES = {
    0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    2,
    3,
    -2.5,
    7,
    1e300,
    -1e-300,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  private static CompiledJava compiled(Program program) {
    var java = new CompiledJava();
    java.add("Test", JavaClass.text(program, names(program), "Test", "Printed by a test."));
    java.compile();
    return java;
  }

  private static Set<String> names(Program program) {
    return program.functions().stream().map(Function::name).collect(Collectors.toUnmodifiableSet());
  }

  private static String text(String code) {
    var program = Programs.of(code);
    return JavaClass.text(program, names(program), "Test", "Printed by a test.");
  }

  @Test
  void builtInsAreThoseOfTheInterpreterAtZerosInfinitiesAndNaN() {
    var program =
        Programs.of(
            """
            function f(x, y):
                return [x^y, max(x, y), min(x, y), mod(x, y), abs(x), sign(x), floor(x), ceil(x), x^2, x^0.5, x^(-1/2), x^-1, x^3, sqrt(x), erf(x), max(x, 2), min(0, x), max(x, y, 0), atan2(x, y), -x, -(0*x), 0 - x]
            """);
    var java = compiled(program);
    var interpreter = new Interpreter(program);
    for (double x : EDGES) {
      for (double y : EDGES) {
        var arguments = List.of(Value.of(x), Value.of(y));
        assertThat(java.call("Test", "f", arguments))
            .as("at %s, %s", x, y)
            .isEqualTo(interpreter.call("f", arguments));
      }
    }
  }

  @Test
  void countersAndSizesAreNumbersInArithmetic() {
    var program =
        Programs.of(
            """
            function f(v):
                s = 0
                for i in -2..2:
                    s += i/2 + i*i*1000000*1000000 + abs(i)/3 + sign(i)/3 + length(v)/4 + 1/3 + (i + 1)/7
                    s += 1/(i * -1 + 100) + (1 if i < 0 else 2)/4 + max(i, 1)/3 + i^2/5
                    s += 1/(0*i - 5) + mod(i, 3)/2 - 3000000000*i - -i
                return s
            """);
    var arguments = List.of(Value.vector(1, 2, 3));
    assertThat(compiled(program).call("Test", "f", arguments))
        .isEqualTo(new Interpreter(program).call("f", arguments));
  }

  @Test
  void namesThatJavaCannotHaveGetAnUnderscore() {
    var program =
        Programs.of(
            """
            function int(class, Math, double_, Double, FILE, Stack, java):
                goto = class + Math + double_ + Double + FILE + Stack + java
                v = [goto]
                push(v, e)
                return v[2] + max(goto, 1) + sqrt(Math) + Math^Double + yield(record(goto))

            function record(record):
                var = record
                record = var + 1
                return record
            function yield(this):
                for int in 1..3: this += int
                return this
            function toString(): return 1
            function max_(père, größe): return max(père, größe)
            function at(v, i): return v[i]
            function where(v, i): return at(v, i) + at([1, 2][1] + v, 1)
            """
                .replace("at([1, 2][1] + v, 1)", "at(v + v, 1)"));
    var java = compiled(program);
    var one = Value.of(1);
    assertThat(java.call("Test", "int", List.of(one, one, one, one, one, one, one)))
        .isEqualTo(
            new Interpreter(program).call("int", List.of(one, one, one, one, one, one, one)));
    assertThat(java.call("Test", "where", List.of(Value.vector(3, 4), Value.of(2))))
        .isEqualTo(List.of(Value.of(10)));
  }

  @Test
  void aClassIsNamedLikeAFile() {
    assertThat(List.of("essay", "power-law", "power_law", "2 goods", "math", "été", "Stack"))
        .map(JavaClass::className)
        .containsExactly("Essay", "PowerLaw", "PowerLaw", "_2Goods", "Math_", "Été", "Stack_");
  }

  @Test
  void commentsStayAndNeverBeginACharacterCode() {
    assertThat(text("function f(x):\n    return x  # see C:\\users */ \n"))
        .contains("    return x; // see C:\\\\users */\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while true:\n        x += 1\n        if x > 9: return x\n    return 0",
        "while 1 < 2:\n        x += 1\n        if x > 9: return x\n    return 0",
        "while false: x = 1\n    return x",
        "while 2 < 1: x = 1\n    return x",
        "return x\n    x = 2\n    return x",
        "for i in 1..3:\n        break\n        x += i\n    return x",
        "if x > 0:\n        return 1\n    else:\n        return 2\n    return 3"
      })
  void codeThatNoPathLeadsToIsNoErrorInJava(String body) {
    var program = Programs.of("function f(x):\n    " + body + "\n");
    assertThat(compiled(program).call("Test", "f", List.of(Value.of(1))))
        .isEqualTo(new Interpreter(program).call("f", List.of(Value.of(1))));
  }

  @Test
  void arraysAreValues() {
    var program =
        Programs.of(
            """
            function same(v): return v
            function changed(v, w):
                u = v
                v[1] = 7
                w, v = v, w
                push(u, 5)
                v[2] = u[1]
                return sum(u), sum(v), sum(w), v, w, u
            function twice(m): return m, m
            function rows_(v):
                m = [v, v]
                v[1] = 9
                m[2, 1] = 4
                return m[1, 1] + 10*m[2, 1] + 100*v[1]
            """);
    var java = compiled(program);
    var arguments = List.<Value>of(Value.vector(1, 2), Value.vector(3, 4));
    assertThat(java.call("Test", "changed", arguments))
        .isEqualTo(new Interpreter(program).call("changed", arguments));
    assertThat(java.call("Test", "rows_", List.of(Value.vector(1, 2))))
        .isEqualTo(List.of(Value.of(941)));
    assertThat(text("function same(v): return v[1] + 0 * sum(v)\nfunction g(v): return v + []"))
        .doesNotContain("clone");
    assertThat(text("function f(v):\n    w = v\n    return sum(w), w")).contains("w.clone()");
  }

  @Test
  void anArrayThatIsHandedOverIsNotCopied() {
    assertThat(
            text(
                """
                function f(v, i):
                    if i == 0: return v
                    v[i] += 1
                    v = f(v, i - 1)
                    return v
                function g(x, n):
                    v = zeros(n)
                    v = f(v, n)
                    return sum(v) * x
                """))
        .containsOnlyOnce(".clone()")
        .contains("recurseTo(remaining -> f(v.clone(), i, remaining))");
  }

  @Test
  void tenThousandCallsNestAndTooManyFailWithTheLine() {
    var program =
        Programs.of(
            """
            function f(x, n):
                if n == 0: return x
                return 1 + f(x, n - 1)
            function v(n):
                if n == 0: return [1]
                w = v(n - 1)
                push(w, n)
                return w
            """);
    var java = compiled(program);
    assertThat(java.call("Test", "f", List.of(Value.of(1), Value.of(10_000))))
        .isEqualTo(List.of(Value.of(10_001)));
    assertThat(java.call("Test", "v", List.of(Value.of(10_000)))).hasSize(1);
    assertThatThrownBy(() -> java.call("Test", "f", List.of(Value.of(1), Value.of(0.5))))
        .hasMessage("test.market:3: calls nest deeper than 20000");
  }

  @Test
  void failuresNameTheLineAndTheValues() {
    var program =
        Programs.of(
            """
            function element(v, i): return v[i]
            function cell(m, i, j):
                m[i, j] = 2
                return m[1, 1]
            function last(v):
                return pop(v)
            function loop(n, k):
                for i in 1..n step k: n += 1
                return n
            function size(n): return length(zeros(n))
            function together(v, w): return sum(v + w)
            function largest(v): return max(v)
            function rows_(v, w): return sum([v, w]) + length(v) + length(w)
            """
                .replace("    return pop(v)", "    x = pop(v)\n    return x"));
    var java = compiled(program);
    var v = Value.vector(1, 2);
    var m = new Value.Matrix(1, 2, 1, 2);
    fails(java, "test.market:1: index 3 is outside 1..2", "element", v, Value.of(3));
    fails(
        java,
        "test.market:1: an index must be a whole number and is 1.5",
        "element",
        v,
        Value.of(1.5));
    fails(java, "test.market:1: index 1 of an empty array", "element", Value.vector(), Value.of(1));
    fails(
        java,
        "test.market:3: index 2 is outside the 1 rows of a matrix",
        "cell",
        m,
        Value.of(2),
        Value.of(1));
    fails(
        java,
        "test.market:3: index 0 is outside the 2 columns of a matrix",
        "cell",
        m,
        Value.of(1),
        Value.of(0));
    fails(java, "test.market:6: pop of an empty array", "last", Value.vector());
    fails(
        java,
        "test.market:9: a step of 0 never reaches the end of the loop",
        "loop",
        Value.of(1),
        Value.of(0));
    fails(
        java,
        "test.market:9: a bound must be a whole number and is 0.5",
        "loop",
        Value.of(0.5),
        Value.of(1));
    fails(
        java, "test.market:9: a bound of 1.0E12 is too large", "loop", Value.of(1e12), Value.of(1));
    fails(java, "test.market:11: a size of -1 is outside 0..1073741823", "size", Value.of(-1));
    fails(
        java,
        "test.market:12: '+' of arrays of different length: 2 and 1",
        "together",
        v,
        Value.vector(1));
    fails(java, "test.market:13: max of an empty array", "largest", Value.vector());
    fails(
        java, "test.market:14: row 2 has 1 elements and row 1 has 2", "rows_", v, Value.vector(1));
  }

  private static void fails(
      CompiledJava java, String message, String function, Value... arguments) {
    assertThatThrownBy(() -> java.call("Test", function, List.of(arguments))).hasMessage(message);
  }

  @Test
  void aFunctionThatIsTooLongForAMethodIsRefused() {
    var lines = IntStream.range(0, 12_000).mapToObj(i -> "    x = x * 1." + i + "1\n").toList();
    assertThatThrownBy(() -> text("function f(x):\n" + String.join("", lines) + "    return x\n"))
        .isInstanceOf(NotInJava.class)
        .hasMessage("test.market:1:1: 'f' is too long for Java, whose methods have at most 64 KB");
  }

  @Test
  void whatIsNotRefusedCompiles() {
    for (int length = 2_000; ; length += 1_000) {
      var lines =
          IntStream.range(0, length)
              .mapToObj(i -> "    x%d = x%d * 1.%d1\n".formatted(i + 1, i, i))
              .toList();
      var code = "function f(x0):\n" + String.join("", lines) + "    return x" + length + "\n";
      try {
        compiled(Programs.of(code));
      } catch (NotInJava refused) {
        assertThat(length).isGreaterThan(3_000);
        return;
      }
    }
  }

  @Test
  void expressionsThatNestTooDeepForTheCompilerOfJavaAreRefused() {
    assertThatThrownBy(() -> text("function f(x): return " + nested("sin(", 150) + "\n"))
        .isInstanceOf(NotInJava.class)
        .hasMessageContaining(
            "code of this line nests 151 deep, too deep for the compiler of Java");
  }

  @Test
  void expressionsThatNestLessDeepCompile() {
    var sum = "x + sin(x) - ".repeat(74) + "x";
    compiled(Programs.of("function f(x): return " + nested("sin(", 149) + "\n"));
    compiled(Programs.of("function f(x): return " + sum + "\n"));
  }

  private static String nested(String opening, int depth) {
    return opening.repeat(depth) + "x" + ")".repeat(depth);
  }

  @Test
  void moreParametersThanAMethodTakesAreRefused() {
    var names = IntStream.range(0, 130).mapToObj(i -> "x" + i).collect(Collectors.joining(", "));
    assertThatThrownBy(() -> text("function f(" + names + "): return x1\n"))
        .isInstanceOf(NotInJava.class)
        .hasMessageContaining("'f' has 130 parameters, too many for Java");
  }
}
