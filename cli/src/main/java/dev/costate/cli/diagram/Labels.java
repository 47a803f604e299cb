package dev.costate.cli.diagram;

import dev.costate.cli.diagram.Picture.Link;
import dev.costate.cli.report.Figures;

/** What is written at arrows that lead back. */
final class Labels {
  private Labels() {}

  /** {@code × 1/b}. */
  static String factor(Link link) {
    return "× " + link.partial();
  }

  /** {@code = 1.5}; nothing if the factor is just that number. */
  static String slope(Link link) {
    var value = Figures.of(link.slope());
    return value.equals(link.partial()) ? "" : "= " + value;
  }
}
