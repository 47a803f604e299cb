package dev.costate.economy;

import java.util.List;

/** A named change of parameters: which ones it sets, by their dotted names. */
public record Scenario(String name, List<String> parameters) {
  public Scenario {
    parameters = List.copyOf(parameters);
  }
}
