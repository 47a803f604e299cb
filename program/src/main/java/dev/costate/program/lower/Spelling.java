package dev.costate.program.lower;

import java.util.Collection;

/** Finds the name that was probably meant. */
final class Spelling {
  private Spelling() {}

  /**
   * "Maybe you meant 'x'." for the closest of the names if it is close, otherwise the other text.
   */
  static String hint(String written, Collection<String> names, String otherwise) {
    var best = "";
    int bestDistance = Math.max(1, written.length() / 3) + 1;
    for (var name : names) {
      int distance = distance(written, name);
      if (distance < bestDistance && distance < Math.max(written.length(), name.length())) {
        best = name;
        bestDistance = distance;
      }
    }
    return best.isEmpty() ? otherwise : "Maybe you meant '" + best + "'.";
  }

  /**
   * Edits (insert, delete, replace, swap neighbours) from one word to the other: the optimal string
   * alignment distance (Damerau 1964); a different case counts as no edit.
   */
  static int distance(String one, String other) {
    var a = one.toLowerCase(java.util.Locale.ROOT);
    var b = other.toLowerCase(java.util.Locale.ROOT);
    var edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      edits[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      edits[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, 1 + edits[i - 2][j - 2]);
        }
        edits[i][j] = best;
      }
    }
    return edits[a.length()][b.length()];
  }
}
