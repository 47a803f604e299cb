package dev.costate.language.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.DiagnosticPrinter;
import dev.costate.language.Diagnostics;
import dev.costate.language.Shape;
import dev.costate.language.Source;
import dev.costate.language.Texts;
import dev.costate.language.print.Formatter;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the text: nothing is thrown, and what is read without errors survives printing. The seed
 * reproduces a failure.
 */
class FuzzTest {
  private static final int TEXTS = 700;

  private static final List<String> TOKENS =
      List.of(
          "function ",
          "return ",
          "if ",
          "elif ",
          "else",
          "for ",
          "while ",
          "break",
          "continue",
          " in ",
          " or ",
          " and ",
          "not ",
          "true",
          "good ",
          "firm ",
          "makes ",
          "from ",
          "as ",
          "supply ",
          "demand",
          "price ",
          "import at ",
          " up to ",
          "capacity ",
          "start ",
          "scenario ",
          "parameter ",
          "numeraire ",
          "consumer ",
          "owns ",
          "buys ",
          "transfers ",
          " of income",
          " to ",
          "saves ",
          "unknown ",
          "set ",
          "firms ",
          "choosing ",
          "outside",
          "= java a.b#c",
          "(tax ",
          "(subsidy ",
          "(markup ",
          "each ",
          "all of ",
          "default ",
          "[h in hour]",
          " for i in ",
          "demand(p):",
          "sum(",
          "step ",
          "checkpointed(",
          "x",
          "y",
          "f(",
          "v[",
          "1",
          "0.5",
          "20%",
          "1_0",
          "+",
          "-",
          "*",
          "/",
          "^",
          "==",
          "<",
          "<=",
          "=",
          "+=",
          "(",
          ")",
          "[",
          "]",
          ",",
          ":",
          ".",
          "..",
          "\n",
          "\n    ",
          "\n        ",
          "\n\n",
          "# c\n",
          "  # d\n",
          "\"t\"",
          "\"",
          "−",
          "×",
          "\u00A0",
          "\t",
          "$",
          "\r\n",
          "é",
          "\uD83C\uDF3E");

  private static final List<String> BEGINNINGS =
      List.of(
          "",
          "",
          "function f(x):\n    ",
          "function f(x):\n    ",
          "consumer c:\n    ",
          "firm F makes x from ",
          "unknown u in 0..1: ",
          "good g:\n    ");

  private static final List<String> CORPUS =
      Stream.of("formatted", "unformatted", "wrong")
          .flatMap(folder -> Texts.files(folder, ".market").stream())
          .map(Texts::read)
          .toList();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomTokensAreReadOrReported(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < TEXTS; i++) {
      var text = new StringBuilder(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
      for (int n = random.nextInt(60); n > 0; n--) {
        text.append(TOKENS.get(random.nextInt(TOKENS.size())));
      }
      check(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void damagedFilesAreReadOrReported(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < TEXTS; i++) {
      var text = new StringBuilder(CORPUS.get(random.nextInt(CORPUS.size())));
      for (int n = 1 + random.nextInt(4); n > 0 && !text.isEmpty(); n--) {
        damage(text, random);
      }
      check(text.toString());
    }
  }

  private static void damage(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(12));
    switch (random.nextInt(4)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
      case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
      default -> text.replace(at, end, TOKENS.get(random.nextInt(TOKENS.size())));
    }
  }

  private static void check(String text) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("fuzz", text), diagnostics);
    new DiagnosticPrinter(DiagnosticPrinter.Colour.ANSI).print(diagnostics.all());
    var printed = Formatter.print(file);
    if (!diagnostics.hasErrors()) {
      var again = Texts.file(printed);
      assertThat(Shape.withoutBlankLines(again)).as(text).isEqualTo(Shape.withoutBlankLines(file));
      assertThat(Formatter.print(again)).as(text).isEqualTo(printed);
    }
  }
}
