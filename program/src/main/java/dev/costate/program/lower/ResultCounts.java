package dev.costate.program.lower;

import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many results each function has: as many as its first return that says so. {@code return g(x)}
 * passes on all results of g, so such a return says what g says, and nothing if that leads round in
 * a circle.
 */
final class ResultCounts {
  /**
   * How many results, and the return that says so (absent if none does, and one result is assumed).
   */
  record Count(int results, Optional<Place> place) {
    static final Count ASSUMED = new Count(1, Optional.empty());
  }

  private final Map<String, FunctionDeclaration> functions;
  private final Map<String, Integer> externs = new HashMap<>();
  private final Map<String, Count> known = new HashMap<>();
  private final Set<String> asked = new HashSet<>();

  ResultCounts(Map<String, FunctionDeclaration> functions, List<Extern> externs) {
    this.functions = functions;
    for (var extern : externs) {
      this.externs.put(extern.name(), extern.results().size());
    }
  }

  Count of(String function) {
    return find(function).orElse(Count.ASSUMED);
  }

  private Optional<Count> find(String function) {
    var declaration = functions.get(function);
    if (declaration == null) {
      return Optional.ofNullable(externs.get(function)).map(n -> new Count(n, Optional.empty()));
    }
    if (known.containsKey(function)) {
      return Optional.of(known.get(function));
    }
    if (!asked.add(function)) {
      return Optional.empty();
    }
    var returns = new ArrayList<Statement.Return>();
    Syntax.statements(
        declaration.body(),
        statement -> {
          if (statement instanceof Statement.Return found) {
            returns.add(found);
          }
        });
    var count = returns.stream().flatMap(found -> count(found).stream()).findFirst();
    asked.remove(function);
    count.ifPresent(found -> known.put(function, found));
    return count;
  }

  private Optional<Count> count(Statement.Return found) {
    if (found.values().size() == 1
        && Syntax.bare(found.values().getFirst()) instanceof Expression.Call(var name, _, _)
        && (functions.containsKey(name.text()) || externs.containsKey(name.text()))) {
      return find(name.text()).map(count -> new Count(count.results(), Optional.of(found.place())));
    }
    return Optional.of(new Count(found.values().size(), Optional.of(found.place())));
  }
}
