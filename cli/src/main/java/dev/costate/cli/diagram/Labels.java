package dev.costate.cli.diagram;

import dev.costate.cli.diagram.Picture.Link;
import dev.costate.cli.diagram.Picture.Share;
import dev.costate.cli.diagram.Picture.Slope;
import dev.costate.program.run.Value;

/** What is written at arrows that lead back. */
final class Labels {
  /** Numbers closer than this look the same. */
  private static final double SAME = 1e-5;

  private Labels() {}

  /** {@code × 1/b}. */
  static String factor(Link link) {
    return "× " + (isNumber(link) ? effect(link) : link.partial());
  }

  /** Whether the formula is just its value. */
  private static boolean isNumber(Link link) {
    return link.effect() instanceof Slope(Value.Number(var slope))
        && link.partial().matches("-?[0-9.]+(e-?[0-9]+)?")
        && Math.abs(Double.parseDouble(link.partial()) - slope) <= SAME * Math.abs(slope);
  }

  /** {@code = 1.5}, or {@code brings [1, 2]}; nothing if the factor is just that number. */
  static String slope(Link link) {
    if (isNumber(link)) {
      return "";
    }
    return (link.effect() instanceof Share ? "brings " : "= ") + effect(link);
  }

  private static String effect(Link link) {
    return switch (link.effect()) {
      case Slope(var value) -> ValueText.of(value);
      case Share(var value) -> ValueText.of(value);
    };
  }
}
