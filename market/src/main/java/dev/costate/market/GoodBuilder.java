package dev.costate.market;

import static dev.costate.market.Composition.number;
import static dev.costate.market.Composition.quoted;

import java.util.ArrayList;
import java.util.List;

/**
 * How the world outside the market trades a good. A good that needs none of this is declared by
 * being named in a firm or a consumer. Quantities are in the good's unit, prices in money per unit;
 * where a number is expected an expression of the language may stand instead.
 */
public final class GoodBuilder {
  private final String element;
  private final String name;
  private final List<Line> lines = new ArrayList<>();

  /** A line of the block, or several where a curve has code. */
  private record Line(String element, String text, String code) {}

  GoodBuilder(String name) {
    this.name = name;
    element = "good " + name;
  }

  private GoodBuilder add(String what, String text) {
    lines.add(new Line(element + ", " + what, text, ""));
    return this;
  }

  /** What it is counted in, such as {@code t}. */
  public GoodBuilder unit(String unit) {
    return add("unit", "unit " + quoted(unit));
  }

  /** How it is shown. */
  public GoodBuilder label(String label) {
    return add("label", quoted(label));
  }

  /** This much exists and sells for whatever it fetches. */
  public GoodBuilder supply(double quantity) {
    return supply(number(quantity));
  }

  /** This much exists and sells for whatever it fetches. */
  public GoodBuilder supply(String quantity) {
    return add("supply", "supply " + quantity);
  }

  /** This much is wanted, whatever it costs. */
  public GoodBuilder demand(double quantity) {
    return demand(number(quantity));
  }

  /** This much is wanted, whatever it costs. */
  public GoodBuilder demand(String quantity) {
    return add("demand", "demand " + quantity);
  }

  /** A supply curve: {@code supply("p", "2 * p^0.5")}; {@code price(coal)} is another's price. */
  public GoodBuilder supply(String price, String formula) {
    return add("supply", "supply(%s) = %s".formatted(price, formula));
  }

  /** A demand curve: {@code demand("p", "100 - 3*p")}; {@code price(coal)} is another's price. */
  public GoodBuilder demand(String price, String formula) {
    return add("demand", "demand(%s) = %s".formatted(price, formula));
  }

  /** A supply curve as lines of code that return the quantity. */
  public GoodBuilder supplyCode(String price, String code) {
    lines.add(new Line(element + ", supply", "supply(%s):".formatted(price), code));
    return this;
  }

  /** A demand curve as lines of code that return the quantity. */
  public GoodBuilder demandCode(String price, String code) {
    lines.add(new Line(element + ", demand", "demand(%s):".formatted(price), code));
    return this;
  }

  /** Outsiders buy and sell any quantity at this price; excludes other trades. */
  public GoodBuilder price(double price) {
    return price(number(price));
  }

  /** Outsiders buy and sell any quantity at this price; excludes other trades. */
  public GoodBuilder price(String price) {
    return add("price", "price " + price);
  }

  /** Outsiders sell any quantity at this price. */
  public GoodBuilder importAt(double price) {
    return importAt(number(price));
  }

  /** Outsiders sell any quantity at this price. */
  public GoodBuilder importAt(String price) {
    return add("import", "import at " + price);
  }

  /** Outsiders sell at this price up to a limit; several steps may be given. */
  public GoodBuilder importAt(double price, double limit) {
    return importAt(number(price), number(limit));
  }

  /** Outsiders sell at this price up to a limit; several steps may be given. */
  public GoodBuilder importAt(String price, String limit) {
    return add("import", "import at %s up to %s".formatted(price, limit));
  }

  /** Outsiders buy any quantity at this price. */
  public GoodBuilder exportAt(double price) {
    return exportAt(number(price));
  }

  /** Outsiders buy any quantity at this price. */
  public GoodBuilder exportAt(String price) {
    return add("export", "export at " + price);
  }

  /** Outsiders buy at this price up to a limit; several steps may be given. */
  public GoodBuilder exportAt(double price, double limit) {
    return exportAt(number(price), number(limit));
  }

  /** Outsiders buy at this price up to a limit; several steps may be given. */
  public GoodBuilder exportAt(String price, String limit) {
    return add("export", "export at %s up to %s".formatted(price, limit));
  }

  /** Unsold goods are not thrown away: its price may go negative. */
  public GoodBuilder noDisposal() {
    return add("disposal", "no disposal");
  }

  /** The price at which the search begins. */
  public GoodBuilder start(double price) {
    return start(number(price));
  }

  /** The price at which the search begins. */
  public GoodBuilder start(String price) {
    return add("start", "start " + price);
  }

  /** Writes the declaration, with a line end behind it. */
  void compose(Composition text) {
    if (lines.isEmpty()) {
      text.error(
          element,
          "nothing is said about the good '%s'".formatted(name),
          "say it, as in good(\"%s\").supply(4); a good that a firm or a consumer names needs no line of its own"
              .formatted(name));
      return;
    }
    text.words(element, "good ").fragment(element, name);
    if (lines.size() == 1 && lines.getFirst().code().isEmpty()) {
      var line = lines.getFirst();
      text.words(element, ": ").fragment(line.element(), line.text()).words(line.element(), "\n");
      return;
    }
    text.words(element, ":\n");
    for (var line : lines) {
      text.line(line.element(), line.text());
      if (!line.code().isEmpty()) {
        text.code(line.element(), line.code(), 2);
      }
    }
  }
}
