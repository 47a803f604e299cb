package dev.costate.cli.explain;

import dev.costate.differentiation.Derivative;
import dev.costate.program.print.Raising;
import java.util.stream.Collectors;

/** Generated functions as text. */
final class FunctionText {
  private FunctionText() {}

  /**
   * All functions that were generated for a derivative, in the order in which they call each other.
   */
  static String of(Derivative derivative) {
    return derivative.generated().stream().map(Raising::text).collect(Collectors.joining("\n"));
  }
}
