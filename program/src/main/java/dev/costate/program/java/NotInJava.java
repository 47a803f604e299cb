package dev.costate.program.java;

import dev.costate.language.Diagnostic;
import dev.costate.language.Place;

/** A function that cannot be printed as Java: why, and where it stands. */
public final class NotInJava extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Diagnostic diagnostic;

  NotInJava(Place place, String message, String hint) {
    super(place + ": " + message);
    this.diagnostic = Diagnostic.error(place, message, hint);
  }

  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
