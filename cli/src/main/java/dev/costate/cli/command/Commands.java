package dev.costate.cli.command;

import java.util.List;
import java.util.Optional;

/** All commands. */
public final class Commands {
  /** Sorted by name, as help lists them. */
  public static final List<Command> ALL =
      List.of(
          new CheckCommand(),
          new DiagramCommand(),
          new DiffCommand(),
          new EvalCommand(),
          new ExplainCommand(),
          new FmtCommand(),
          new SensitivityCommand(),
          new ShowCommand(),
          new SimulateCommand(),
          new SolveCommand(),
          new TraceCommand());

  /** Commands that the language's contract names and that are not in this version. */
  public static final List<String> PLANNED = List.of("exchange", "firm");

  private Commands() {}

  public static Optional<Command> find(String name) {
    return ALL.stream().filter(command -> command.usage().name().equals(name)).findFirst();
  }
}
