package dev.costate.program.lower;

import dev.costate.language.Diagnostic;
import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which functions have lines that could not be read. In them, a variable that seems to be missing
 * may have been assigned in such a line, and is not worth an error of its own.
 */
final class Damage {
  /** Whether all lines of a function could be read. */
  enum State {
    WHOLE,
    DAMAGED
  }

  private Damage() {}

  /** The damaged functions by name. */
  static Map<String, State> of(List<FunctionDeclaration> functions, Diagnostics diagnostics) {
    var damaged = new HashMap<String, State>();
    if (!diagnostics.hasErrors()) {
      return damaged;
    }
    for (var diagnostic : diagnostics.all()) {
      if (diagnostic.severity() == Diagnostic.Severity.ERROR) {
        var around = "";
        int start = -1;
        for (var function : functions) {
          if (isBehind(function.place(), diagnostic.place()) && function.place().start() > start) {
            around = function.name().text();
            start = function.place().start();
          }
        }
        damaged.put(around, State.DAMAGED);
      }
    }
    return damaged;
  }

  static State state(Map<String, State> damaged, String function) {
    return damaged.getOrDefault(function, State.WHOLE);
  }

  private static boolean isBehind(Place head, Place error) {
    return head.source() == error.source() && head.start() <= error.start();
  }
}
