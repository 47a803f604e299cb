package dev.costate.cli.arguments;

import java.util.Collection;
import java.util.Optional;

/** Which of several words was meant by a mistyped one. */
final class Closest {
  private Closest() {}

  /** The most similar word if it is similar enough; of equally similar ones the first. */
  static Optional<String> to(String typed, Collection<String> words) {
    int limit = Math.max(1, (typed.length() + 1) / 3);
    Optional<String> closest = Optional.empty();
    for (var word : words) {
      int distance = word.startsWith(typed) ? 1 : distance(typed, word);
      if (distance <= limit) {
        limit = distance - 1;
        closest = Optional.of(word);
      }
    }
    return closest;
  }

  /**
   * How many letters must be inserted, removed, changed or swapped with their neighbour (Damerau
   * 1964).
   */
  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        int change = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        rows[i][j] = Math.min(change, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length()][b.length()];
  }
}
