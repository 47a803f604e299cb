package dev.costate.program.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.program.Programs;
import dev.costate.program.Routes;
import dev.costate.program.random.RandomPrograms;
import dev.costate.program.run.Value;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartitionTest {
  private static final int PROGRAMS = 250;

  static Stream<Limits> limits() {
    return Stream.of(
        new Limits(100, 60), new Limits(60, 10), new Limits(200, 50), new Limits(400, 300));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void functionsCutIntoSmallPiecesRunAlike(Limits limits) {
    int pieces = 0;
    for (long seed = 0; seed < PROGRAMS; seed++) {
      var program = RandomPrograms.program(seed);
      var compiled = Compiler.compile(program, limits);
      assertThat(compiled.isInterpreted()).isFalse();
      var routes = new Routes(program, compiled);
      var random = new SplittableRandom(seed);
      for (var function : program.functions()) {
        pieces += Partition.of(function, limits).pieces().size();
        routes.outcome(function.name(), RandomPrograms.arguments(function, random));
      }
    }
    assertThat(pieces).isGreaterThan(PROGRAMS);
  }

  @Test
  void aShortFunctionIsNotCut() {
    var program = Programs.of("function f(x): return x + 1\n");
    assertThat(Partition.of(program.function("f"), Limits.USUAL).isCut()).isFalse();
  }

  @Test
  void tenThousandLinesRun() {
    var text = new StringBuilder("function f(x, y):\n    a0 = x\n");
    for (int i = 1; i <= 10_000; i++) {
      text.append("    a%d = sin(a%d)*%d.5 + y/a%d\n".formatted(i, i - 1, i % 7 + 1, i / 2));
    }
    text.append("    return a10000\n");
    var program = Programs.of(text.toString());
    var compiled = Compiler.compile(program);
    assertThat(compiled.isInterpreted()).isFalse();
    new Routes(program, compiled).call("f", Value.of(0.3), Value.of(1.7));
  }

  @Test
  void tenThousandLinesThatReassignInALoopRun() {
    var text = new StringBuilder("function f(n):\n    a = 1\n    b = 0\n    for i in 1..n:\n");
    for (int i = 1; i <= 10_000; i++) {
      text.append("        %s += sin(a + i + %d)\n".formatted(i % 2 == 0 ? "a" : "b", i));
      if (i == 5_000) {
        text.append("        if a > 1e9: return a\n        if b > 1e9: break\n");
      }
    }
    text.append("    return a + b\n");
    var program = Programs.of(text.toString());
    var compiled = Compiler.compile(program);
    assertThat(compiled.isInterpreted()).isFalse();
    new Routes(program, compiled).call("f", Value.of(3));
  }

  @Test
  void anExpressionOfThousandsOfTermsRuns() {
    var text = new StringBuilder("function f(x):\n    return x");
    for (int i = 1; i <= 3_000; i++) {
      text.append(" + sin(x*").append(i).append(')');
    }
    var program = Programs.of(text.append('\n').toString());
    var compiled = Compiler.compile(program);
    assertThat(compiled.isInterpreted()).isFalse();
    new Routes(program, compiled).call("f", Value.of(0.1));
  }

  @Test
  void arraysOfThousandsOfElementsRun() {
    var literals = new StringBuilder();
    var expressions = new StringBuilder();
    for (int i = 1; i <= 3_000; i++) {
      literals.append(i == 1 ? "" : ", ").append(i).append(".25");
      expressions.append(i == 1 ? "" : ", ").append("x*").append(i);
    }
    var program =
        Programs.of(
            "function f(x): return sum(["
                + literals
                + "]) + x\n"
                + "function g(x): return ["
                + expressions
                + "]\n");
    var compiled = Compiler.compile(program);
    assertThat(compiled.isInterpreted()).isFalse();
    var routes = new Routes(program, compiled);
    routes.call("f", Value.of(1));
    routes.call("g", Value.of(2));
  }

  @Test
  void thousandsOfResultsRun() {
    var targets = new StringBuilder();
    var values = new StringBuilder();
    for (int i = 1; i <= 3_000; i++) {
      targets.append(i == 1 ? "" : ", ").append('y').append(i);
      values.append(i == 1 ? "" : ", ").append("x + ").append(i);
    }
    var program =
        Programs.of(
            "function many(x): return "
                + values
                + "\n"
                + "function f(x):\n    "
                + targets
                + " = many(x)\n    return y1 * y3000\n");
    var compiled = Compiler.compile(program);
    assertThat(compiled.isInterpreted()).isFalse();
    var routes = new Routes(program, compiled);
    assertThat(routes.text("f", Value.of(1))).isEqualTo("6002");
    routes.call("many", Value.of(1));
  }

  @Test
  void moreConstantsThanAConstantPoolHoldsRun() {
    var text = new StringBuilder("function f(x):\n    a = x\n");
    for (int i = 1; i <= 40_000; i++) {
      text.append("    a = a*0.5 + ").append(i).append(".125\n");
    }
    var program = Programs.of(text.append("    return a\n").toString());
    var compiled = Compiler.compile(program);
    assertThat(compiled.isInterpreted()).isFalse();
    new Routes(program, compiled).call("f", Value.of(1));
  }
}
