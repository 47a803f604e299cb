package dev.costate.cli;

import dev.costate.cli.command.ExitStatus;
import dev.costate.cli.input.Console;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Standard output: remembers why a write failed, since a {@link java.io.PrintStream} does not say.
 * A reader that has seen enough ({@code | head}) is no problem; a full disk is.
 */
final class Output extends FilterOutputStream {
  private static final String READER_IS_GONE = "Broken pipe";

  private Optional<String> failure = Optional.empty();

  Output(OutputStream stream) {
    super(stream);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException problem) {
      failure = Optional.of(String.valueOf(problem.getMessage()));
      throw problem;
    }
  }

  /** How the program ends if output was lost. */
  Optional<ExitStatus> problem(Console console) {
    return failure
        .filter(message -> !message.equals(READER_IS_GONE))
        .map(message -> {
          console.error("standard output", "it cannot be written: " + message, "");
          console.err().flush();
          return ExitStatus.WRONG_INPUT;
        });
  }
}
