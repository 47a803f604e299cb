package dev.costate.tables;

import dev.costate.language.Place;
import dev.costate.language.Source;

/** Finds lines and cells in the text of a CSV file, for messages. */
final class CsvLines {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Source source;
  private final char separator;
  private final String text;
  private final int shift;

  CsvLines(Source source, char separator) {
    this.source = source;
    this.separator = separator;
    this.shift = source.text().indexOf(BYTE_ORDER_MARK) == 0 ? 1 : 0;
    this.text = source.text().substring(shift);
  }

  char separator() {
    return separator;
  }

  /** The text without a byte order mark. */
  String text() {
    return text;
  }

  /** A line, counted from 1. */
  Place whole(int line) {
    int start = start(line);
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return place(start, end);
  }

  /** The cell of a record that begins on a line, counted from 1; cells are counted from 0. */
  Place cell(int line, int column) {
    int start = start(line);
    for (int i = 0; i < column; i++) {
      start = Math.min(text.length(), end(start) + 1);
    }
    return place(start, end(start));
  }

  private Place place(int start, int end) {
    return new Place(source, start + shift, end + shift);
  }

  private int start(int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int next = text.indexOf('\n', start);
      if (next < 0) {
        return text.length();
      }
      start = next + 1;
    }
    return start;
  }

  /** Where the cell that begins here ends. */
  private int end(int start) {
    boolean quoted = false;
    int end = start;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == separator || c == '\n' || c == '\r')) {
        break;
      }
      end++;
    }
    return end;
  }
}
