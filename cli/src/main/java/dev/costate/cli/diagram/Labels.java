package dev.costate.cli.diagram;

import dev.costate.cli.diagram.Picture.Link;
import dev.costate.cli.report.Figures;

/** What is written at arrows that lead back. */
final class Labels {
  /** Numbers closer than this look the same. */
  private static final double SAME = 1e-5;

  private Labels() {}

  /** {@code × 1/b}. */
  static String factor(Link link) {
    return "× " + (isNumber(link) ? Figures.of(link.slope()) : link.partial());
  }

  /** Whether the formula is just its value. */
  private static boolean isNumber(Link link) {
    return link.partial().matches("-?[0-9.]+(e-?[0-9]+)?")
        && Math.abs(Double.parseDouble(link.partial()) - link.slope())
            <= SAME * Math.abs(link.slope());
  }

  /** {@code = 1.5}; nothing if the factor is just that number. */
  static String slope(Link link) {
    return isNumber(link) ? "" : "= " + Figures.of(link.slope());
  }
}
