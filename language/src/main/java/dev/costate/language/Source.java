package dev.costate.language;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A text and the name under which its places are reported (a path as the user wrote it). One that a
 * program composed has parts with names of their own, and places are reported by these.
 */
public final class Source {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final String text;
  private final int[] lineStarts;
  private final List<Part> parts;

  /** Where each part begins. */
  private final int[] partStarts;

  private Source(String name, String text, List<Part> parts) {
    this.name = Objects.requireNonNull(name);
    this.text = Objects.requireNonNull(text);
    this.lineStarts = lineStarts(text);
    this.parts = List.copyOf(parts);
    partStarts = new int[parts.size()];
    int start = 0;
    for (int k = 0; k < partStarts.length; k++) {
      partStarts[k] = start;
      start += parts.get(k).text().length();
    }
  }

  public static Source of(String name, String text) {
    return new Source(name, text, List.of());
  }

  /** The texts of the parts one behind the other; empty ones are left out. */
  public static Source composed(String name, List<Part> parts) {
    var text = new StringBuilder();
    parts.forEach(part -> text.append(part.text()));
    return new Source(
        name, text.toString(), parts.stream().filter(part -> !part.text().isEmpty()).toList());
  }

  /**
   * A part of a composed text.
   *
   * @param name how its places are reported, such as {@code firm bakery, makes bread}
   */
  public record Part(String name, String text) {
    public Part {
      Objects.requireNonNull(name);
      Objects.requireNonNull(text);
    }
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The line of a character offset, counted from 1. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of a character offset in its line, counted from 1 in characters (code points). */
  public int column(int offset) {
    int start = start(line(offset));
    return text.codePointCount(start, Math.max(start, offset)) + 1;
  }

  /**
   * Where a character offset is, in words: {@code file:line:column}; in a composed text the name of
   * the part, and its line if it has several.
   */
  String where(int offset) {
    if (parts.isEmpty()) {
      return name + ":" + line(offset) + ":" + column(offset);
    }
    int found = Arrays.binarySearch(partStarts, offset);
    int k = found >= 0 ? found : -found - 2;
    var part = parts.get(k);
    int lines = (int) part.text().lines().count();
    int first = line(partStarts[k]);
    return lines <= 1
        ? part.name()
        : "%s, line %d".formatted(part.name(), line(offset) - first + 1);
  }

  /** The text of a line, counted from 1, without its line end. */
  public String lineText(int line) {
    int start = start(line);
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  public int lineCount() {
    return lineStarts.length;
  }

  /** Where a line begins; a byte order mark is no part of the first. */
  private int start(int line) {
    boolean isMarked = line == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return isMarked ? 1 : lineStarts[line - 1];
  }

  private static int[] lineStarts(String text) {
    var starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return name;
  }
}
