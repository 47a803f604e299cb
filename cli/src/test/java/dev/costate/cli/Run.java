package dev.costate.cli;

import dev.costate.cli.command.ExitStatus;
import dev.costate.cli.input.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command line run in this process: what it wrote and how it ended. */
record Run(String out, String err, ExitStatus status) {
  /** Runs the words behind {@code costate} in a directory. */
  static Run of(Path directory, String... words) {
    return of(directory, "", Map.of(), List.of(words));
  }

  static Run of(Path directory, String input, Map<String, String> environment, List<String> words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            directory,
            environment);
    var status = Main.run(words, console);
    return new Run(
        out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), status);
  }
}
