package dev.costate.cli.report;

/** How many columns of a terminal a text takes. */
public final class DisplayWidth {
  private DisplayWidth() {}

  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  /**
   * 0 for combining marks, 2 for the wide characters of East Asian scripts and for pictographs, 1
   * for all others.
   */
  private static int of(int c) {
    if (c < 0x300) {
      return 1;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
      default -> c >= 0x1F300 && c <= 0x1FAFF || c >= 0xFF01 && c <= 0xFF60;
    };
  }
}
