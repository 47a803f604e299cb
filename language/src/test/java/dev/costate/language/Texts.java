package dev.costate.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.parse.Parser;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads texts and test files. */
public final class Texts {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final DiagnosticPrinter PLAIN =
      new DiagnosticPrinter(DiagnosticPrinter.Colour.NONE);

  private Texts() {}

  /** The tree of a text that has no errors. */
  public static MarketFile file(String text) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("test.market", text), diagnostics);
    assertThat(PLAIN.print(diagnostics.all())).isEmpty();
    return file;
  }

  /** The tree of an expression that has no errors. */
  public static Expression expression(String text) {
    var diagnostics = new Diagnostics();
    var expression = Parser.parseExpression(Source.of("test", text), diagnostics);
    assertThat(PLAIN.print(diagnostics.all())).isEmpty();
    return expression.orElseThrow();
  }

  /**
   * The statements of a function whose block is the text, each line of which is indented by four
   * spaces here.
   */
  public static List<Statement> statements(String text) {
    return file("function f(x):\n" + text.indent(4)).functions().getFirst().body().statements();
  }

  /** What is reported for a text: {@code line:column message}, one per line. */
  public static List<String> errors(String text) {
    var diagnostics = new Diagnostics();
    Parser.parse(Source.of("test.market", text), diagnostics);
    return diagnostics.all().stream()
        .map(d -> "%d:%d %s".formatted(d.place().line(), d.place().column(), d.message()))
        .toList();
  }

  /** What is reported for one line of a function's block, with columns as in the line itself. */
  public static List<String> errorsOfLine(String line) {
    var diagnostics = new Diagnostics();
    Parser.parse(Source.of("test.market", "function f(x):\n    " + line + "\n"), diagnostics);
    return diagnostics.all().stream()
        .map(d -> "%d %s".formatted(d.place().column() - 4, d.message()))
        .toList();
  }

  /** All diagnostics of a file as the user sees them. */
  public static String rendered(String name, String text) {
    var diagnostics = new Diagnostics();
    Parser.parse(Source.of(name, text), diagnostics);
    return PLAIN.print(diagnostics.all());
  }

  /** The files of a folder of test resources, by name. */
  public static List<Path> files(String folder, String extension) {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(extension)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compares with a file beside another; {@code -DargLine=-Dgolden.update=true} writes it instead.
   */
  public static void assertGolden(String actual, Path expected) {
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(expected, actual);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(actual).isEqualTo(read(expected));
  }
}
