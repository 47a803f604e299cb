package dev.costate.program.java;

import java.util.HashSet;
import java.util.regex.Pattern;

/** Guesses, on the safe side, how long the bytecode of a printed method is. */
final class MethodSize {
  /** What javac allows. */
  private static final int MOST_BYTES = 65_535;

  /** Shorter texts are never too long. */
  private static final int SHORT = 20_000;

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}\\p{M}_]*|[0-9][0-9.e]*");
  private static final Pattern OPERATOR = Pattern.compile("[-+*/<>=?!&|\\[]");

  /** Local variables with higher numbers need longer instructions; a double has two. */
  private static final int NEAR_VARIABLES = 120;

  private static final int NEAR = 2;
  private static final int FAR = 4;

  private MethodSize() {}

  static boolean isTooLarge(String method) {
    if (method.length() < SHORT) {
      return false;
    }
    long words = 0;
    var different = new HashSet<String>();
    for (var matcher = WORD.matcher(method); matcher.find(); words++) {
      different.add(matcher.group());
    }
    long operators = OPERATOR.matcher(method).results().count();
    int perWord = different.size() <= NEAR_VARIABLES ? NEAR : FAR;
    return words * perWord + operators > MOST_BYTES;
  }
}
