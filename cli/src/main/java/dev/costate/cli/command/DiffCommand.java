package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.input.Console;
import java.util.List;

final class DiffCommand implements Command {
  @Override
  public Usage usage() {
    return new Usage(
        "diff",
        "write the derivative of a function as code",
        List.of(),
        List.of(),
        List.of(),
        "diff");
  }

  @Override
  public ExitStatus run(Arguments arguments, Console console) {
    return ExitStatus.DONE;
  }
}
