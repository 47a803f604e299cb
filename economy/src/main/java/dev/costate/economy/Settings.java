package dev.costate.economy;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.language.syntax.Declaration.ScenarioDeclaration;
import dev.costate.language.syntax.Declaration.Setting;
import dev.costate.language.syntax.DottedName;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Trivia;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scenarios and settings: they replace what stands in the declarations before anything is
 * evaluated.
 */
final class Settings {
  private final Draft draft;
  private final List<ScenarioDeclaration> declared;

  Settings(Draft draft, List<ScenarioDeclaration> declared) {
    this.draft = draft;
    this.declared = declared;
  }

  List<Scenario> scenarios() {
    return declared.stream()
        .map(s ->
            new Scenario(
                s.name().text(), s.settings().stream().map(x -> x.parameter().text()).toList()))
        .toList();
  }

  /** Checks every scenario and applies the chosen ones in order, then the settings. */
  void apply(Overrides overrides) {
    for (var scenario : declared) {
      for (var setting : scenario.settings()) {
        check(setting.parameter());
        var body = new Statement.Return(List.of(setting.value()), Trivia.NONE, setting.place());
        draft.helper(scenario.name() + "." + setting.parameter(), List.of(body), setting.place());
      }
    }
    overrides.scenarios().forEach(name -> choose(Source.of(overrides.scenarioPlace(), name)));
    overrides.settings().forEach(text -> set(Source.of(overrides.settingPlace(), text)));
    for (var words : overrides.changes()) {
      var source = Source.of(overrides.changePlace(), words);
      if (Overrides.isSetting(words)) {
        set(source);
      } else {
        choose(source);
      }
    }
  }

  /** What the chosen scenarios, then the settings replace; what is wrong in them is found later. */
  static List<Setting> replaced(MarketFile file, Overrides overrides) {
    var replaced = new ArrayList<Setting>();
    overrides.scenarios().forEach(name -> replaced.addAll(settings(file, name)));
    for (var text : overrides.settings()) {
      setting(Source.of(overrides.settingPlace(), text)).ifPresent(replaced::add);
    }
    for (var words : overrides.changes()) {
      if (Overrides.isSetting(words)) {
        setting(Source.of(overrides.changePlace(), words)).ifPresent(replaced::add);
      } else {
        replaced.addAll(settings(file, words));
      }
    }
    return replaced;
  }

  private static Optional<Setting> setting(Source words) {
    return Parser.parseSetting(words, new Diagnostics());
  }

  /** Those of a scenario; none if there is no such scenario. */
  private static List<Setting> settings(MarketFile file, String scenario) {
    var settings = new ArrayList<Setting>();
    for (var declaration : file.declarations()) {
      if (declaration instanceof ScenarioDeclaration declared
          && declared.name().text().equals(scenario)) {
        settings.addAll(declared.settings());
      }
    }
    return settings;
  }

  private void choose(Source source) {
    var name = source.text();
    var scenario = declared.stream().filter(s -> s.name().text().equals(name)).findFirst();
    if (scenario.isEmpty()) {
      draft
          .diagnostics()
          .error(
              new Place(source, 0, name.length()),
              "there is no scenario '%s'".formatted(name),
              Suggestion.of(name, declared.stream().map(s -> s.name().text()).toList()));
      return;
    }
    for (Setting setting : scenario.get().settings()) {
      draft.replace(setting.parameter().text(), setting.value());
    }
  }

  private void set(Source source) {
    Parser.parseSetting(source, draft.diagnostics())
        .ifPresent(setting -> {
          check(setting.parameter());
          draft.replace(setting.parameter().text(), setting.value());
        });
  }

  private void check(DottedName parameter) {
    if (!draft.numbers().containsKey(parameter.text())) {
      draft
          .diagnostics()
          .error(
              parameter.place(),
              "there is no parameter '%s'".formatted(parameter),
              Suggestion.of(parameter.text(), draft.numbers().keySet()));
    }
  }
}
