package dev.costate.market;

import static dev.costate.market.Composition.number;

import java.util.ArrayList;
import java.util.List;

/**
 * A consumer: it owns goods and shares of firms, and buys what maximises utility on its income. One
 * without utility passes its income on. Where a number is expected an expression of the language
 * may stand instead.
 */
public final class ConsumerBuilder {
  private final String element;
  private final String name;
  private final List<Line> lines = new ArrayList<>();

  private sealed interface Line {
    record Plain(String what, String text, List<Wedge> wedges) implements Line {}

    record Code(String text) implements Line {}
  }

  ConsumerBuilder(String name) {
    this.name = name;
    element = "consumer " + name;
  }

  private ConsumerBuilder add(String what, String text, Wedge... wedges) {
    lines.add(new Line.Plain(element + ", " + what, text, List.of(wedges)));
    return this;
  }

  /**
   * A quantity of a good that it owns, in the good's unit, with what stands between the market
   * price and what it receives for what it sells; a negative quantity is an obligation.
   */
  public ConsumerBuilder owns(String good, double quantity, Wedge... wedges) {
    return owns(good, number(quantity), wedges);
  }

  /** The same with an expression as quantity. */
  public ConsumerBuilder owns(String good, String quantity, Wedge... wedges) {
    return add("owns " + good, "owns %s %s".formatted(good, quantity), wedges);
  }

  /** It owns a firm, its profits and rents. */
  public ConsumerBuilder ownsAllOf(String firm) {
    return add("owns " + firm, "owns all of " + firm);
  }

  /** It owns a fraction of a firm: {@code ownsShareOf("A", 0.5)}. */
  public ConsumerBuilder ownsShareOf(String firm, double fraction) {
    return ownsShareOf(firm, number(fraction));
  }

  /** It owns a fraction of a firm: {@code ownsShareOf("A", "50%")}. */
  public ConsumerBuilder ownsShareOf(String firm, String fraction) {
    return add("owns " + firm, "owns %s of %s".formatted(fraction, firm));
  }

  /** What stands between the market price of a good and what it pays for it. */
  public ConsumerBuilder buys(String good, Wedge... wedges) {
    return add("buys " + good, "buys " + good, wedges);
  }

  /** What it maximises, an expression of quantities: {@code utility("bread^0.4 * wine^0.6")}. */
  public ConsumerBuilder utility(String expression) {
    return add("utility", "utility = " + expression);
  }

  /** Lines of code that assign {@code utility}. */
  public ConsumerBuilder code(String code) {
    lines.add(new Line.Code(code));
    return this;
  }

  /** Pays the value of a quantity of a good to another consumer. */
  public ConsumerBuilder transfers(double quantity, String good, String receiver) {
    return transfers(number(quantity), good, receiver);
  }

  /** Pays the value of a quantity of a good to another consumer. */
  public ConsumerBuilder transfers(String quantity, String good, String receiver) {
    return add(
        "transfers to " + receiver, "transfers %s %s to %s".formatted(quantity, good, receiver));
  }

  /** Pays a fraction of its income, before transfers and saving, to another consumer. */
  public ConsumerBuilder transfersOfIncome(double fraction, String receiver) {
    return transfersOfIncome(number(fraction), receiver);
  }

  /** Pays a fraction of its income, before transfers and saving, to another consumer. */
  public ConsumerBuilder transfersOfIncome(String fraction, String receiver) {
    return add(
        "transfers to " + receiver, "transfers %s of income to %s".formatted(fraction, receiver));
  }

  /** Pays money to another consumer, in a market with money. */
  public ConsumerBuilder transfersMoney(double amount, String receiver) {
    return transfersMoney(number(amount), receiver);
  }

  /** Pays money to another consumer, in a market with money. */
  public ConsumerBuilder transfersMoney(String amount, String receiver) {
    return add("transfers to " + receiver, "transfers %s to %s".formatted(amount, receiver));
  }

  /** Spends a fraction of its income, before transfers and saving, on a good whatever its use. */
  public ConsumerBuilder saves(double fraction, String good) {
    return saves(number(fraction), good);
  }

  /** Spends a fraction of its income, before transfers and saving, on a good whatever its use. */
  public ConsumerBuilder saves(String fraction, String good) {
    return add("saves " + good, "saves %s of income in %s".formatted(fraction, good));
  }

  /** Writes the declaration, with a line end behind it. */
  void compose(Composition text) {
    if (lines.isEmpty()) {
      text.leaveOut(
          element,
          "nothing is said about the consumer '%s'".formatted(name),
          "say what it owns: .owns(\"labor\", 100)");
      return;
    }
    text.words(element, "consumer ").fragment(element, name).words(element, ":\n");
    for (var line : lines) {
      switch (line) {
        case Line.Code(var code) -> text.code(element + ", code", code, 1);
        case Line.Plain(var what, var words, var wedges) -> {
          text.words(what, "    ").fragment(what, words);
          wedges.forEach(wedge -> wedge.compose(what, text));
          text.words(what, "\n");
        }
      }
    }
  }
}
