package dev.costate.equilibrium.sensitivity;

/** An equilibrium whose conditions do not say how it moves with the numbers of its file. */
public final class NoDerivative extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoDerivative(String message) {
    super(message);
  }
}
