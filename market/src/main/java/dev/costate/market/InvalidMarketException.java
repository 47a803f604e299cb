package dev.costate.market;

import dev.costate.language.Diagnostic;
import dev.costate.language.DiagnosticPrinter;
import dev.costate.language.DiagnosticPrinter.Colour;
import java.util.List;

/**
 * What was built or read is no market: every error, each with its place. The message prints them
 * like the command line does; the place of what was built is the builder's element, and numbers of
 * lines are those of {@link EconomyBuilder#text()}.
 */
public final class InvalidMarketException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient List<Diagnostic> diagnostics;

  InvalidMarketException(List<Diagnostic> diagnostics) {
    super(message(diagnostics));
    this.diagnostics = List.copyOf(diagnostics);
  }

  private static String message(List<Diagnostic> diagnostics) {
    return (diagnostics.size() == 1 ? "one error:\n" : diagnostics.size() + " errors:\n")
        + new DiagnosticPrinter(Colour.NONE).print(diagnostics).stripTrailing();
  }

  /** Every error in the order of the text; at least one. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
