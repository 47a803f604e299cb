package dev.costate.economy.index;

import dev.costate.language.Place;

/** Ends the evaluation of one index, range or condition; never leaves this package. */
final class IndexError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Place place;
  private final String hint;

  IndexError(Place place, String message, String hint) {
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
