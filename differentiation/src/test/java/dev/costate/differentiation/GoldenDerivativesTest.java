package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder holds each primal and the exact text of its derivative: {@code NAME.market}, whose
 * last function is differentiated, and {@code NAME.expected}. Run with {@code
 * -Dcostate.golden=write} to write the expected texts, then read them.
 */
final class GoldenDerivativesTest {
  private static final Path FOLDER = Path.of("src/test/resources/derivatives");

  static Stream<Path> primals() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".market")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("primals")
  void theDerivativeReadsAsExpected(Path primal) throws IOException {
    var program = Programs.of(Files.readString(primal));
    var actual =
        Programs.text(Differentiator.gradient(program, program.functions().getLast().name()));
    var expected = Path.of(primal.toString().replace(".market", ".expected"));
    if ("write".equals(System.getProperty("costate.golden"))) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("primals")
  void thePrintedDerivativeIsAValidFileAgain(Path primal) throws IOException {
    var text = Files.readString(primal);
    var program = Programs.of(text);
    var derivative = Differentiator.gradient(program, program.functions().getLast().name());
    var again = Programs.of(Programs.text(derivative) + "\n" + text);
    assertThat(again.functions()).hasSize(derivative.program().functions().size());
    assertThat(List.of(again.function(derivative.function()).parameters()))
        .isEqualTo(List.of(program.functions().getLast().parameters()));
  }
}
