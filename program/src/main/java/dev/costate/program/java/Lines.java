package dev.costate.program.java;

/** Collects lines of Java, indented by their blocks. */
final class Lines {
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();
  private int depth;

  void line(String line) {
    if (!line.isEmpty()) {
      text.repeat(INDENT, depth).append(line);
    }
    text.append('\n');
  }

  /** A line with a comment of the user behind it. */
  void line(String line, String comment) {
    line(comment.isEmpty() ? line : line + " " + comment(comment));
  }

  /** A line that begins a block. */
  void open(String line, String comment) {
    line(line + " {", comment);
    depth++;
  }

  void close() {
    depth--;
    line("}");
  }

  /** A line between two blocks: {@code } else {}. */
  void next(String line, String comment) {
    depth--;
    open("} " + line, comment);
  }

  void lines(String block) {
    block.lines().forEach(this::line);
  }

  /**
   * A comment of the language as one of Java, in which a backslash before a {@code u} would begin a
   * character code.
   */
  private static String comment(String comment) {
    var words = comment.substring(1).strip();
    return ("// " + (words.contains("\\u") ? words.replace("\\", "\\\\") : words)).strip();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
