package dev.costate.cli.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.program.Variable;
import dev.costate.program.lower.Lowering;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StraightLineTest {
  private static Optional<StraightLine> read(String code) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("test.market", code), diagnostics);
    var program = Lowering.of(file.functions()).lower(diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    return StraightLine.of(
        program.functions().getFirst(),
        1,
        (_, arguments) -> arguments.stream().map(a -> 0.5).toList());
  }

  private static List<String> lines(String code) {
    return read(code).orElseThrow().lines().stream()
        .map(line -> line.target() + " = " + Formula.of(line.value()))
        .toList();
  }

  @Test
  void anInputKeepsItsNameAndWhatItIsUpdatedToGetsAnother() {
    assertThat(
            lines("function f(x):\n    y = x\n    x = x^2\n    x += y\n    y = x\n    return y\n"))
        .containsExactly("y₁ = x", "x₂ = x^2", "x₃ = x₂ + y₁", "y = x₃");
  }

  @Test
  void aKinkIsALineOfItsOwnWithTheGivenShares() {
    var code = read("function f(x, y):\n    z = 2 * min(x, 3*y)\n    return z\n").orElseThrow();
    assertThat(code.lines())
        .extracting(StraightLine.Line::role)
        .containsExactly(StraightLine.Line.Role.KINK, StraightLine.Line.Role.CODE);
    var gradient = code.gradient(code.outputs().getFirst());
    assertThat(Formula.of(gradient.get(Variable.number("x")).expression())).isEqualTo("1");
    assertThat(Formula.of(gradient.get(Variable.number("y")).expression())).isEqualTo("3");
  }

  @Test
  void aSwapReadsBothBeforeItWrites() {
    var code = read("function f(x, y):\n    x, y = 2*y, 3*x\n    return x\n").orElseThrow();
    var gradient = code.gradient(code.outputs().getFirst());
    assertThat(gradient).doesNotContainKey(Variable.number("x"));
    assertThat(Formula.of(gradient.get(Variable.number("y")).expression())).isEqualTo("2");
  }

  @Test
  void loopsBranchesCallsAndChoicesAreNotStraight() {
    assertThat(read("function f(x):\n    for i in 1..3: x *= 2\n    return x\n")).isEmpty();
    assertThat(read("function f(x):\n    if x > 1: x = 2\n    return x\n")).isEmpty();
    assertThat(read("function f(x):\n    y = g(x)\n    return y\nfunction g(x):\n    return x\n"))
        .isEmpty();
    assertThat(read("function f(x):\n    y = x if x > 1 else 2\n    return y\n")).isEmpty();
  }
}
