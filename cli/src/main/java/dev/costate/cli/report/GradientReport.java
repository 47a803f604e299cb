package dev.costate.cli.report;

import dev.costate.cli.derivative.GradientCheck;
import dev.costate.runtime.NumberText;

/** The comparison of a derivative with differences and the tangent, as text. */
public final class GradientReport {
  private GradientReport() {}

  public static String of(GradientCheck check) {
    var table =
        new Table()
            .text("With respect to")
            .decimal("Adjoint")
            .decimal("Tangent")
            .decimal("Difference")
            .text("");
    for (var partial : check.partials()) {
      table.row(
          partial.parameter(),
          NumberText.of(partial.adjoint()),
          NumberText.of(partial.tangent()),
          NumberText.of(partial.difference()),
          partial.agrees() ? "agree" : "DIFFER");
    }
    return String.join("\n", table.lines()) + "\n";
  }
}
