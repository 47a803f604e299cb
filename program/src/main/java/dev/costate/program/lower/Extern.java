package dev.costate.program.lower;

import java.util.List;

/**
 * A function that is not there yet but may be called: whoever lowers adds it to the program
 * afterwards, as with the derivatives that {@code costate eval} calls.
 */
public record Extern(String name, List<KindOf> parameters, List<KindOf> results) {
  public Extern {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
    if (results.isEmpty()) {
      throw new IllegalArgumentException("'" + name + "' has no result");
    }
  }
}
