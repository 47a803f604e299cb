package dev.costate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.cli.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FmtWriteTest {
  private static final String UNTIDY = "function f( x ):  # keep me\n  return x*2\n";
  private static final String TIDY = "function f(x):  # keep me\n    return x * 2\n";

  @TempDir private Path folder;

  @Test
  void theFileIsReplacedAndNothingIsLeftBeside() throws IOException {
    var file = Files.writeString(folder.resolve("a.market"), UNTIDY);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    var run = Run.of(folder, "fmt", "--write", "a.market");
    assertThat(run).isEqualTo(new Run("", "", ExitStatus.DONE));
    assertThat(file).hasContent(TIDY);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    assertThat(folder)
        .isDirectoryContaining(f -> f.equals(file))
        .isDirectoryNotContaining(f -> !f.equals(file));
  }

  @Test
  void aLinkStaysALink() throws IOException {
    var file = Files.writeString(folder.resolve("a.market"), UNTIDY);
    var link = Files.createSymbolicLink(folder.resolve("b.market"), Path.of("a.market"));
    Run.of(folder, "fmt", "--write", "b.market");
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasContent(TIDY);
  }

  @Test
  void aFileWithErrorsStaysAsItIs() throws IOException {
    var file = Files.writeString(folder.resolve("a.market"), "function f(x)\n  return x*2\n");
    assertThat(Run.of(folder, "fmt", "--write", "a.market").status())
        .isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(file).hasContent("function f(x)\n  return x*2\n");
  }

  @Test
  void aTidyFileIsNotTouched() throws IOException {
    var file = Files.writeString(folder.resolve("a.market"), TIDY);
    var before = Files.getLastModifiedTime(file);
    Run.of(folder, "fmt", "--write", "a.market");
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
    assertThat(Run.of(folder, "fmt", "--check", "a.market").status()).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void standardInputIsReadInPlaceOfAFile() {
    var run = Run.of(folder, UNTIDY, Map.of(), List.of("fmt", "-"));
    assertThat(run).isEqualTo(new Run(TIDY, "", ExitStatus.DONE));
  }
}
