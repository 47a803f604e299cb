package dev.costate.program.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.DiagnosticPrinter;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WrongProgramsTest {
  private static final Path WRONG = Path.of("src/test/resources/wrong");

  static Stream<Path> files() throws IOException {
    try (var files = Files.list(WRONG)) {
      return files.filter(file -> file.toString().endsWith(".market")).sorted().toList().stream();
    }
  }

  /** With {@code -Dgolden.update=true} the expected texts are written anew. */
  @ParameterizedTest
  @MethodSource("files")
  void everyErrorIsReportedAtItsPlace(Path file) throws IOException {
    var name = file.getFileName().toString();
    var diagnostics = new Diagnostics();
    var parsed = Parser.parse(Source.of(name, Files.readString(file)), diagnostics);
    var program =
        Lowering.of(parsed.functions()).withConstants(Map.of("payroll", 0.2)).lower(diagnostics);
    assertThat(program).isEqualTo(Program.EMPTY);
    var text = new DiagnosticPrinter(DiagnosticPrinter.Colour.NONE).print(diagnostics.all());
    var expected = WRONG.resolve(name.replace(".market", ".expected"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, text);
    }
    assertThat(text).isEqualTo(Files.readString(expected));
  }
}
