package dev.costate.language.print;

import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.GoodLine;
import dev.costate.language.syntax.GoodLine.Curve;
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
import java.util.Optional;

/** Prints the lines of a good's block. */
final class GoodLinePrinter {
  private GoodLinePrinter() {}

  static String text(GoodLine line) {
    return switch (line) {
      case FixedSupply supply -> "supply " + ExpressionPrinter.text(supply.quantity());
      case FixedDemand demand -> "demand " + ExpressionPrinter.text(demand.quantity());
      case FixedPrice price -> "price " + ExpressionPrinter.text(price.price());
      case SupplyCurve curve -> "supply(%s) = %s".formatted(curve.price(), formula(curve.curve()));
      case DemandCurve curve -> "demand(%s) = %s".formatted(curve.price(), formula(curve.curve()));
      case Import step -> "import at " + step(step.price(), step.limit());
      case Export step -> "export at " + step(step.price(), step.limit());
      case Unit unit -> "unit \"" + unit.text() + "\"";
      case Label label -> "\"" + label.text() + "\"";
      case NoDisposal _ -> "no disposal";
      case Start start -> "start " + ExpressionPrinter.text(start.price());
    };
  }

  private static String formula(Curve curve) {
    return switch (curve) {
      case Curve.Formula(var quantity) -> ExpressionPrinter.text(quantity);
      case Curve.Code _ -> throw new IllegalArgumentException("a curve with a block");
    };
  }

  private static String step(Expression price, Optional<Expression> limit) {
    return ExpressionPrinter.text(price)
        + limit.map(most -> " up to " + ExpressionPrinter.text(most)).orElse("");
  }
}
