package dev.costate.cli.diagram;

import dev.costate.cli.report.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** Characters in rows and columns, to be drawn on in any order. */
final class Sheet {
  private static final String EMPTY = " ";

  /** The second column of a wide character. */
  private static final String TAKEN = "";

  private record Cell(String text, Ink ink) {}

  private final List<List<Cell>> rows = new ArrayList<>();

  /** Writes a text from left to right; what was there is overwritten. */
  void write(int row, int column, String text, Ink ink) {
    int at = column;
    for (int character : text.codePoints().toArray()) {
      var one = Character.toString(character);
      int width = DisplayWidth.of(one);
      if (width == 0 && at > column) {
        var before = rows.get(row).get(at - 1);
        rows.get(row).set(at - 1, new Cell(before.text() + one, before.ink()));
        continue;
      }
      put(row, at, new Cell(one, ink));
      if (width > 1) {
        put(row, at + 1, new Cell(TAKEN, ink));
      }
      at += Math.max(1, width);
    }
  }

  /** Writes a text with its middle at a column, or half a column left of it. */
  void center(int row, double middle, String text, Ink ink) {
    write(row, (int) Math.max(0, Math.floor(middle - DisplayWidth.of(text) / 2.0)), text, ink);
  }

  int height() {
    return rows.size();
  }

  private void put(int row, int column, Cell cell) {
    while (rows.size() <= row) {
      rows.add(new ArrayList<>());
    }
    var line = rows.get(row);
    while (line.size() <= column) {
      line.add(new Cell(EMPTY, Ink.PLAIN));
    }
    line.set(column, cell);
  }

  /** The rows without blanks at their ends. */
  List<String> lines(Colouring colouring) {
    return rows.stream().map(row -> line(row, colouring)).toList();
  }

  /** Whether inks are shown. */
  enum Colouring {
    NONE,
    ANSI
  }

  private static String line(List<Cell> row, Colouring colouring) {
    int end = row.size();
    while (end > 0 && row.get(end - 1).text().equals(EMPTY)) {
      end--;
    }
    var line = new StringBuilder();
    var current = Ink.PLAIN;
    for (var cell : row.subList(0, end)) {
      var ink = colouring == Colouring.NONE || cell.text().equals(EMPTY) ? current : cell.ink();
      if (ink != current) {
        line.append(current == Ink.PLAIN ? "" : Ink.END).append(ink.code());
        current = ink;
      }
      line.append(cell.text());
    }
    return line.append(current == Ink.PLAIN ? "" : Ink.END).toString();
  }
}
