package dev.costate.cli.input;

import dev.costate.language.Diagnostic;
import dev.costate.language.DiagnosticPrinter;
import dev.costate.language.DiagnosticPrinter.Colour;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where a command reads and writes.
 *
 * @param out what was asked for; text is UTF-8 whatever the locale says
 * @param err everything else
 * @param directory what the names of files are relative to
 * @param environment the environment variables; {@code COSTATE_TERMINAL}, set by the launcher,
 *     lists which of the streams 1 and 2 are terminals
 */
public record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Path directory,
    Map<String, String> environment) {
  private static final String TERMINAL = "COSTATE_TERMINAL";
  private static final String NO_COLOUR = "NO_COLOR";
  private static final String DEBUG = "COSTATE_DEBUG";

  public Console {
    environment = Map.copyOf(environment);
  }

  /**
   * The path that a user named.
   *
   * @throws Refusal if it cannot be one
   */
  public Path path(String name) {
    try {
      return directory.resolve(name);
    } catch (InvalidPathException problem) {
      throw Refusal.ofWhole(name, "this cannot be the name of a file: " + problem.getReason(), "");
    }
  }

  /** Whether what is written to {@link #out} goes to a terminal. */
  public boolean isOutTerminal() {
    return environment.getOrDefault(TERMINAL, "").contains("1");
  }

  /** Whether what is written to {@link #err} goes to a terminal. */
  public boolean isErrTerminal() {
    return environment.getOrDefault(TERMINAL, "").contains("2");
  }

  /** Whether a person asked for no colour (https://no-color.org). */
  public boolean isColourForbidden() {
    return !environment.getOrDefault(NO_COLOUR, "").isEmpty();
  }

  /** Whether whoever runs this wants to see the inside of an internal error. */
  public boolean isDebugging() {
    return !environment.getOrDefault(DEBUG, "").isEmpty();
  }

  /** Writes diagnostics to {@link #err}, in colour if it is a terminal. */
  public void report(List<Diagnostic> diagnostics) {
    if (!diagnostics.isEmpty()) {
      out.flush();
      var colour = isErrTerminal() && !isColourForbidden() ? Colour.ANSI : Colour.NONE;
      err.print(new DiagnosticPrinter(colour).print(diagnostics));
    }
  }

  /** Writes why the input is wrong to {@link #err}. */
  public void report(Refusal refusal) {
    switch (refusal.reason()) {
      case Refusal.Reason.Errors(var diagnostics) -> report(diagnostics);
      case Refusal.Reason.Whole(var subject, var message, var hint) ->
          error(subject, message, hint);
    }
  }

  /** Writes an error that has no place in a file to {@link #err}. */
  public void error(String subject, String message, String hint) {
    out.flush();
    err.print(subject + ": error: " + message + "\n");
    if (!hint.isEmpty()) {
      err.print("hint: " + hint + "\n");
    }
  }
}
