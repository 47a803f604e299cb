package dev.costate.differentiation;

import dev.costate.language.Diagnostic;
import java.util.List;

/** What stands in the way of a derivative: every reason, each with its place. */
public final class NotDifferentiable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Diagnostic> diagnostics;

  /** For code that is refused for these reasons, at least one. */
  public NotDifferentiable(List<Diagnostic> diagnostics) {
    super(diagnostics.getFirst().place() + ": " + diagnostics.getFirst().message());
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Every reason, in the order of the text; at least one. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
