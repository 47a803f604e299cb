package dev.costate.market;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.language.Source.Part;
import dev.costate.runtime.NumberText;
import java.util.ArrayList;
import java.util.List;

/** A text of the language while a builder composes it, each part under its element's name. */
final class Composition {
  private static final String INDENT = "    ";
  private static final String NAME = "model";

  private final List<Part> parts = new ArrayList<>();
  private final Diagnostics errors = new Diagnostics();
  private boolean complete = true;

  /** What is wrong with the elements before anything is read. */
  Diagnostics errors() {
    return errors;
  }

  /** Whether every element stands in the text. */
  boolean isComplete() {
    return complete;
  }

  Source source() {
    return Source.composed(NAME, parts);
  }

  /** Words of the language. */
  Composition words(String element, String text) {
    parts.add(new Part(element, text));
    return this;
  }

  /**
   * What the user wrote, to be part of a line. Where it is more than that, what could be meant is
   * written, so that the rest can be checked.
   */
  Composition fragment(String element, String text) {
    if (text.isBlank()) {
      leaveOut(element, "nothing is written here", "");
      return this;
    }
    if (text.contains("#") || !isOneLine(text)) {
      error(
          element,
          "this has to be part of one line, without comments",
          "lines may end inside of brackets; code of several lines belongs into code(…)");
    }
    return words(element, oneLine(text));
  }

  /** The text with line breaks as spaces, without comments. */
  static String oneLine(String text) {
    var lines = text.lines().map(line -> withoutComment(line).strip()).toList();
    return lines.size() == 1 ? withoutComment(text) : String.join(" ", lines).strip();
  }

  /** Whether lines end only inside of brackets. */
  private static boolean isOneLine(String text) {
    int depth = 0;
    for (char c : text.strip().toCharArray()) {
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (depth <= 0 && (c == '\n' || c == '\r')) {
        return false;
      }
    }
    return true;
  }

  private static String withoutComment(String line) {
    return line.contains("#") ? line.substring(0, line.indexOf('#')) : line;
  }

  /** Lines of code of a block this many levels deep. */
  Composition code(String element, String text, int depth) {
    if (text.isBlank()) {
      leaveOut(element, "nothing is written here", "");
    }
    var indent = INDENT.repeat(depth);
    var lines = new StringBuilder();
    text.stripTrailing()
        .stripIndent()
        .lines()
        .forEach(line -> lines.append(line.isBlank() ? "" : indent + line).append('\n'));
    return words(element, lines.toString());
  }

  /** One line of a block. */
  Composition line(String element, String text) {
    return words(element, INDENT).fragment(element, text).words(element, "\n");
  }

  /** A quoted text, of which the language has no escapes. */
  static String quoted(String text) {
    return '"' + text + '"';
  }

  /** A number as the language writes it; one that is not finite is found to be no number there. */
  static String number(double value) {
    return NumberText.of(value);
  }

  /** Says that an element is wrong and cannot be written at all, so that others may miss it. */
  void leaveOut(String element, String message, String hint) {
    complete = false;
    error(element, message, hint);
  }

  /** Says that an element is wrong. */
  void error(String element, String message, String hint) {
    var source = Source.composed(NAME, List.of(new Part(element, element)));
    errors.error(new Place(source, 0, source.lineText(1).length()), message, hint);
  }
}
