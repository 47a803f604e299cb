package dev.costate.cli.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Columns of text and numbers, two spaces apart; numbers stand with their decimal points below each
 * other.
 */
final class Table {
  private static final String GAP = "  ";

  /** How the cells of a column are set. */
  enum Setting {
    TEXT,
    DECIMAL
  }

  private record Column(String title, Setting setting) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  Table text(String title) {
    columns.add(new Column(title, Setting.TEXT));
    return this;
  }

  Table decimal(String title) {
    columns.add(new Column(title, Setting.DECIMAL));
    return this;
  }

  /** Adds a row; cells that are left out at its end are empty. */
  Table row(String... cells) {
    var row = new ArrayList<>(List.of(cells));
    row.addAll(Collections.nCopies(columns.size() - cells.length, ""));
    rows.add(row);
    return this;
  }

  /** The lines of the table; a text column without any text is left out. */
  List<String> lines() {
    var lines = new ArrayList<StringBuilder>();
    for (int i = 0; i <= rows.size(); i++) {
      lines.add(new StringBuilder());
    }
    for (int c = 0; c < columns.size(); c++) {
      int column = c;
      var cells = rows.stream().map(row -> row.get(column)).toList();
      if (cells.stream().allMatch(String::isEmpty)) {
        continue;
      }
      var set = set(columns.get(c), cells);
      for (int i = 0; i < set.size(); i++) {
        lines.get(i).append(lines.get(i).isEmpty() ? "" : GAP).append(set.get(i));
      }
    }
    return lines.stream().map(line -> line.toString().stripTrailing()).toList();
  }

  /** The title and the cells of a column, all of one width. */
  private static List<String> set(Column column, List<String> cells) {
    var set = new ArrayList<String>();
    switch (column.setting()) {
      case TEXT -> {
        set.add(column.title());
        set.addAll(cells);
      }
      case DECIMAL -> {
        var aligned = aligned(cells);
        int width = aligned.stream().mapToInt(DisplayWidth::of).max().orElse(0);
        set.add(" ".repeat(Math.max(0, width - DisplayWidth.of(column.title()))) + column.title());
        int indent = Math.max(0, DisplayWidth.of(column.title()) - width);
        aligned.forEach(cell -> set.add(" ".repeat(indent) + cell));
      }
    }
    int width = set.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    return set.stream().map(cell -> cell + " ".repeat(width - DisplayWidth.of(cell))).toList();
  }

  /** The cells with their decimal points below each other. */
  private static List<String> aligned(List<String> cells) {
    int before = cells.stream().mapToInt(cell -> DisplayWidth.of(whole(cell))).max().orElse(0);
    int after = cells.stream().mapToInt(cell -> DisplayWidth.of(fraction(cell))).max().orElse(0);
    return cells.stream()
        .map(cell ->
            " ".repeat(before - DisplayWidth.of(whole(cell)))
                + cell
                + " ".repeat(after - DisplayWidth.of(fraction(cell))))
        .toList();
  }

  private static String whole(String cell) {
    return cell.substring(0, wholeEnd(cell));
  }

  private static String fraction(String cell) {
    return cell.substring(wholeEnd(cell));
  }

  /** Where the digits before the decimal point end. */
  private static int wholeEnd(String cell) {
    int i = 0;
    while (i < cell.length() && (Character.isDigit(cell.charAt(i)) || cell.charAt(i) == '-')) {
      i++;
    }
    return i == 0 ? cell.length() : i;
  }
}
