package dev.costate.language;

/**
 * The part of a source line that a diagnostic shows, as a terminal shows it.
 *
 * @param text the characters, tabs as spaces, invisible ones replaced
 * @param column the number of terminal columns before the span
 * @param width the number of terminal columns of the span's first line, at least 1
 */
record Excerpt(String text, int column, int width) {
  private static final int TAB_WIDTH = 4;

  /** How many columns are shown before a span if the line's beginning is cut off. */
  private static final int BEFORE = 30;

  private static final String CUT = "…";

  static Excerpt of(Place place, int maxColumns) {
    var line = place.source().lineText(place.line());
    int start =
        line.offsetByCodePoints(
            0, Math.min(place.column() - 1, line.codePointCount(0, line.length())));
    int end = Math.min(line.length(), start + place.end() - place.start());
    return cut(
        shown(line, 0, start),
        shown(line, start, end),
        shown(line, end, line.length()),
        maxColumns);
  }

  private static Excerpt cut(String before, String span, String after, int maxColumns) {
    int spanWidth = Math.min(maxColumns / 2, Math.max(1, width(span)));
    boolean fits = width(before) + width(span) + width(after) <= maxColumns;
    if (fits) {
      return new Excerpt(
          (before + span + after).stripTrailing(), width(before), Math.max(1, width(span)));
    }
    var shownBefore =
        width(before) + spanWidth <= maxColumns - BEFORE ? before : CUT + last(before, BEFORE - 1);
    int room = maxColumns - width(shownBefore);
    var rest = span + after;
    var shownRest = width(rest) <= room ? rest : first(rest, room - 1) + CUT;
    int shownSpan = Math.max(1, Math.min(width(span), width(shownRest)));
    return new Excerpt((shownBefore + shownRest).stripTrailing(), width(shownBefore), shownSpan);
  }

  private static String shown(String line, int from, int to) {
    var shown = new StringBuilder();
    for (int i = from; i < to; i += Character.charCount(line.codePointAt(i))) {
      int c = line.codePointAt(i);
      switch (Character.getType(c)) {
        case Character.CONTROL -> shown.append(c == '\t' ? " ".repeat(TAB_WIDTH) : "\uFFFD");
        case Character.FORMAT,
            Character.SURROGATE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            shown.append('\uFFFD');
        case Character.SPACE_SEPARATOR -> shown.append(' ');
        default -> shown.appendCodePoint(c);
      }
    }
    return shown.toString();
  }

  private static int width(String text) {
    return text.codePoints().map(TerminalWidth::of).sum();
  }

  /** The longest beginning of at most so many columns. */
  private static String first(String text, int columns) {
    int width = 0;
    int i = 0;
    while (i < text.length() && width + TerminalWidth.of(text.codePointAt(i)) <= columns) {
      width += TerminalWidth.of(text.codePointAt(i));
      i += Character.charCount(text.codePointAt(i));
    }
    return text.substring(0, i);
  }

  /** The longest end of at most so many columns. */
  private static String last(String text, int columns) {
    int width = 0;
    int i = text.length();
    while (i > 0 && width + TerminalWidth.of(text.codePointBefore(i)) <= columns) {
      width += TerminalWidth.of(text.codePointBefore(i));
      i -= Character.charCount(text.codePointBefore(i));
    }
    return text.substring(i);
  }
}
