package dev.costate.market.read;

import dev.costate.economy.Elaboration;
import dev.costate.economy.Overrides;
import dev.costate.economy.index.Tables;
import dev.costate.language.Diagnostic;
import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.MarketFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Errors of meaning in a text that has errors of syntax too, so that a user sees all of them at
 * once: only those that cannot be a consequence of what could not be read.
 */
final class MeaningErrors {
  private final MarketFile file;
  private final List<Diagnostic> syntaxErrors;

  private MeaningErrors(MarketFile file, List<Diagnostic> syntaxErrors) {
    this.file = file;
    this.syntaxErrors = syntaxErrors;
  }

  /**
   * The errors of syntax, and behind each other in the order of the text, those of meaning in the
   * declarations that have none and call none that has.
   */
  static List<Diagnostic> with(
      MarketFile file, Diagnostics syntax, Overrides overrides, Tables tables) {
    var syntaxErrors = syntax.all();
    if (syntaxErrors.stream().anyMatch(error -> isHead(error.place()))) {
      return syntaxErrors;
    }
    var errors = new MeaningErrors(file, syntaxErrors);
    var broken = errors.broken();
    Elaboration.elaborate(file, overrides, new CodeDerivatives(), tables, syntax);
    return syntax.all().stream()
        .filter(error -> syntaxErrors.contains(error) || errors.isIndependent(error, broken))
        .toList();
  }

  /** A line at the left margin: what it declares may be missing altogether. */
  private static boolean isHead(Place place) {
    return !place.source().lineText(place.line()).startsWith(" ");
  }

  private List<Declaration> broken() {
    var broken = new ArrayList<Declaration>();
    for (var error : syntaxErrors) {
      around(error.place()).ifPresent(broken::add);
    }
    return broken;
  }

  private boolean isIndependent(Diagnostic error, List<Declaration> broken) {
    if (error.severity() == Diagnostic.Severity.WARNING
        || !error.place().source().equals(file.source())) {
      return false;
    }
    var around = around(error.place());
    return around.isPresent()
        && !broken.contains(around.get())
        && broken.stream().noneMatch(other -> calls(around.get(), other));
  }

  /** The declaration that a place is in: the last one that begins before it. */
  private Optional<Declaration> around(Place place) {
    return file.declarations().stream()
        .filter(declaration -> declaration.place().start() <= place.start())
        .reduce((_, later) -> later);
  }

  /** Whether a declaration calls another, which is a function. */
  private boolean calls(Declaration declaration, Declaration other) {
    if (!(other instanceof Declaration.FunctionDeclaration function)) {
      return false;
    }
    int begin = declaration.place().start();
    int end =
        file.declarations().stream()
            .mapToInt(d -> d.place().start())
            .filter(start -> start > begin)
            .min()
            .orElse(file.source().text().length());
    return Pattern.compile(
            "\\b" + Pattern.quote(function.name().text()) + " *\\(",
            Pattern.UNICODE_CHARACTER_CLASS)
        .matcher(file.source().text())
        .region(begin, end)
        .find();
  }
}
