package dev.costate.language.parse;

import java.text.Normalizer;

/**
 * Which characters the language knows, and what is meant by the ones that pasted text brings along.
 */
final class Characters {
  static final char BYTE_ORDER_MARK = '\uFEFF';
  static final char NO_BREAK_SPACE = '\u00A0';

  private Characters() {}

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** A space of any width, a no-break space included; not a tab. */
  static boolean isSpace(int c) {
    return c == ' ' || (c >= NO_BREAK_SPACE && Character.getType(c) == Character.SPACE_SEPARATOR);
  }

  static boolean startsName(int c) {
    return c < 128
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
        : Character.isLetter(c);
  }

  static boolean continuesName(int c) {
    if (c < 128) {
      return startsName(c) || isDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> Character.isLetterOrDigit(c);
    };
  }

  /** The name as compared: canonically composed, so that the same letters are the same name. */
  static String name(String written) {
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) >= 128) {
        return Normalizer.normalize(written, Normalizer.Form.NFC);
      }
    }
    return written;
  }

  /** The plain character that a typographic one stands for; any other character itself. */
  static int plain(int c) {
    return switch (c) {
      case '\u2013', '\u2212' -> '-'; // en dash, minus sign
      case '\u2217', '\u00D7', '\u00B7', '\u22C5' ->
          '*'; // asterisk operator, times, middle dot, dot operator
      case '\u00F7' -> '/'; // division sign
      case '\u2260' -> '≠';
      case '\u2264' -> '≤';
      case '\u2265' -> '≥';
      default -> c;
    };
  }

  static boolean isMinus(int c) {
    return plain(c) == '-';
  }

  /** How a message names a character: itself if it can be seen, and its code. */
  static String described(int c) {
    var code = "U+%04X".formatted(c);
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.UNASSIGNED,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          "the invisible character " + code;
      default ->
          c < 128
              ? "'" + Character.toString(c) + "'"
              : "'" + Character.toString(c) + "' (" + code + ")";
    };
  }

  /**
   * What to write instead of a character that the language does not know; empty if there is nothing
   * to suggest.
   */
  static String advice(int c) {
    return switch (c) {
      case '%' -> "a percent sign stands right after a number, as in 20%; a remainder is mod(a, b)";
      case '!' -> "write 'not' before a condition, or '!=' for 'is not equal'";
      case '&' -> "write 'and'";
      case '?' -> "a value that depends on a condition is written: a if c else b";
      case '|' -> "write 'or'; an absolute value is abs(x)";
      case ';' -> "give each statement a line of its own";
      case '{', '}' ->
          "a block is indented under a line that ends in ':'; arrays are written [1, 2]";
      case '\'', '\u2018', '\u2019', '\u201C', '\u201D', '\u00AB', '\u00BB' ->
          "quote with straight double quotes: \"t\"";
      case '$', '\u20AC', '\u00A3' ->
          "amounts are plain numbers; a good's unit is given by unit \"…\"";
      case '\u2014', '\u2015', '\u2010', '\u2011' -> "for a minus, write '-'";
      case '\u00B2' -> "write ^2";
      case '\u00B3' -> "write ^3";
      case '\u221A' -> "write sqrt(x)";
      case '\u2026' -> "a range is written with two dots: 1..n";
      case '\u2044', '\u2215' -> "write '/'";
      case '\r' -> "save the file with line ends LF or CRLF";
      default -> Character.getType(c) == Character.FORMAT ? "delete it" : "";
    };
  }
}
