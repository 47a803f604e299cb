package dev.costate.cli.arguments;

/** A command line that cannot be understood: what is wrong, and what may have been meant. */
public final class UsageError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String what;
  private final String hint;

  /**
   * @param hint what to type instead, or an empty string
   */
  public UsageError(String message, String hint) {
    super(message);
    this.what = message;
    this.hint = hint;
  }

  public String what() {
    return what;
  }

  public String hint() {
    return hint;
  }
}
