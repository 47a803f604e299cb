package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.input.Console;

/** Something {@code costate} does. */
public interface Command {
  Usage usage();

  /**
   * Does it.
   *
   * @throws dev.costate.cli.input.Refusal if the input is wrong
   * @throws dev.costate.cli.arguments.UsageError if the arguments do not fit together
   */
  ExitStatus run(Arguments arguments, Console console);
}
