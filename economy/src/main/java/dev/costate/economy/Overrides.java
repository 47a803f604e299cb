package dev.costate.economy;

import java.util.List;

/**
 * What is asked for on top of the file: scenarios, applied in order, then settings.
 *
 * @param settings each {@code name=value}, as typed; a value is a number, {@code %} allowed
 * @param scenarioPlace how messages call the place where scenarios are asked for
 * @param settingPlace the same for settings
 */
public record Overrides(
    List<String> scenarios, List<String> settings, String scenarioPlace, String settingPlace) {
  public static final Overrides NONE = new Overrides(List.of(), List.of());

  public Overrides {
    scenarios = List.copyOf(scenarios);
    settings = List.copyOf(settings);
  }

  /** As asked for on the command line. */
  public Overrides(List<String> scenarios, List<String> settings) {
    this(scenarios, settings, "--scenario", "--set");
  }

  public static Overrides settings(String... settings) {
    return new Overrides(List.of(), List.of(settings));
  }
}
