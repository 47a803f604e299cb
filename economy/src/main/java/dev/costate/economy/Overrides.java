package dev.costate.economy;

import java.util.List;

/**
 * What is asked for on top of the file: scenarios, applied in order, then settings.
 *
 * @param settings each {@code name=value}, as typed; a value is a number, {@code %} allowed
 */
public record Overrides(List<String> scenarios, List<String> settings) {
  public static final Overrides NONE = new Overrides(List.of(), List.of());

  public Overrides {
    scenarios = List.copyOf(scenarios);
    settings = List.copyOf(settings);
  }

  public static Overrides settings(String... settings) {
    return new Overrides(List.of(), List.of(settings));
  }
}
