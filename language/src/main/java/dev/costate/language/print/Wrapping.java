package dev.costate.language.print;

/**
 * Breaks long lines inside brackets: behind a comma or before an operator, at the least nested
 * place that keeps the line within the limit. A line without such a place stays long.
 */
final class Wrapping {
  static final int LIMIT = 100;

  /** How much deeper the rest of a line is indented, so that it does not look like a block. */
  private static final int CONTINUATION = 2 * Rows.INDENT;

  private static final String[] OPERATORS = {"+ ", "- ", "* ", "/ ", "and ", "or ", "if ", "else "};

  private Wrapping() {}

  static String wrapped(String line) {
    if (line.length() <= LIMIT || line.indexOf('"') >= 0) {
      return line;
    }
    int indent = 0;
    while (line.charAt(indent) == ' ') {
      indent++;
    }
    var out = new StringBuilder(line.length() + 64);
    var margin = " ".repeat(indent + CONTINUATION);
    int start = 0;
    int depth = 0;
    while (line.length() - start + (start == 0 ? 0 : margin.length()) > LIMIT) {
      int room = LIMIT - (start == 0 ? 0 : margin.length());
      int end =
          breakPoint(
              line,
              start == 0 ? afterTarget(line, indent) : start,
              Math.max(1, start + room),
              depth);
      if (end < 0) {
        break;
      }
      depth = depthAt(line, start, end, depth);
      out.append(start == 0 ? "" : margin).append(line, start, end - 1).append('\n');
      start = end;
    }
    return out.append(start == 0 ? "" : margin).append(line, start, line.length()).toString();
  }

  /**
   * Where the value of an assignment begins, otherwise the given position: a line that continues
   * the left side would have an equals sign and read like another statement.
   */
  private static int afterTarget(String line, int start) {
    int depth = 0;
    for (int i = start; i + 1 < line.length(); i++) {
      depth += change(line.charAt(i));
      if (depth == 0 && line.charAt(i) == '=' && line.charAt(i + 1) == ' ') {
        return i + 1;
      }
      if (depth == 0
          && (line.startsWith("==", i)
              || line.startsWith("if ", i)
              || line.startsWith("return ", i))) {
        return start;
      }
    }
    return start;
  }

  /**
   * Where the next line begins, just behind a space: the last of the least nested places up to
   * {@code most}; if there is none, the first one behind it; -1 if there is none at all.
   */
  private static int breakPoint(String line, int start, int most, int depthAtStart) {
    int best = -1;
    int bestDepth = Integer.MAX_VALUE;
    int depth = depthAtStart;
    for (int i = start; i < line.length(); i++) {
      if (i > most && best >= 0) {
        break;
      }
      char c = line.charAt(i);
      depth += change(c);
      if (c == ' ' && i > start && depth > 0 && i + 1 < line.length() && breaksAt(line, i + 1)) {
        int rank = 2 * depth + (line.charAt(i - 1) == ',' ? 0 : 1);
        if (rank <= bestDepth) {
          best = i + 1;
          bestDepth = rank;
        }
      }
    }
    return best;
  }

  private static boolean breaksAt(String line, int i) {
    if (line.charAt(i - 2) == ',') {
      return true;
    }
    for (var operator : OPERATORS) {
      if (line.startsWith(operator, i)) {
        return true;
      }
    }
    return false;
  }

  private static int depthAt(String line, int start, int end, int depthAtStart) {
    int depth = depthAtStart;
    for (int i = start; i < end; i++) {
      depth += change(line.charAt(i));
    }
    return depth;
  }

  private static int change(char c) {
    return switch (c) {
      case '(', '[' -> 1;
      case ')', ']' -> -1;
      default -> 0;
    };
  }
}
