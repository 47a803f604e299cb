package dev.costate.language.parse;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into logical lines. Indentation is measured, brackets are matched, comments and blank
 * lines are kept; what cannot be read is reported here, dropped, and its line marked so that the
 * parser does not complain again.
 */
final class Lexer {
  /** The deepest nesting of brackets that is read. */
  static final int MAX_BRACKETS = 1_000;

  /** How far a tab in the indentation reaches, for going on after the error. */
  private static final int TAB_WIDTH = 4;

  private final Source source;
  private final Diagnostics diagnostics;
  private final String text;
  private final TokenScanner scanner;
  private final List<Line> lines = new ArrayList<>();

  private List<Comment> pending = new ArrayList<>();
  private final List<Token> brackets = new ArrayList<>();
  private List<Token> tokens = new ArrayList<>();
  private List<Comment> before = new ArrayList<>();
  private String trailing = "";
  private int indent;
  private int reported;
  private int firstTab = -1;
  private int indentTab = -1;
  private int tabbedLines;
  private int at;

  private Lexer(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.text = source.text();
    this.scanner = new TokenScanner(source, this::error);
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
    if (!brackets.isEmpty()) {
      unclosed();
    }
    endLine();
    reportTabs();
    return new Lines(lines, pending);
  }

  private void physicalLine() {
    int width = indentation();
    if (atLineEnd()) {
      if (brackets.isEmpty()) {
        pending.add(Comment.BLANK);
      }
      nextLine();
      return;
    }
    if (text.charAt(at) == '#') {
      (brackets.isEmpty() ? pending : before).add(new Comment(width, comment()));
      nextLine();
      return;
    }
    noteTab();
    if (!brackets.isEmpty() && beginsStatement(width)) {
      unclosed();
      endLine();
    }
    if (brackets.isEmpty()) {
      beginLine(width);
    }
    tokensOfLine();
    if (brackets.isEmpty()) {
      endLine();
    }
  }

  private void beginLine(int width) {
    indent = width;
    before = pending;
    pending = new ArrayList<>();
    tokens = new ArrayList<>();
    trailing = "";
    reported = 0;
  }

  private void endLine() {
    brackets.clear();
    if (!tokens.isEmpty()) {
      var health = reported > 0 ? Line.Health.REPORTED : Line.Health.SOUND;
      lines.add(new Line(indent, tokens, before, trailing, health));
    } else {
      pending.addAll(0, before);
    }
    tokens = new ArrayList<>();
    before = new ArrayList<>();
  }

  private void tokensOfLine() {
    while (!atLineEnd()) {
      char c = text.charAt(at);
      if (Characters.isSpace(c) || c == '\t') {
        at++;
      } else if (c == '#') {
        endingComment();
      } else {
        scanner.next(at).ifPresent(this::add);
        at = scanner.position();
      }
    }
    nextLine();
  }

  private void endingComment() {
    var comment = comment();
    if (brackets.isEmpty()) {
      trailing = comment;
    } else {
      before.add(new Comment(indent, comment));
    }
  }

  private void add(Token token) {
    switch (token.kind()) {
      case OPEN_ROUND, OPEN_SQUARE -> open(token);
      case CLOSE_ROUND, CLOSE_SQUARE -> close(token);
      case COLON -> colon(token);
      default -> tokens.add(token);
    }
  }

  private void open(Token token) {
    brackets.add(token);
    if (brackets.size() == MAX_BRACKETS + 1 && reported == 0) {
      error(
          token.start(),
          token.end(),
          "brackets are nested more than %,d deep".formatted(MAX_BRACKETS),
          "compute the inner parts in lines of their own");
    }
    tokens.add(token);
  }

  private void close(Token token) {
    if (brackets.isEmpty()) {
      error(
          token.start(),
          token.end(),
          token.described() + " closes no bracket",
          "delete it, or open one before");
      return;
    }
    var open = brackets.removeLast();
    boolean fits = (open.kind() == TokenKind.OPEN_ROUND) == (token.kind() == TokenKind.CLOSE_ROUND);
    if (!fits && reported == 0) {
      error(
          token.start(),
          token.end(),
          "%s cannot close the %s of line %d, column %d"
              .formatted(
                  token.described(),
                  open.described(),
                  source.line(open.start()),
                  source.column(open.start())),
          "write '%s' here, or close brackets in the reverse order of their opening"
              .formatted(closing(open)));
    }
    tokens.add(token);
  }

  /**
   * A colon never stands inside brackets: at the end of a line it shows that one was not closed.
   */
  private void colon(Token token) {
    if (brackets.isEmpty()) {
      tokens.add(token);
    } else if (restIsBlank(token.end())) {
      unclosed();
      brackets.clear();
      tokens.add(token);
    } else {
      error(
          token.start(),
          token.end(),
          "':' inside brackets",
          "a colon ends the head of a block; a range 1..n stands only in 'for'");
    }
  }

  private void unclosed() {
    var open = brackets.getLast();
    if (reported == 0) {
      error(
          open.start(),
          open.end(),
          "this %s is never closed".formatted(open.described()),
          "close it with '%s'".formatted(closing(open)));
    }
  }

  private static String closing(Token open) {
    return open.kind() == TokenKind.OPEN_ROUND ? ")" : "]";
  }

  private void error(int start, int end, String message, String hint) {
    reported++;
    diagnostics.error(new Place(source, start, end), message, hint);
  }

  private int indentation() {
    int width = 0;
    indentTab = -1;
    while (at < text.length() && (Characters.isSpace(text.charAt(at)) || text.charAt(at) == '\t')) {
      if (text.charAt(at) == '\t') {
        width = (width / TAB_WIDTH + 1) * TAB_WIDTH;
        indentTab = indentTab < 0 ? at : indentTab;
      } else {
        width++;
      }
      at++;
    }
    return width;
  }

  private void noteTab() {
    if (brackets.isEmpty() && indentTab >= 0) {
      tabbedLines++;
      firstTab = firstTab < 0 ? indentTab : firstTab;
    }
  }

  /**
   * Whether the text inside a bracket looks so much like a new statement that the bracket must have
   * been forgotten.
   */
  private boolean beginsStatement(int width) {
    return NewStatement.startsAt(text, at)
        || (width <= indent && NewStatement.juxtaposesAt(text, at));
  }

  private void reportTabs() {
    if (tabbedLines > 0) {
      diagnostics.error(
          new Place(source, firstTab, firstTab + 1),
          tabbedLines == 1
              ? "a tab in the indentation"
              : "a tab in the indentation, here and in %,d more %s"
                  .formatted(tabbedLines - 1, tabbedLines == 2 ? "line" : "lines"),
          "indent with spaces: replace each tab by 4 spaces");
    }
  }

  private boolean restIsBlank(int from) {
    int i = from;
    while (i < text.length() && (Characters.isSpace(text.charAt(i)) || text.charAt(i) == '\t')) {
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
      error(at, at + 1, "a carriage return without a line feed", Characters.advice('\r'));
    }
    return text.substring(start, at).stripTrailing();
  }

  private boolean atLineEnd() {
    return at == text.length() || isLineEnd(at);
  }

  private boolean isLineEnd(int i) {
    char c = text.charAt(i);
    return c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) == '\n'));
  }

  private void nextLine() {
    while (!atLineEnd()) {
      at++;
    }
    at = Math.min(text.length(), at < text.length() && text.charAt(at) == '\r' ? at + 2 : at + 1);
  }
}
