package dev.costate.language.parse;

/**
 * Recognises the beginning of a statement while a bracket is open, so that one forgotten bracket
 * does not swallow the rest of the file. Each test reads at most to the end of the line.
 */
final class NewStatement {
  private NewStatement() {}

  /** Whether the line from here on begins with a word that no expression contains, or assigns. */
  static boolean startsAt(String text, int at) {
    return switch (word(text, at)) {
      case "function", "return", "while", "break", "continue", "elif" -> true;
      default -> assigns(text, at);
    };
  }

  /**
   * Whether the line from here on would be odd inside a bracket, unless it is indented as its
   * continuation.
   */
  static boolean startsUnlessIndentedAt(String text, int at) {
    return switch (word(text, at)) {
      case "if", "for", "else" -> hasColon(text, at);
      default -> juxtaposes(text, at);
    };
  }

  /** Whether two operands follow each other here, as in {@code good wheat} or {@code supply 4}. */
  private static boolean juxtaposes(String text, int at) {
    var first = word(text, at);
    int next = at + first.length();
    while (next < text.length() && Characters.isSpace(text.charAt(next))) {
      next++;
    }
    return TokenKind.ofWord(first) == TokenKind.NAME
        && !first.isEmpty()
        && next > at + first.length()
        && next < text.length()
        && (Characters.isDigit(text.charAt(next)) || isName(word(text, next)));
  }

  private static boolean isName(String word) {
    return !word.isEmpty() && TokenKind.ofWord(word) == TokenKind.NAME;
  }

  private static boolean hasColon(String text, int at) {
    for (int i = at; i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '#'; i++) {
      if (text.charAt(i) == ':') {
        return true;
      }
    }
    return false;
  }

  /** Whether a single {@code =} stands on the rest of the line. */
  private static boolean assigns(String text, int at) {
    char previous = ' ';
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '#' || c == '"') {
        return false;
      }
      if (c == '=' && !(i + 1 < text.length() && text.charAt(i + 1) == '=')) {
        if (previous != '=' && previous != '<' && previous != '>' && previous != '!') {
          return true;
        }
      }
      previous = c;
    }
    return false;
  }

  private static String word(String text, int at) {
    if (at >= text.length() || !Characters.startsName(text.charAt(at))) {
      return "";
    }
    int end = at;
    while (end < text.length() && Characters.continuesName(text.charAt(end))) {
      end++;
    }
    return text.substring(at, end);
  }
}
