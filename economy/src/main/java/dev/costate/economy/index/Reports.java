package dev.costate.economy.index;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import java.util.HashSet;
import java.util.Set;

/** Reports at most one error for each place, since a place may be written out many times. */
final class Reports {
  private record Span(String source, int start, int end) {}

  private final Diagnostics diagnostics;
  private final Set<Span> reported = new HashSet<>();
  private boolean failed;

  Reports(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  void error(Place place, String message, String hint) {
    if (reported.add(new Span(place.source().name(), place.start(), place.end()))) {
      diagnostics.error(place, message, hint);
    }
  }

  void error(IndexError error) {
    error(error.place(), error.message(), error.hint());
  }

  /** Notes an error that has been reported elsewhere. */
  void failed() {
    failed = true;
  }

  boolean hasErrors() {
    return failed || !reported.isEmpty();
  }
}
