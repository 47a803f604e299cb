package dev.costate.market;

import static dev.costate.market.Composition.number;

import java.util.ArrayList;
import java.util.List;

/** A named change of parameters. */
public final class ScenarioBuilder {
  private final String element;
  private final String name;
  private final List<Setting> settings = new ArrayList<>();

  private record Setting(String parameter, String value) {}

  ScenarioBuilder(String name) {
    this.name = name;
    element = "scenario " + name;
  }

  /** The value that a parameter takes, by its name or its dotted name ({@code natgas.supply}). */
  public ScenarioBuilder set(String parameter, double value) {
    return set(parameter, number(value));
  }

  /** The same with an expression of the language. */
  public ScenarioBuilder set(String parameter, String value) {
    settings.add(new Setting(parameter, value));
    return this;
  }

  /** Writes the declaration, with a line end behind it. */
  void compose(Composition text) {
    if (settings.isEmpty()) {
      text.error(
          element,
          "the scenario '%s' sets nothing".formatted(name),
          "say what: .set(\"natgas.supply\", 3)");
      return;
    }
    text.words(element, "scenario ").fragment(element, name).words(element, ":\n");
    for (var setting : settings) {
      text.line(
          element + ", " + setting.parameter(), setting.parameter() + " = " + setting.value());
    }
  }
}
