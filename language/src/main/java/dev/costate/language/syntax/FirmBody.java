package dev.costate.language.syntax;

import dev.costate.language.Place;
import java.util.List;

/** Where a firm's code is. */
public sealed interface FirmBody {
  /** Here; {@code closing} are comments after the last line. */
  record Lines(List<FirmLine> lines, List<String> closing) implements FirmBody {
    public Lines {
      lines = List.copyOf(lines);
      closing = List.copyOf(closing);
    }
  }

  /** {@code = java com.acme.Moulding#output}. */
  record JavaMethod(String className, String method, Place place) implements FirmBody {}

  /** {@code : outside}: at a firm that joins from outside. */
  record Outside(Place place) implements FirmBody {}
}
