package dev.costate.language.parse;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.syntax.Builtins;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.ConsumerDeclaration;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Declaration.FirmTableDeclaration;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Declaration.GoodDeclaration;
import dev.costate.language.syntax.Declaration.NumeraireDeclaration;
import dev.costate.language.syntax.Declaration.ParameterDeclaration;
import dev.costate.language.syntax.Declaration.ScenarioDeclaration;
import dev.costate.language.syntax.Declaration.SetDeclaration;
import dev.costate.language.syntax.Declaration.Setting;
import dev.costate.language.syntax.Declaration.TableDeclaration;
import dev.costate.language.syntax.Declaration.UnknownDeclaration;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Subscript;
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
      case ParameterDeclaration parameter -> number(parameter.name(), parameter.subscripts());
      case TableDeclaration table -> number(table.name(), table.subscripts());
      case UnknownDeclaration unknown -> number(unknown.name(), unknown.subscripts());
      case SetDeclaration set -> once("set", set.name());
      case GoodDeclaration good -> once("good", good.name(), good.subscripts());
      case FirmDeclaration firm -> once("firm", firm.name(), firm.subscripts());
      case ConsumerDeclaration consumer -> once("consumer", consumer.name(), consumer.subscripts());
      case FirmTableDeclaration _ -> {}
      case ScenarioDeclaration scenario -> {
        once("scenario", scenario.name());
        checkSettings(scenario.settings());
      }
      case NumeraireDeclaration numeraire -> {
        var earlier = first.putIfAbsent("numeraire", numeraire.good().name());
        if (earlier != null) {
          again(numeraire.good().name(), "the numeraire", earlier);
        }
      }
    }
  }

  /** Parameters and unknowns stand in the same places, so that they share their names. */
  private void number(Name name, List<Subscript> subscripts) {
    unlessBuiltin("constant", name, Builtins.CONSTANTS);
    once("parameter", name, subscripts);
  }

  /** What has indices may be declared in parts; whether these overlap is known once sets are. */
  private void once(String kind, Name name, List<Subscript> subscripts) {
    if (subscripts.isEmpty()) {
      once(kind, name);
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
    var seen = new HashMap<String, Place>();
    for (var setting : settings) {
      var name = setting.parameter();
      var earlier = name.isPlain() ? seen.putIfAbsent(name.text(), name.place()) : null;
      if (earlier != null) {
        diagnostics.error(
            name.place(),
            "'%s' is already set at line %d".formatted(name, earlier.line()),
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
