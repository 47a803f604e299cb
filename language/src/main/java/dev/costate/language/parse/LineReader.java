package dev.costate.language.parse;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.language.recursion.FreshStack;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A position in the lines of a file. Finds the lines of a block by their indentation, hands out
 * their comments, and collects errors, one per line.
 */
final class LineReader {
  /** The deepest nesting of blocks inside the block of a declaration. */
  static final int MAX_BLOCKS = 1_000;

  /** The level of a declaration's own block. */
  private static final int DECLARATION_LEVEL = 1;

  private final Source source;
  private final Diagnostics diagnostics;
  private final List<Line> lines;
  private final List<Comment> after;
  private final Deque<Comment> comments = new ArrayDeque<>();
  private int at;
  private int level = -1;

  /** Where the line begins whose error was the last to be reported. */
  private int lastReported = -1;

  LineReader(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    var cut = Lexer.lines(source, diagnostics);
    this.lines = cut.lines();
    this.after = cut.after();
    loadComments();
  }

  /** The lines of a block, and the comments after the last of them. */
  record Body<T>(List<T> items, List<String> closing) {}

  Source source() {
    return source;
  }

  boolean hasNext() {
    return at < lines.size();
  }

  Line peek() {
    return lines.get(at);
  }

  /** The next line, to be read; what the lexer found wrong in it is reported now. */
  TokenReader next() {
    var line = lines.get(at++);
    line.errors().forEach(e -> diagnostics.error(e.place(), e.message(), e.hint()));
    var reader = new TokenReader(source, line, Comment.texts(comments));
    loadComments();
    return reader;
  }

  private void loadComments() {
    comments.clear();
    comments.addAll(hasNext() ? peek().before() : after);
  }

  /** Whether the next line is at the indentation of another and begins with this token. */
  boolean continuesWith(TokenKind kind, Line head) {
    return hasNext() && peek().indent() == head.indent() && peek().firstKind() == kind;
  }

  /** All lines of the file, read one by one. */
  <T> Body<T> file(LineParser<T> item) {
    return lines(-1, item);
  }

  /**
   * What stands behind the colon of a head: the rest of its line, or the deeper lines under it.
   *
   * @param head a reader behind the colon
   */
  <T> Body<T> block(TokenReader head, LineParser<T> item) {
    int indent = head.line().indent();
    if (!head.at(TokenKind.END)) {
      return new Body<>(item.read(head.rest()).stream().toList(), List.of());
    }
    if (!hasDeeper(indent)) {
      report(
          head.line(),
          new SyntaxError(
              head.place(head.peek()),
              "the block of this line is missing",
              "write its lines below, indented by 4 spaces"));
      return new Body<>(List.of(), List.of());
    }
    return lines(indent, item);
  }

  /** Reads the deeper lines under a head that could not be read, for their errors only. */
  <T> void blockOfBroken(TokenReader head, LineParser<T> item) {
    if (hasDeeper(head.line().indent())) {
      lines(head.line().indent(), item);
    }
  }

  /**
   * Skips the deeper lines under a head that has been refused as a whole, and whatever is wrong in
   * them.
   */
  void skipBlock(TokenReader head) {
    skipDeeper(head.line().indent());
  }

  private void skipDeeper(int indent) {
    while (hasDeeper(indent)) {
      at++;
    }
    loadComments();
  }

  boolean hasDeeper(int indent) {
    return hasNext() && peek().indent() > indent;
  }

  private <T> Body<T> lines(int headIndent, LineParser<T> item) {
    dropBlankLines();
    level++;
    if (level > DECLARATION_LEVEL + MAX_BLOCKS) {
      tooDeep();
      skipDeeper(headIndent);
    }
    var items = new ArrayList<T>();
    FreshStack.run(level, () -> readLines(headIndent, item, items));
    level--;
    return new Body<>(items, closing(headIndent));
  }

  private <T> void readLines(int headIndent, LineParser<T> item, List<T> items) {
    int expected = hasNext() ? peek().indent() : 0;
    int stray = expected;
    while (hasDeeper(headIndent)) {
      var tokens = next();
      if (tokens.line().indent() != expected && tokens.line().indent() != stray) {
        stray = tokens.line().indent();
        misplaced(tokens, expected);
      }
      item.read(tokens).ifPresent(items::add);
    }
  }

  private void misplaced(TokenReader tokens, int expected) {
    int indent = tokens.line().indent();
    if (indent > expected && at >= 2 && isReported(lines.get(at - 2))) {
      return;
    }
    report(
        tokens.line(),
        tokens.error(
            tokens.peek(),
            indent > expected
                ? "this line is indented by %d spaces, its block by %d".formatted(indent, expected)
                : "this line is indented by %d spaces, the block around it by %d"
                    .formatted(indent, expected),
            indent > expected
                ? "only lines under a head that ends in ':' are indented deeper"
                : "indent all lines of a block alike"));
  }

  private boolean isReported(Line line) {
    return lastReported == line.start() || !line.errors().isEmpty();
  }

  private void tooDeep() {
    report(
        peek(),
        new SyntaxError(
            new Place(source, peek().tokens().getFirst().start(), peek().tokens().getFirst().end()),
            "blocks are nested more than %,d deep".formatted(MAX_BLOCKS),
            "move the inner blocks into a function of their own"));
  }

  private void dropBlankLines() {
    while (!comments.isEmpty() && comments.peekFirst().isBlank()) {
      comments.removeFirst();
    }
  }

  /**
   * Takes the comment lines before the next line that are deeper than the head; the blank lines
   * behind them stay.
   */
  private List<String> closing(int headIndent) {
    int count = 0;
    int seen = 0;
    for (var comment : comments) {
      if (!comment.isBlank() && comment.indent() <= headIndent) {
        break;
      }
      seen++;
      count = comment.isBlank() ? count : seen;
    }
    var taken = new ArrayList<Comment>();
    for (int i = 0; i < count; i++) {
      taken.add(comments.removeFirst());
    }
    return Comment.texts(taken);
  }

  /** Reports an error of a line unless the line already has one. */
  void report(Line line, SyntaxError error) {
    if (!isReported(line)) {
      diagnostics.error(error.place(), error.message(), error.hint());
    }
    lastReported = line.start();
  }

  /** Reports an error that does not keep a line from being read. */
  void report(Place place, String message, String hint) {
    diagnostics.error(place, message, hint);
  }
}
