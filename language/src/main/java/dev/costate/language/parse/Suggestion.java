package dev.costate.language.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Suggestion {
  /** The most letters that may differ. */
  private static final int MAX_DISTANCE = 2;

  private Suggestion() {}

  /** The hint that names the most similar candidate, if one is similar enough. */
  static Optional<String> of(String word, List<String> candidates) {
    if (word.length() > 3 * MAX_DISTANCE + 10) {
      return Optional.empty();
    }
    var best = "";
    int least = Math.min(MAX_DISTANCE, word.length() / 2) + 1;
    for (var candidate : candidates) {
      int distance = distance(word.toLowerCase(Locale.ROOT), candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of("did you mean '%s'?".formatted(best));
  }

  /**
   * The number of letters to insert, delete, replace or exchange with their neighbour (optimal
   * string alignment).
   */
  private static int distance(String a, String b) {
    var d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
