package dev.costate.economy;

import dev.costate.language.Diagnostics;
import dev.costate.language.syntax.Declaration.ParameterDeclaration;
import dev.costate.language.syntax.Declaration.TableDeclaration;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Name;
import java.util.Set;

/** Warns of parameters that nothing reads. */
final class Unused {
  private Unused() {}

  static void parameters(MarketFile file, Diagnostics diagnostics) {
    var read = ReadNames.in(file.declarations());
    for (var declaration : file.declarations()) {
      if (declaration instanceof ParameterDeclaration parameter) {
        warn(parameter.name(), read, diagnostics);
      } else if (declaration instanceof TableDeclaration table) {
        warn(table.name(), read, diagnostics);
      }
    }
  }

  private static void warn(Name parameter, Set<String> read, Diagnostics diagnostics) {
    if (!read.contains(parameter.text())) {
      diagnostics.warning(
          parameter.place(),
          "nothing reads the parameter '%s'".formatted(parameter),
          "remove it, or use it");
    }
  }
}
