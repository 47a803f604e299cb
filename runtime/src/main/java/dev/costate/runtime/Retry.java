package dev.costate.runtime;

/**
 * Says that a call cannot be finished the fast way and has to be repeated another way, which is
 * possible because functions have no effects. It never reaches a user.
 */
public final class Retry extends RuntimeException {
  private static final long serialVersionUID = 1;

  private Retry() {
    super("to be repeated on the interpreter", null, false, false);
  }

  /** To be repeated on the interpreter. */
  public static Retry onInterpreter() {
    return new Retry();
  }
}
