package dev.costate.program.java;

/** Breaks lines that are too long, where they are nested least. */
final class Wrapping {
  private static final int WIDTH = 100;
  private static final String CONTINUED = "    ";

  private Wrapping() {}

  /** A line of code, with line ends and indents where it is broken. */
  static String wrapped(String line, int indent) {
    var text = new StringBuilder();
    var rest = line;
    int room = WIDTH - indent;
    while (rest.length() > room) {
      int at = breakAt(rest, room);
      if (at <= 0) {
        break;
      }
      text.append(rest, 0, at).append('\n').append(" ".repeat(indent)).append(CONTINUED);
      rest = rest.substring(at).stripLeading();
      room = WIDTH - indent - CONTINUED.length();
    }
    return text.append(rest).toString();
  }

  /** The last of the least nested places to break; 0 if there is none. */
  private static int breakAt(String line, int room) {
    int found = 0;
    int least = Integer.MAX_VALUE;
    int depth = 0;
    boolean quoted = false;
    for (int i = 2; i < Math.min(line.length(), room); i++) {
      char c = line.charAt(i);
      if (c == '"' && line.charAt(i - 1) != '\\') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
        if (c == ' ' && isBreak(line, i)) {
          int nesting = 2 * depth + (isFactor(line, i) ? 1 : 0);
          if (nesting <= least) {
            found = i;
            least = nesting;
          }
        }
      }
    }
    return found;
  }

  /** Whether a blank stands behind a comma, semicolon or assignment, or before an operator. */
  private static boolean isBreak(String line, int blank) {
    char before = line.charAt(blank - 1);
    if (before == ',' || before == ';') {
      return true;
    }
    if (before == '=') {
      return "=<>!".indexOf(line.charAt(blank - 2)) < 0;
    }
    boolean isAlone = blank + 2 < line.length() && line.charAt(blank + 2) == ' ';
    return (isAlone && "+-*/?:".indexOf(line.charAt(blank + 1)) >= 0)
        || line.startsWith(" && ", blank)
        || line.startsWith(" || ", blank);
  }

  private static boolean isFactor(String line, int blank) {
    return line.startsWith(" * ", blank) || line.startsWith(" / ", blank);
  }
}
