package dev.costate.language;

import java.util.List;

/**
 * Renders diagnostics: {@code file:line:column: error: message}, the source line, a caret under the
 * exact span, and the hint. Columns count characters; a wide character takes two places of the
 * terminal, and the caret line allows for it.
 */
public final class DiagnosticPrinter {
  /**
   * The most columns of a source line that are shown; of a longer one, the part around the span.
   */
  private static final int MAX_COLUMNS = 100;

  private static final String BOLD = "\u001B[1m";
  private static final String RED = "\u001B[1;31m";
  private static final String YELLOW = "\u001B[1;33m";
  private static final String CYAN = "\u001B[36m";
  private static final String RESET = "\u001B[0m";

  /** Whether the text is coloured, for a terminal. */
  public enum Colour {
    NONE,
    ANSI
  }

  private final Colour colour;

  public DiagnosticPrinter(Colour colour) {
    this.colour = colour;
  }

  /** All diagnostics in their order, each with a line end behind its last line. */
  public String print(List<Diagnostic> diagnostics) {
    var out = new StringBuilder();
    diagnostics.forEach(diagnostic -> out.append(print(diagnostic)));
    return out.toString();
  }

  /** One diagnostic of three lines, and a fourth with its hint if it has one. */
  public String print(Diagnostic diagnostic) {
    var place = diagnostic.place();
    var severityColour = severityColour(diagnostic.severity());
    var excerpt = Excerpt.of(place, MAX_COLUMNS);
    var out = new StringBuilder();
    out.append(coloured(BOLD, place + ":")).append(' ');
    out.append(coloured(severityColour, severity(diagnostic.severity()) + ":")).append(' ');
    out.append(coloured(BOLD, diagnostic.message())).append('\n');
    out.append(coloured(CYAN, "%5d |".formatted(place.line())))
        .append(withSpace(excerpt.text()))
        .append('\n');
    out.append(coloured(CYAN, "      |")).append(' ').append(" ".repeat(excerpt.column()));
    out.append(coloured(severityColour, "^".repeat(excerpt.width()))).append('\n');
    if (!diagnostic.hint().isEmpty()) {
      out.append(coloured(CYAN, "hint:")).append(' ').append(diagnostic.hint()).append('\n');
    }
    return out.toString();
  }

  private static String withSpace(String text) {
    return text.isEmpty() ? "" : " " + text;
  }

  private static String severity(Diagnostic.Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
    };
  }

  private static String severityColour(Diagnostic.Severity severity) {
    return switch (severity) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
    };
  }

  private String coloured(String code, String text) {
    return switch (colour) {
      case NONE -> text;
      case ANSI -> code + text + RESET;
    };
  }
}
