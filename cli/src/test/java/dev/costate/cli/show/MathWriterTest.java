package dev.costate.cli.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.economy.Economy;
import dev.costate.economy.Elaboration;
import dev.costate.economy.Overrides;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.program.Expression;
import dev.costate.program.Statement.Return;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MathWriterTest {
  private static final List<String> NAMES = List.of("a", "b", "c");

  private static Economy file(String body) {
    var diagnostics = new Diagnostics();
    var text = "function f(a, b, c): return a*0 + b*0 + c*0 + (" + body + ")\n";
    var file = Parser.parse(Source.of("test.market", text), diagnostics);
    var economy = Elaboration.elaborate(file, Overrides.NONE, diagnostics);
    assertThat(diagnostics.all()).as(body).isEmpty();
    return economy.orElseThrow();
  }

  private static Expression parsed(String body) {
    var statements = file(body).program().function("f").body().statements();
    var sum = (Expression.Apply) ((Return) statements.getLast()).values().getFirst();
    return sum.argument(1);
  }

  private static double value(String body) {
    var arguments = List.of(Value.of(1.3), Value.of(0.7), Value.of(2.1));
    var result = new Interpreter(file(body).program()).call("f", arguments).getFirst();
    return ((Value.Number) result).value();
  }

  private static String terminal(String body) {
    return new MathWriter(TerminalNotation.INSTANCE, Map.of(), Scope.MARKET).of(parsed(body));
  }

  private static String latex(String body) {
    return new MathWriter(LatexNotation.INSTANCE, Map.of(), Scope.MARKET).of(parsed(body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a - (b - c)        | a − b + c",
        "a * (b - c)        | a·(b − c)",
        "a - -b             | a + b",
        "(a + b) * c        | (a + b)·c",
        "-a * b             | −a·b",
        "(-a)^2             | (−a)²",
        "(a^b)^c            | (a^b)^c",
        "a^-2               | a^(−2)",
        "a / (b * c)        | a/(b·c)",
        "a / b / c          | a/b/c",
        "a / (b / c)        | a/(b/c)",
        "sqrt(a + b)        | √(a + b)",
        "a^(1/3)            | a^(1/3)",
        "max(a, b - c, 0)   | max(a, b − c, 0)",
        "a if b > c else -c | a if b > c else −c",
        "0.00000123 * a     | 1.23·10⁻⁶·a",
        "a^0.5 / 3          | a^0.5/3"
      })
  void bracketsStandWhereTheyAreNeeded(String code, String shown) {
    assertThat(terminal(code)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a / (b + c)  | \\frac{\\mathit{a}}{\\mathit{b} + \\mathit{c}}",
        "(a / b)^2    | \\left(\\frac{\\mathit{a}}{\\mathit{b}}\\right)^{2}",
        "ln(a) * b    | \\ln\\left(\\mathit{a}\\right)\\,\\mathit{b}",
        "0.3e-7 * a   | 3 \\times 10^{-8}\\,\\mathit{a}"
      })
  void latexHasFractionsAndItsOwnFunctions(String code, String shown) {
    assertThat(latex(code)).isEqualTo(shown);
  }

  /** The language reads middle dots and minus signs, so what is shown can be read back. */
  @Test
  void whatIsShownMeansWhatItShows() {
    var random = new Random(3);
    for (int k = 0; k < 400; k++) {
      var code = random(random, 4);
      var read =
          terminal(code)
              .replace("²", "^2")
              .replace("³", "^3")
              .replaceAll("√(\\w+)", "sqrt($1)")
              .replace("√(", "sqrt(");
      double expected = value(code);
      if (Double.isFinite(expected)) {
        assertThat(value(read))
            .as("%s shown as %s", code, read)
            .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
      }
    }
  }

  private static String random(Random random, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return random.nextBoolean() ? NAMES.get(random.nextInt(3)) : "" + (1 + random.nextInt(4));
    }
    var a = random(random, depth - 1);
    var b = random(random, depth - 1);
    return switch (random.nextInt(8)) {
      case 0 -> "(" + a + " + " + b + ")";
      case 1 -> "(" + a + " - " + b + ")";
      case 2 -> "(" + a + ") * (" + b + ")";
      case 3 -> "(" + a + ") / (" + b + ")";
      case 4 -> "(-(" + a + "))";
      case 5 -> "(abs(" + a + "))^(" + (1 + random.nextInt(3)) + ")";
      case 6 -> "sqrt(abs(" + a + "))";
      default -> "min(" + a + ", " + b + ")";
    };
  }

  @Test
  void everythingThatMeansSomethingInLatexIsEscaped() {
    assertThat(LatexNotation.escaped("a_b #1 50% $x$ {y} ~ ^ \\ & < >"))
        .isEqualTo(
            "a\\_b \\#1 50\\% \\$x\\$ \\{y\\} \\textasciitilde{} \\textasciicircum{} "
                + "\\textbackslash{} \\& \\textless{} \\textgreater{}");
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5",
    "0.3333333333333333, 1/3",
    "1.3333333333333333, 4/3",
    "0.8, 0.8",
    "0.333333, 0.333333",
    "12345678, 12345678",
    "0, 0"
  })
  void numbersAreDecimalsOrSmallFractions(double value, String shown) {
    assertThat(ShownNumber.of(value).digits()).isEqualTo(shown);
  }
}
