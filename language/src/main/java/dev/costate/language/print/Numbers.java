package dev.costate.language.print;

import dev.costate.language.syntax.Expression.NumberLiteral;

/** How a number literal is printed. */
final class Numbers {
  private Numbers() {}

  /**
   * As the user wrote it, with its underscores, if its place still shows this number; otherwise its
   * digits.
   */
  static String written(NumberLiteral number) {
    var digits = number.percent() ? number.text() + "%" : number.text();
    var place = number.place();
    if (place.end() - place.start() > digits.length()) {
      var written = place.text().replace('\u2212', '-').replace('\u2013', '-');
      return written.replace("_", "").equals(digits) ? written : digits;
    }
    return digits;
  }
}
