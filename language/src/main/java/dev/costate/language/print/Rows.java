package dev.costate.language.print;

import dev.costate.language.syntax.Trivia;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a text under construction: code with a comment at its end, comments, blank lines.
 */
final class Rows {
  static final int INDENT = 4;

  private sealed interface Row {
    record Code(int level, String text, String trailing) implements Row {}

    record Comment(int level, String text) implements Row {}

    record Blank() implements Row {}
  }

  private final List<Row> rows = new ArrayList<>();
  private boolean atBlockStart = true;

  boolean hasSeveralLinesOfCode() {
    return rows.stream().filter(Row.Code.class::isInstance).limit(2).count() == 2;
  }

  void append(Rows others) {
    rows.addAll(others.rows);
    atBlockStart = atBlockStart && others.rows.isEmpty();
  }

  /** A line of code and what surrounds it. */
  void code(int level, String text, Trivia trivia) {
    comments(level, trivia.leading());
    rows.add(new Row.Code(level, text, trivia.trailing()));
    atBlockStart = false;
  }

  /** The head of a block. */
  void head(int level, String text, Trivia trivia) {
    code(level, text, trivia);
    atBlockStart = true;
  }

  /** Comment lines; an empty one is a blank line. */
  void comments(int level, List<String> comments) {
    for (var comment : comments) {
      if (comment.isEmpty()) {
        blank();
      } else {
        rows.add(new Row.Comment(level, comment));
        atBlockStart = false;
      }
    }
  }

  /** A blank line, unless a block begins here or there is one already. */
  void blank() {
    if (!atBlockStart && !(rows.getLast() instanceof Row.Blank)) {
      rows.add(new Row.Blank());
    }
  }

  String text() {
    var out = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      switch (rows.get(i)) {
        case Row.Blank _ -> out.append('\n');
        case Row.Comment(var level, var text) ->
            out.append(" ".repeat(INDENT * level)).append(text).append('\n');
        case Row.Code code when code.trailing().isEmpty() -> out.append(wrapped(code)).append('\n');
        case Row.Code _ -> {
          int end = endOfRun(i);
          run(rows.subList(i, end), out);
          i = end - 1;
        }
      }
    }
    return out.toString();
  }

  /** The first row from here on that has no trailing comment or another indentation. */
  private int endOfRun(int start) {
    int level = ((Row.Code) rows.get(start)).level();
    int end = start;
    while (end < rows.size()
        && rows.get(end) instanceof Row.Code(var l, _, var trailing)
        && l == level
        && !trailing.isEmpty()) {
      end++;
    }
    return end;
  }

  /** Rows in sequence whose trailing comments stand one below the other. */
  private static void run(List<Row> run, StringBuilder out) {
    int width = 0;
    for (var row : run) {
      width = Math.max(width, lastLineWidth(wrapped((Row.Code) row)));
    }
    for (var row : run) {
      var code = (Row.Code) row;
      var text = wrapped(code);
      out.append(text)
          .append(" ".repeat(width - lastLineWidth(text) + 2))
          .append(code.trailing())
          .append('\n');
    }
  }

  private static int lastLineWidth(String text) {
    int start = text.lastIndexOf('\n') + 1;
    return text.codePointCount(start, text.length());
  }

  private static String wrapped(Row.Code code) {
    return Wrapping.wrapped(" ".repeat(INDENT * code.level()) + code.text());
  }
}
