package dev.costate.cli.diagram;

import dev.costate.cli.diagram.Sheet.Colouring;

/** A picture in characters, at most so many columns wide. */
public final class TerminalPainter {
  /** The width that fits everywhere. */
  public static final int COLUMNS = 80;

  private TerminalPainter() {}

  /** Without colour, {@link #COLUMNS} wide. */
  public static String plain(Picture picture) {
    return paint(picture, Colouring.NONE);
  }

  /** In colour, {@link #COLUMNS} wide. */
  public static String coloured(Picture picture) {
    return paint(picture, Colouring.ANSI);
  }

  private static String paint(Picture picture, Colouring colouring) {
    var sheet = new Sheet();
    sheet.write(0, 0, picture.title(), Ink.PLAIN);
    if (picture.isChain()) {
      Bands.paint(picture, COLUMNS, sheet);
    } else {
      Branches.paint(picture, COLUMNS, sheet);
    }
    return String.join("\n", sheet.lines(colouring)) + "\n";
  }
}
