package dev.costate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.cli.command.ExitStatus;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.MarketReader;
import dev.costate.cli.report.DisplayWidth;
import dev.costate.economy.Overrides;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import dev.costate.equilibrium.stated.StatedMarket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code costate show} prints what stands in the folder {@code golden-show}, and every example. */
final class ShowTest {
  private static final Path HOME = Path.of("..");
  private static final Path FOLDER = Path.of("src/test/resources/golden-show");
  private static final Pattern ENVIRONMENT = Pattern.compile("\\\\(begin|end)\\{([a-z*]+)\\}");
  private static final Pattern VERBATIM =
      Pattern.compile("(?s)\\\\begin\\{verbatim\\}.*?\\\\end\\{verbatim\\}");
  private static final int COLUMNS = 100;

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  static List<Path> goldens() throws IOException {
    return files(FOLDER, ".golden");
  }

  /** The examples that are markets, as one names them at home. */
  static List<String> examples() throws IOException {
    return files(HOME.resolve("examples"), ".market").stream()
        .map(file -> HOME.relativize(file).toString())
        .filter(ShowTest::isMarket)
        .toList();
  }

  private static boolean isMarket(String name) {
    try {
      return Files.readString(HOME.resolve(name))
          .lines()
          .anyMatch(l -> l.matches("(firm|consumer) .*"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void commandPrintsWhatItShould(Path file) throws IOException {
    var golden = Golden.read(file);
    var printed = Golden.of(golden.command(), Run.of(HOME, "", Map.of(), golden.words()));
    if (Golden.updates()) {
      Files.writeString(file, printed.text());
    }
    assertThat(printed.text()).isEqualTo(golden.text());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsShownUnderTheNamesOfTheConditionsThatAreSolved(String name) {
    var economy = MarketReader.read(name, Overrides.NONE, console()).economy();
    var solved = (Outcome.Solved) EquilibriumSearch.solve(economy);
    var reported = solved.equilibrium().conditions().stream().map(c -> c.text()).toList();
    var stated =
        StatedMarket.of(economy).conditions().stream()
            .filter(c -> !c.kind().equals("price_level"))
            .map(c -> c.text())
            .toList();
    assertThat(stated).isEqualTo(reported);
    var shown = shown(name, "--all");
    var words = shown.replaceAll("\\s+", " ");
    for (var text : reported) {
      assertThat(words).contains(" " + text.replaceAll("\\s+", " ") + " ");
    }
    assertThat(shown.lines().filter(line -> line.contains(" ⟂ ") || isIncome(line)).count())
        .isGreaterThanOrEqualTo(reported.size());
  }

  private static boolean isIncome(String line) {
    return line.matches(" +[MQY]\\(.*\\) = .*");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleFitsATerminal(String name) {
    for (var lines : List.of(shown(name), shown(name, "--all"))) {
      assertThat(lines).doesNotContain("NaN").doesNotContain("undefined");
      assertThat(lines.lines().filter(line -> line.contains(" ")))
          .allMatch(line -> DisplayWidth.of(line) <= COLUMNS);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void bracesEnvironmentsAndBracketsBalanceInLatex(String name) {
    for (var latex : List.of(shown(name, "--latex"), shown(name, "--latex", "--all"))) {
      var open = new ArrayDeque<String>();
      var environments = ENVIRONMENT.matcher(latex);
      while (environments.find()) {
        if (environments.group(1).equals("begin")) {
          open.push(environments.group(2));
        } else {
          assertThat(open.pop()).isEqualTo(environments.group(2));
        }
      }
      assertThat(open).isEmpty();
      var text = VERBATIM.matcher(latex).replaceAll("");
      for (var line : text.lines().toList()) {
        assertThat(depth(line)).as(line).isZero();
        assertThat(count(line, "\\\\left[(\\[]"))
            .as(line)
            .isEqualTo(count(line, "\\\\right[)\\]]"));
        assertThat(count(line, "(?<!\\\\)\\$") % 2).as(line).isZero();
        assertThat(line.replaceAll("^&.*|(?<!\\\\)\\$[^$]*\\$", ""))
            .doesNotContain("_{")
            .doesNotContain("\\mathit");
      }
    }
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  /** Braces that are opened less those that are closed, never negative on the way. */
  private static int depth(String line) {
    int depth = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
        assertThat(depth).as(line).isNotNegative();
      }
    }
    return depth;
  }

  @Test
  void outWritesTheFileAndPrintsNothing(@TempDir Path folder) throws IOException {
    Files.copy(HOME.resolve("examples/tupperware.market"), folder.resolve("tupperware.market"));
    var run = Run.of(folder, "show", "tupperware.market", "--latex", "--out", "t.tex");
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(folder.resolve("t.tex")))
        .isEqualTo(Run.of(folder, "show", "tupperware.market", "--latex").out())
        .startsWith("\\documentclass")
        .endsWith("\\end{document}\n");
  }

  @Test
  void namesWithUnderscoresAreEscapedInLatex(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("a_b.market"),
        """
        good raw_ore: supply 4
        good fine_ore: price 2
        firm Mill_1 makes fine_ore from raw_ore: fine_ore = raw_ore^0.5
        """);
    var latex = Run.of(folder, "show", "a_b.market", "--latex").out();
    assertThat(latex).contains("a\\_b.market", "\\mathrm{raw\\_ore}", "Mill\\_1 buys raw\\_ore");
    assertThat(latex.replace("\\_", "").replace("_{", "")).doesNotContain("_");
  }

  private static String shown(String name, String... options) {
    var words = new ArrayList<>(List.of("show", name));
    words.addAll(List.of(options));
    var run = Run.of(HOME, words.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    return run.out();
  }

  private static Console console() {
    var nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    return new Console(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, HOME, Map.of());
  }
}
