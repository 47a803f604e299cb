package dev.costate.economy;

import dev.costate.economy.Dotted.Range;
import dev.costate.economy.Good.Disposal;
import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration.GoodDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.GoodLine;
import dev.costate.language.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Reads a good's block and names its numbers; which lines may stand together the parser has
 * checked.
 */
final class GoodReader {
  private final GoodDeclaration declaration;
  private final Draft draft;
  private final CurveReader curves;
  private final List<Function<Numbers, Trade>> trades = new ArrayList<>();
  private String unit = "";
  private String label = "";
  private Disposal disposal = Disposal.FREE;
  private boolean started;

  private GoodReader(GoodDeclaration declaration, Draft draft, CurveReader curves) {
    this.declaration = declaration;
    this.draft = draft;
    this.curves = curves;
  }

  /** What the good is once its numbers are known. */
  static Function<Numbers, Good> read(
      GoodDeclaration declaration, Draft draft, CurveReader curves) {
    return new GoodReader(declaration, draft, curves).read();
  }

  private Function<Numbers, Good> read() {
    disposal =
        declaration.lines().stream().anyMatch(GoodLine.NoDisposal.class::isInstance)
            ? Disposal.NONE
            : Disposal.FREE;
    declaration.lines().forEach(this::line);
    return numbers ->
        new Good(
            declaration.name().text(),
            unit,
            label,
            trades.stream().map(trade -> trade.apply(numbers)).toList(),
            disposal,
            started ? OptionalDouble.of(numbers.value(dotted("start"))) : OptionalDouble.empty(),
            declaration.name().place());
  }

  private void line(GoodLine line) {
    switch (line) {
      case GoodLine.FixedSupply l -> {
        if (readsUnknown(l.quantity())) {
          var curve = curve("supply", l.quantity(), l.place());
          draft.fixedSupply(curve.function());
          trades.add(_ -> new Trade.SupplyCurve(curve.function(), curve.others()));
          return;
        }
        var name = number("supply", l.quantity(), Range.NOT_NEGATIVE);
        trades.add(numbers -> new Trade.FixedSupply(numbers.value(name)));
      }
      case GoodLine.FixedDemand l -> {
        if (readsUnknown(l.quantity())) {
          var curve = curve("demand", l.quantity(), l.place());
          trades.add(_ -> new Trade.DemandCurve(curve.function(), curve.others()));
          return;
        }
        var name = number("demand", l.quantity(), Range.NOT_NEGATIVE);
        trades.add(numbers -> new Trade.FixedDemand(numbers.value(name)));
      }
      case GoodLine.FixedPrice l -> {
        var name = number("price", l.price(), money());
        trades.add(numbers -> new Trade.FixedPrice(numbers.value(name)));
      }
      case GoodLine.SupplyCurve l -> {
        var curve = curves.read(declaration.name(), "supply", l.price(), l.curve(), l.place());
        trades.add(_ -> new Trade.SupplyCurve(curve.function(), curve.others()));
      }
      case GoodLine.DemandCurve l -> {
        var curve = curves.read(declaration.name(), "demand", l.price(), l.curve(), l.place());
        trades.add(_ -> new Trade.DemandCurve(curve.function(), curve.others()));
      }
      case GoodLine.Import l -> {
        var step = step("import", l, GoodLine.Import.class);
        var price = number(step + ".price", l.price(), money());
        var limit = l.limit().map(e -> number(step + ".limit", e, Range.LIMIT));
        trades.add(numbers ->
            new Trade.Import(
                numbers.value(price), limit.map(numbers::value).orElse(Double.POSITIVE_INFINITY)));
      }
      case GoodLine.Export l -> {
        var step = step("export", l, GoodLine.Export.class);
        var price = number(step + ".price", l.price(), money());
        var limit = l.limit().map(e -> number(step + ".limit", e, Range.LIMIT));
        trades.add(numbers ->
            new Trade.Export(
                numbers.value(price), limit.map(numbers::value).orElse(Double.POSITIVE_INFINITY)));
      }
      case GoodLine.Unit l -> unit = l.text();
      case GoodLine.Label l -> label = l.text();
      case GoodLine.NoDisposal _ -> {}
      case GoodLine.Start l -> {
        number("start", l.price(), money());
        started = true;
      }
    }
  }

  private boolean readsUnknown(Expression quantity) {
    return SyntaxWalk.reads(quantity).stream().anyMatch(draft.unknowns()::contains);
  }

  /** A quantity that reads an unknown, as a curve that does not depend on the price. */
  private CurveReader.Curve curve(String side, Expression quantity, Place place) {
    var price = "p";
    while (SyntaxWalk.reads(quantity).contains(price)) {
      price += "_";
    }
    return curves.read(
        declaration.name(),
        side,
        new Name(price, place),
        new GoodLine.Curve.Formula(quantity),
        place);
  }

  /** A negative price makes sense only for what cannot be thrown away. */
  private Range money() {
    return disposal == Disposal.NONE ? Range.ANY : Range.PRICE;
  }

  private String number(String part, Expression expression, Range range) {
    var name = dotted(part);
    draft.number(name, expression, range);
    return name;
  }

  private String dotted(String part) {
    return declaration.name().text() + "." + part;
  }

  /** {@code import}, or {@code import[2]} where there are several. */
  private String step(String word, GoodLine line, Class<? extends GoodLine> kind) {
    var steps = declaration.lines().stream().filter(kind::isInstance).toList();
    return steps.size() == 1 ? word : word + "[" + (steps.indexOf(line) + 1) + "]";
  }
}
