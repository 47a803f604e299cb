package dev.costate.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects all diagnostics of one piece of work, so that a user sees every error at once. Not
 * thread-safe.
 */
public final class Diagnostics {
  private final Set<Diagnostic> all = new LinkedHashSet<>();

  /** No diagnostics yet. */
  public Diagnostics() {}

  public void error(Place place, String message, String hint) {
    all.add(Diagnostic.error(place, message, hint));
  }

  public void warning(Place place, String message, String hint) {
    all.add(Diagnostic.warning(place, message, hint));
  }

  public boolean hasErrors() {
    return all.stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
  }

  /** Everything reported so far, in the order of the text. */
  public List<Diagnostic> all() {
    var sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparing((Diagnostic d) -> d.place().source().name())
            .thenComparingInt(d -> d.place().start()));
    return List.copyOf(sorted);
  }
}
