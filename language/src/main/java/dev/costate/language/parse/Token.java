package dev.costate.language.parse;

/**
 * A token of a line.
 *
 * @param text a name, the digits of a number without {@code _} and {@code %}, a quoted text without
 *     its quotes; otherwise the kind's text
 * @param start the offset of its first character in the source
 * @param end the offset after its last character
 */
record Token(TokenKind kind, String text, int start, int end) {
  /** The most characters of a user's text that a message quotes. */
  private static final int MAX_QUOTED = 60;

  boolean isWord(String word) {
    return kind == TokenKind.NAME && text.equals(word);
  }

  /** How a message names it. */
  String described() {
    return switch (kind) {
      case END -> kind.text();
      case TEXT -> "\"" + shortened(text) + "\"";
      case PERCENTAGE -> "'" + shortened(text) + "%'";
      default -> "'" + shortened(text) + "'";
    };
  }

  /** A text as a message quotes it. */
  static String shortened(String text) {
    return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…";
  }
}
