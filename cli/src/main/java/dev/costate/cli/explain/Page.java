package dev.costate.cli.explain;

import dev.costate.cli.report.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** Lines of text; formulas that are too long go on in the next line. */
final class Page {
  /** The most columns of a line that can be broken. */
  private static final int COLUMNS = 100;

  private static final List<String> SIGNS = List.of("+ ", "- ", ">= ", "⟂ ");

  private final List<String> lines = new ArrayList<>();

  void blank() {
    if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
      lines.add("");
    }
  }

  /** A line as it is. */
  void line(String text) {
    lines.add(text.stripTrailing());
  }

  /** All lines of a text, indented. */
  void block(int indent, String text) {
    text.lines().forEach(line -> line(line.isBlank() ? "" : " ".repeat(indent) + line));
  }

  /**
   * A formula, broken before a sum's sign or a relation where it is too long.
   *
   * @param hanging how far its further lines are indented
   */
  void formula(int indent, int hanging, String text) {
    var line = new StringBuilder(" ".repeat(indent));
    boolean fresh = true;
    for (var part : parts(text)) {
      if (!fresh && DisplayWidth.of(line + " " + part) > COLUMNS) {
        line(line.toString());
        line.setLength(0);
        line.append(" ".repeat(hanging));
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(part);
      fresh = false;
    }
    line(line.toString());
  }

  /**
   * The text taken apart before the signs of sums and of relations that stand in at most one pair
   * of brackets.
   */
  private static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      int i = at;
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean breaks =
          depth <= 1 && c == ' ' && SIGNS.stream().anyMatch(sign -> text.startsWith(sign, i + 1));
      if (breaks) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  /**
   * An equation over several lines: the left side, and below its sign each further right side.
   *
   * @param relations the sign before each right side: {@code =}
   */
  void equation(int indent, String left, List<String> relations, List<String> rights) {
    int width = DisplayWidth.of(left);
    for (int i = 0; i < rights.size(); i++) {
      var start = i == 0 ? left : " ".repeat(width);
      formula(indent, indent + width + 3, start + " " + relations.get(i) + " " + rights.get(i));
    }
  }

  String text() {
    return String.join("\n", lines).stripTrailing() + "\n";
  }
}
