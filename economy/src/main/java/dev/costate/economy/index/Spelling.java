package dev.costate.economy.index;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Hints that name what there is. */
final class Spelling {
  /** The most names that a hint lists. */
  private static final int MAX_LISTED = 8;

  /** Numbers by size, before names in the order of the alphabet. */
  static final Comparator<String> NATURAL =
      Comparator.comparing((String name) -> !isNumber(name))
          .thenComparingLong(name -> isNumber(name) ? Long.parseLong(name) : 0)
          .thenComparing(Comparator.naturalOrder());

  private Spelling() {}

  private static boolean isNumber(String name) {
    return name.matches("-?[0-9]{1,15}");
  }

  /** The names there are, the first few if there are many. */
  static String hint(String wrong, Collection<String> names) {
    for (var name : names) {
      if (name.equalsIgnoreCase(wrong) || isOneLetterAway(name, wrong)) {
        return "did you mean '%s'?".formatted(name);
      }
    }
    return names.isEmpty() ? "there are none" : "there is " + listed(names);
  }

  /** The first few names, and how many more there are. */
  static String listed(Collection<String> names) {
    var first = names.stream().limit(MAX_LISTED).collect(Collectors.joining(", "));
    return names.size() <= MAX_LISTED
        ? first
        : first + " and %,d more".formatted(names.size() - MAX_LISTED);
  }

  /** Whether one letter is inserted, removed, changed, or exchanged with its neighbour. */
  private static boolean isOneLetterAway(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1 || Math.min(a.length(), b.length()) < 3) {
      return false;
    }
    int start = 0;
    while (start < Math.min(a.length(), b.length()) && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < Math.min(a.length(), b.length()) - start
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    int restOfA = a.length() - start - end;
    int restOfB = b.length() - start - end;
    return Math.max(restOfA, restOfB) <= 1
        || (restOfA == 2
            && restOfB == 2
            && a.charAt(start) == b.charAt(start + 1)
            && a.charAt(start + 1) == b.charAt(start));
  }
}
