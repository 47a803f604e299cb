package dev.costate.language.parse;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into logical lines. Indentation is measured, brackets are matched, comments and blank
 * lines are kept; what cannot be read is dropped and noted as an error of its line, so that the
 * parser does not complain again.
 */
final class Lexer {
  /** How far a tab in the indentation reaches, for going on after the error. */
  private static final int TAB_WIDTH = 4;

  private final Source source;
  private final Diagnostics diagnostics;
  private final String text;
  private final TokenScanner scanner;
  private final List<Line> lines = new ArrayList<>();
  private final List<Integer> tabs = new ArrayList<>();
  private List<Comment> pending = new ArrayList<>();
  private LineBuilder current;
  private int at;

  private Lexer(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.text = source.text();
    this.current = new LineBuilder(source, 0, new ArrayList<>());
    this.scanner =
        new TokenScanner(source, (start, end, what, hint) -> current.error(start, end, what, hint));
  }

  /** A text in lines; {@code after} are the comment and blank lines behind the last of them. */
  record Lines(List<Line> lines, List<Comment> after) {}

  static Lines lines(Source source, Diagnostics diagnostics) {
    return new Lexer(source, diagnostics).all();
  }

  private Lines all() {
    if (!text.isEmpty() && text.charAt(0) == Characters.BYTE_ORDER_MARK) {
      at = 1;
    }
    while (at < text.length()) {
      physicalLine();
    }
    endLine();
    reportTabs();
    return new Lines(lines, pending);
  }

  private void physicalLine() {
    int start = at;
    int width = indentation();
    if (atLineEnd()) {
      if (!current.isOpen()) {
        pending.add(Comment.BLANK);
      }
    } else if (text.charAt(at) == '#') {
      (current.isOpen() ? current.before() : pending).add(new Comment(width, comment()));
    } else {
      if (!current.isOpen() || beginsStatement(width)) {
        beginLine(start, width);
      }
      tokensOfLine();
    }
    nextLine();
    if (!current.isOpen()) {
      endLine();
    }
  }

  private void beginLine(int start, int width) {
    endLine();
    current = new LineBuilder(source, width, pending);
    pending = new ArrayList<>();
    noteTab(start);
  }

  private void endLine() {
    current.unclosed();
    var line = current.line();
    line.ifPresent(lines::add);
    if (line.isEmpty()) {
      current.errors().forEach(e -> diagnostics.error(e.place(), e.message(), e.hint()));
      pending.addAll(0, current.before());
    }
    current = new LineBuilder(source, 0, new ArrayList<>());
  }

  private void tokensOfLine() {
    while (!atLineEnd()) {
      char c = text.charAt(at);
      if (isSpace(c)) {
        at++;
      } else if (c == '#') {
        current.comment(comment());
      } else {
        scanner.next(at).ifPresent(this::add);
        at = scanner.position();
      }
    }
  }

  /**
   * A colon never stands inside brackets: at the end of a line it shows that one was not closed.
   */
  private void add(Token token) {
    boolean isStray = token.kind() == TokenKind.COLON && current.isOpen();
    if (isStray && !restIsBlank(token.end())) {
      current.strayColon(token);
      return;
    }
    if (isStray) {
      current.unclosed();
    }
    current.add(token);
  }

  /**
   * Whether the text inside a bracket looks so much like a new statement that the bracket must have
   * been forgotten.
   */
  private boolean beginsStatement(int width) {
    return NewStatement.startsAt(text, at)
        || (width <= current.indent() && NewStatement.startsUnlessIndentedAt(text, at));
  }

  private int indentation() {
    int width = 0;
    while (at < text.length() && isSpace(text.charAt(at))) {
      width = text.charAt(at) == '\t' ? (width / TAB_WIDTH + 1) * TAB_WIDTH : width + 1;
      at++;
    }
    return width;
  }

  private void noteTab(int lineStart) {
    for (int i = lineStart; i < at; i++) {
      if (text.charAt(i) == '\t') {
        tabs.add(i);
        return;
      }
    }
  }

  private void reportTabs() {
    if (!tabs.isEmpty()) {
      int others = tabs.size() - 1;
      var elsewhere =
          others == 0
              ? ""
              : ", here and in %,d more %s".formatted(others, others == 1 ? "line" : "lines");
      diagnostics.error(
          new Place(source, tabs.getFirst(), tabs.getFirst() + 1),
          "a tab in the indentation" + elsewhere,
          "indent with spaces: replace each tab by 4 spaces");
    }
  }

  private boolean restIsBlank(int from) {
    int i = from;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i == text.length() || text.charAt(i) == '#' || isLineEnd(i);
  }

  /** The comment that begins here, without spaces at its end. */
  private String comment() {
    int start = at;
    while (!atLineEnd() && text.charAt(at) != '\r') {
      at++;
    }
    if (!atLineEnd()) {
      diagnostics.error(
          new Place(source, at, at + 1),
          "a carriage return without a line feed",
          Characters.advice('\r'));
    }
    int end = at;
    while (!atLineEnd()) {
      at++;
    }
    return text.substring(start, end).stripTrailing();
  }

  private static boolean isSpace(char c) {
    return c == '\t' || Characters.isSpace(c);
  }

  private boolean atLineEnd() {
    return at >= text.length() || isLineEnd(at);
  }

  private boolean isLineEnd(int i) {
    char c = text.charAt(i);
    return c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) == '\n'));
  }

  /** Steps over the line end. */
  private void nextLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length()) {
      at++;
    }
  }
}
