package dev.costate.language.parse;

import dev.costate.language.Diagnostics;
import dev.costate.language.syntax.Builtins;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Declaration.GoodDeclaration;
import dev.costate.language.syntax.Declaration.NumeraireDeclaration;
import dev.costate.language.syntax.Declaration.ParameterDeclaration;
import dev.costate.language.syntax.Declaration.ScenarioDeclaration;
import dev.costate.language.syntax.Declaration.Setting;
import dev.costate.language.syntax.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what is declared twice, and declarations that take the name of a built-in. */
final class Redeclarations {
  private final Diagnostics diagnostics;
  private final Map<String, Name> first = new HashMap<>();

  private Redeclarations(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  static void check(List<Declaration> declarations, Diagnostics diagnostics) {
    var redeclarations = new Redeclarations(diagnostics);
    declarations.forEach(redeclarations::check);
  }

  private void check(Declaration declaration) {
    switch (declaration) {
      case FunctionDeclaration function -> {
        unlessBuiltin("function", function.name(), Builtins.FUNCTIONS);
        once("function", function.name());
      }
      case ParameterDeclaration parameter -> {
        unlessBuiltin("constant", parameter.name(), Builtins.CONSTANTS);
        once("parameter", parameter.name());
      }
      case GoodDeclaration good -> once("good", good.name());
      case FirmDeclaration firm -> once("firm", firm.name());
      case ScenarioDeclaration scenario -> {
        once("scenario", scenario.name());
        checkSettings(scenario.settings());
      }
      case NumeraireDeclaration numeraire -> {
        var earlier = first.putIfAbsent("numeraire", numeraire.good());
        if (earlier != null) {
          again(numeraire.good(), "the numeraire", earlier);
        }
      }
    }
  }

  private void unlessBuiltin(String kind, Name name, Set<String> builtins) {
    if (builtins.contains(name.text())) {
      diagnostics.error(
          name.place(),
          "'%s' is a built-in %s and cannot be redefined".formatted(name, kind),
          "choose another name, such as my_%s".formatted(name));
    }
  }

  private void once(String kind, Name name) {
    var earlier = first.putIfAbsent(kind + " " + name, name);
    if (earlier != null) {
      again(name, "the %s '%s'".formatted(kind, name), earlier);
    }
  }

  private void checkSettings(List<Setting> settings) {
    var seen = new HashMap<String, Name>();
    for (var setting : settings) {
      var earlier = seen.putIfAbsent(setting.parameter().text(), setting.parameter());
      if (earlier != null) {
        diagnostics.error(
            setting.parameter().place(),
            "'%s' is already set at line %d".formatted(setting.parameter(), earlier.place().line()),
            "delete one of the two lines");
      }
    }
  }

  private void again(Name name, String what, Name earlier) {
    diagnostics.error(
        name.place(),
        "%s is already declared at line %d".formatted(what, earlier.place().line()),
        "delete one of the two, or give one another name");
  }
}
