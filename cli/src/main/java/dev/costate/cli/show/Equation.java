package dev.costate.cli.show;

import java.util.ArrayList;
import java.util.List;

/**
 * A formula.
 *
 * @param name what it is called, on a line before it, or an empty string
 * @param lead a word before it, such as maximise, or an empty string
 * @param pieces between which it may be broken
 */
record Equation(String name, String lead, List<String> pieces) {
  Equation {
    pieces = List.copyOf(pieces);
  }

  /** A left side, a sign, and the terms of the right side. */
  static Equation of(String left, String sign, List<String> right) {
    var pieces = new ArrayList<String>();
    pieces.add(left + " " + sign + " " + right.getFirst());
    pieces.addAll(right.subList(1, right.size()));
    return new Equation("", "", pieces);
  }

  Equation led(String word) {
    return new Equation(name, word, pieces);
  }
}
