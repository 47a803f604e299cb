package dev.costate.economy;

import java.util.Collection;
import java.util.Comparator;

/** The hint "did you mean". */
public final class Suggestion {
  private Suggestion() {}

  /** {@code did you mean 'x'?} with the closest name, or else the list of names there are. */
  public static String of(String wrong, Collection<String> names) {
    if (names.isEmpty()) {
      return "there are none here";
    }
    var closest =
        names.stream()
            .min(Comparator.comparingInt((String name) -> distance(wrong, name)))
            .orElseThrow();
    return distance(wrong, closest) <= Math.max(1, wrong.length() / 3)
        ? "did you mean '%s'?".formatted(closest)
        : "there is " + String.join(", ", names);
  }

  /** How many letters must be inserted, removed or changed (Levenshtein 1966). */
  static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
