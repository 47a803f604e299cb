package dev.costate.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point: {@code costate <command> …}. */
@Command(
    name = "costate",
    description = "A differentiable market engine: firms as code, prices as derivatives.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main());
  }
}
