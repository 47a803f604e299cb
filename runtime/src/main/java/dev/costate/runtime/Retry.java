package dev.costate.runtime;

/**
 * Says that a call cannot be finished the fast way and has to be repeated another way, which is possible because functions have no
 * effects. It never reaches a user.
 */
public final class Retry extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Repeat on the interpreter. */
  public static final Retry INTERPRETER = new Retry("on the interpreter");

  private Retry(String how) {
    super(how, null, false, false);
  }
}
