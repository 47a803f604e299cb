package dev.costate.cli.command;

/** How a command ended, as a shell sees it. Interrupted (130) is what the JVM itself exits with. */
public enum ExitStatus {
  DONE(0),
  /** The input is wrong: unreadable, errors in a file, a run-time error. */
  WRONG_INPUT(1),
  WRONG_USAGE(2),
  NO_EQUILIBRIUM(3);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
