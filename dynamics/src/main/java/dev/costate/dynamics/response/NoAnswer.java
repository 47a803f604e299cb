package dev.costate.dynamics.response;

/** An agent has no plan at the prices it was told. */
public final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoAnswer(String message) {
    super(message);
  }
}
