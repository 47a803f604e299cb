package dev.costate.program.run;

import dev.costate.language.Diagnostic;
import dev.costate.language.Place;
import dev.costate.runtime.Failure;

/**
 * A running program met a value it cannot work with: an index out of range, a pop of an empty
 * array, too many nested calls.
 */
public final class ProgramFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Diagnostic diagnostic;

  public ProgramFailure(Place place, String message, String hint) {
    super(place + ": " + message);
    this.diagnostic = Diagnostic.error(place, message, hint);
  }

  /** The failure of running code, at the place it belongs to. */
  public static ProgramFailure at(Place place, Failure failure) {
    return new ProgramFailure(place, failure.what(), failure.hint());
  }

  /** What went wrong, with the values, where, and what to do about it. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }

  public Place place() {
    return diagnostic.place();
  }
}
