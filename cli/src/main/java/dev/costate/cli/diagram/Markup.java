package dev.costate.cli.diagram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes XML. */
final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** An attribute of an element. */
  record Attribute(String name, String value) {}

  static Attribute with(String name, String value) {
    return new Attribute(name, value);
  }

  /** A length, to a hundredth. */
  static Attribute with(String name, double value) {
    return new Attribute(name, number(value));
  }

  static String number(double value) {
    var text = String.format(Locale.ROOT, "%.2f", value);
    var short_ = text.replaceFirst("\\.?0+$", "");
    return short_.equals("-0") ? "0" : short_;
  }

  Markup open(String element, Attribute... attributes) {
    tag(element, attributes);
    out.append(">\n");
    open.push(element);
    return this;
  }

  Markup close() {
    var element = open.pop();
    indent();
    out.append("</").append(element).append(">\n");
    return this;
  }

  /** An element without content. */
  Markup empty(String element, Attribute... attributes) {
    tag(element, attributes);
    out.append("/>\n");
    return this;
  }

  /** An element with a text as content. */
  Markup text(String element, String text, Attribute... attributes) {
    tag(element, attributes);
    out.append('>').append(escaped(text)).append("</").append(element).append(">\n");
    return this;
  }

  private void tag(String element, Attribute... attributes) {
    indent();
    out.append('<').append(element);
    for (var attribute : attributes) {
      out.append(' ')
          .append(attribute.name())
          .append("=\"")
          .append(escaped(attribute.value()))
          .append('"');
    }
  }

  private void indent() {
    out.append("  ".repeat(open.size()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
