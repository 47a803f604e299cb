package dev.costate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class CommandsTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/costate/cli/command");

  @Test
  void everyCommandOfTheFolderIsInTheListAndTheListIsSorted() throws IOException {
    try (var files = Files.list(SOURCES)) {
      var commands =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("Command.java") && !name.equals("Command.java"))
              .map(name -> name.replace(".java", ""))
              .sorted()
              .toList();
      assertThat(Commands.ALL.stream().map(command -> command.getClass().getSimpleName()))
          .isEqualTo(commands);
    }
    assertThat(Commands.ALL.stream().map(command -> command.usage().name())).isSorted();
  }

  @Test
  void everyExampleOfAHelpTextBeginsWithItsCommand() {
    for (var command : Commands.ALL) {
      var usage = command.usage();
      assertThat(usage.example()).startsWith(usage.name() + " ");
      assertThat(usage.summary()).doesNotEndWith(".");
    }
  }
}
