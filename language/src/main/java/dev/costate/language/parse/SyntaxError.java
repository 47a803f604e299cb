package dev.costate.language.parse;

import dev.costate.language.Place;

/** Ends the reading of one line; caught where the line is read, never leaves this package. */
final class SyntaxError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Place place;
  private final String hint;

  SyntaxError(Place place, String message, String hint) {
    super(message, null, false, false);
    this.place = place;
    this.hint = hint;
  }

  Place place() {
    return place;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  String hint() {
    return hint;
  }
}
