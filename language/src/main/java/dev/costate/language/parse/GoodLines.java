package dev.costate.language.parse;

import dev.costate.language.syntax.GoodLine;
import dev.costate.language.syntax.GoodLine.DemandCurve;
import dev.costate.language.syntax.GoodLine.Export;
import dev.costate.language.syntax.GoodLine.FixedDemand;
import dev.costate.language.syntax.GoodLine.FixedPrice;
import dev.costate.language.syntax.GoodLine.FixedSupply;
import dev.costate.language.syntax.GoodLine.Import;
import dev.costate.language.syntax.GoodLine.Label;
import dev.costate.language.syntax.GoodLine.NoDisposal;
import dev.costate.language.syntax.GoodLine.Start;
import dev.costate.language.syntax.GoodLine.SupplyCurve;
import dev.costate.language.syntax.GoodLine.Unit;
import java.util.HashMap;
import java.util.List;

/** Which lines of a good may stand beside each other. */
final class GoodLines {
  private GoodLines() {}

  /**
   * Reports lines given twice, and lines beside a fixed price that leaves nothing for them to say.
   */
  static void check(List<GoodLine> goodLines, LineReader lines) {
    var price = goodLines.stream().filter(FixedPrice.class::isInstance).findFirst();
    var first = new HashMap<String, GoodLine>();
    for (var line : goodLines) {
      var earlier = first.putIfAbsent(what(line), line);
      if (price.isPresent() && !fitsPrice(line)) {
        lines.report(
            line.place(),
            "%s beside the fixed price of line %d"
                .formatted(what(line), price.get().place().line()),
            "at a fixed price any quantity is bought and sold; delete this line or the price");
      } else if (earlier != null && !(line instanceof Import) && !(line instanceof Export)) {
        lines.report(
            line.place(),
            "%s is already given at line %d".formatted(what(line), earlier.place().line()),
            "delete one of the two lines");
      }
    }
  }

  private static boolean fitsPrice(GoodLine line) {
    return line instanceof FixedPrice || line instanceof Unit || line instanceof Label;
  }

  private static String what(GoodLine line) {
    return switch (line) {
      case FixedSupply _ -> "the supply";
      case FixedDemand _ -> "the demand";
      case FixedPrice _ -> "the price";
      case SupplyCurve _ -> "the supply curve";
      case DemandCurve _ -> "the demand curve";
      case Import _ -> "an import";
      case Export _ -> "an export";
      case Unit _ -> "the unit";
      case Label _ -> "the label";
      case NoDisposal _ -> "'no disposal'";
      case Start _ -> "the start";
    };
  }
}
