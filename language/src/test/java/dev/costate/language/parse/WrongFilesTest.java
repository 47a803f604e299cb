package dev.costate.language.parse;

import static dev.costate.language.Texts.assertGolden;
import static dev.costate.language.Texts.read;
import static dev.costate.language.Texts.rendered;

import dev.costate.language.Texts;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong file is reported exactly as its {@code .expected} file says. */
class WrongFilesTest {
  static Stream<Path> files() {
    return Texts.files("wrong", ".market").stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void wrongFilesAreReportedAsExpected(Path file) {
    var name = file.getFileName().toString();
    assertGolden(
        rendered(name, read(file)), file.resolveSibling(name.replace(".market", ".expected")));
  }
}
