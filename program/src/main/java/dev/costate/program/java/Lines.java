package dev.costate.program.java;

/** Collects lines of Java, indented by their blocks. */
final class Lines {
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();
  private int depth;

  /**
   * @param depth of the blocks around
   */
  Lines(int depth) {
    this.depth = depth;
  }

  void line(String line) {
    if (!line.isEmpty()) {
      text.repeat(INDENT, depth).append(Wrapping.wrapped(line, INDENT.length() * depth));
    }
    text.append('\n');
  }

  /** A line with a comment of the user behind it. */
  void line(String line, String comment) {
    line(line);
    if (!comment.isEmpty()) {
      text.setLength(text.length() - 1);
      text.append(' ').append(comment(comment)).append('\n');
    }
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

  /** Lines that are indented already. */
  void append(Lines more) {
    text.append(more.text);
  }

  /** Lines that are as long as they shall be. */
  void lines(String block) {
    block
        .lines()
        .forEach(line -> {
          text.repeat(INDENT, line.isEmpty() ? 0 : depth).append(line).append('\n');
        });
  }

  /**
   * A comment of the language as one of Java, in which a backslash before a {@code u} would begin a
   * character code.
   */
  private static String comment(String comment) {
    var words = comment.substring(1).strip();
    return ("// " + (words.contains("\\u") ? words.replace("\\", "\\\\") : words)).strip();
  }

  int length() {
    return text.length();
  }

  /** What stands there from a position on. */
  String since(int position) {
    return text.substring(position);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
