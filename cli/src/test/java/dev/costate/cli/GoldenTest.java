package dev.costate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command line of the folder {@code golden} prints what stands there. */
final class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final Path MODELS = FOLDER.resolve("models");
  private static final Path WRONG = FOLDER.resolve("wrong");

  /** How many different mistakes must be there. */
  private static final int MISTAKES = 30;

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  static List<Path> commands() throws IOException {
    return files(FOLDER.resolve("commands"), ".golden");
  }

  static List<Path> mistakes() throws IOException {
    return files(WRONG, ".golden");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void commandPrintsWhatItShould(Path file) throws IOException {
    compare(file, MODELS);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakeIsExplained(Path file) throws IOException {
    compare(file, WRONG);
    var golden = Golden.read(file);
    assertThat(golden.status()).as("exit status of %s", file).isNotZero();
    assertThat(golden.out()).as("standard output of %s", file).isEmpty();
  }

  @Test
  void everyWrongFileHasItsMessageAndNoTwoAreOfOneKind() throws IOException {
    var models = files(WRONG, ".market").stream().map(GoldenTest::stem).toList();
    assertThat(mistakes().stream().map(GoldenTest::stem).toList()).isEqualTo(models);
    assertThat(models).hasSizeGreaterThanOrEqualTo(MISTAKES);
    var messages = new HashSet<String>();
    for (var file : mistakes()) {
      var first = Golden.read(file).err().lines().findFirst().orElse("");
      assertThat(messages.add(first.replaceFirst("^[^ ]* ", "")))
          .as("the message of %s is its own", file)
          .isTrue();
    }
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
  }

  private static void compare(Path file, Path directory) throws IOException {
    var golden = Golden.read(file);
    var printed = Golden.of(golden.command(), Run.of(directory, "", Map.of(), golden.words()));
    if (Golden.updates()) {
      Files.writeString(file, printed.text());
    }
    assertThat(printed.text()).isEqualTo(golden.text());
  }
}
