package dev.costate.economy;

import java.util.List;

/**
 * What is asked for on top of the file: scenarios, applied in order, then settings, then changes.
 *
 * @param settings each {@code name=value}, as typed; a value is a number, {@code %} allowed
 * @param changes in their order, each the name of a scenario or {@code name=value}
 * @param scenarioPlace how messages call the place where scenarios are asked for
 * @param settingPlace the same for settings
 * @param changePlace the same for changes
 */
public record Overrides(
    List<String> scenarios,
    List<String> settings,
    List<String> changes,
    String scenarioPlace,
    String settingPlace,
    String changePlace) {
  public static final Overrides NONE = new Overrides(List.of(), List.of());

  public Overrides {
    scenarios = List.copyOf(scenarios);
    settings = List.copyOf(settings);
    changes = List.copyOf(changes);
  }

  /** Without changes. */
  public Overrides(
      List<String> scenarios, List<String> settings, String scenarioPlace, String settingPlace) {
    this(scenarios, settings, List.of(), scenarioPlace, settingPlace, settingPlace);
  }

  /** As asked for on the command line. */
  public Overrides(List<String> scenarios, List<String> settings) {
    this(scenarios, settings, "--scenario", "--set");
  }

  /** With changes after all else. */
  public Overrides thenChanges(List<String> words, String place) {
    return new Overrides(scenarios, settings, words, scenarioPlace, settingPlace, place);
  }

  /** Whether words are a setting: else they are the name of a scenario. */
  static boolean isSetting(String words) {
    return words.contains("=");
  }

  public static Overrides settings(String... settings) {
    return new Overrides(List.of(), List.of(settings));
  }
}
