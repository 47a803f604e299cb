package dev.costate.equilibrium;

import dev.costate.economy.Suggestion;
import java.util.Map;

/** Finds results by the names of a market. */
final class ByName {
  private ByName() {}

  /**
   * @param what there is by this name, as in "no good"
   * @throws IllegalArgumentException if there is none, with the name that may be meant
   */
  static <T> T get(Map<String, T> known, String what, String name) {
    var found = known.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "no %s '%s': %s".formatted(what, name, Suggestion.of(name, known.keySet())));
    }
    return found;
  }
}
