package dev.costate.economy;

import dev.costate.language.Diagnostic;
import dev.costate.language.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Passes diagnostics on; of those that say the same of several members of a set, at one place, only
 * the first, with how many others there are.
 */
final class OncePerPlace {
  private record Kind(Diagnostic.Severity severity, String source, int start, String message) {
    static Kind of(Diagnostic diagnostic) {
      return new Kind(
          diagnostic.severity(),
          diagnostic.place().source().name(),
          diagnostic.place().start(),
          diagnostic.message().replaceAll("\\[[^\\]]*\\]", "[]"));
    }
  }

  private OncePerPlace() {}

  /**
   * The result of some work, which reports to diagnostics of its own; where there are errors
   * already, it sees them and reports there.
   */
  static <T> T reported(Diagnostics diagnostics, Function<Diagnostics, T> work) {
    if (diagnostics.hasErrors()) {
      return work.apply(diagnostics);
    }
    var own = new Diagnostics();
    var result = work.apply(own);
    report(own, diagnostics);
    return result;
  }

  private static void report(Diagnostics all, Diagnostics diagnostics) {
    var groups = new LinkedHashMap<Kind, List<Diagnostic>>();
    for (var diagnostic : all.all()) {
      groups.computeIfAbsent(Kind.of(diagnostic), _ -> new ArrayList<>()).add(diagnostic);
    }
    for (var group : groups.values()) {
      var first = group.getFirst();
      var message =
          group.size() == 1
              ? first.message()
              : "%s (and so for %,d more)".formatted(first.message(), group.size() - 1);
      switch (first.severity()) {
        case ERROR -> diagnostics.error(first.place(), message, first.hint());
        case WARNING -> diagnostics.warning(first.place(), message, first.hint());
      }
    }
  }
}
