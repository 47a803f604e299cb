package dev.costate.program.lower;

import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Target;
import dev.costate.program.Kind;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of one function. A variable is known in the whole function; a counter (also the element
 * of {@code for x in v}) only in its loop, where it hides a variable of its name. In the
 * intermediate form such a counter gets another name.
 */
final class Scope {
  /** A loop around the statement at hand, and its counter as written and as lowered. */
  private record Counter(String name, Local local, Place place) {}

  private final Map<String, Local> variables = new LinkedHashMap<>();
  private final Map<String, Place> counterPlaces = new LinkedHashMap<>();
  private final Map<String, Local> counters = new LinkedHashMap<>();
  private final Deque<Counter> loops = new ArrayDeque<>();
  private final Set<String> taken = new LinkedHashSet<>();

  Scope(FunctionDeclaration function, Signature signature, Set<String> outputs) {
    for (int i = 0; i < function.parameters().size(); i++) {
      var name = function.parameters().get(i).text();
      variables.putIfAbsent(name, new Local(name, signature.parameters().get(i)));
    }
    outputs.forEach(this::declare);
    Syntax.statements(function.body(), this::collect);
    taken.addAll(variables.keySet());
    taken.addAll(counterPlaces.keySet());
  }

  private void collect(Statement statement) {
    switch (statement) {
      case Statement.Assignment assignment -> {
        for (var target : assignment.targets()) {
          if (target instanceof Target.Whole(var name)) {
            declare(name.text());
          }
        }
      }
      case Statement.ForRange loop ->
          counterPlaces.putIfAbsent(loop.counter().text(), loop.place());
      case Statement.ForEach loop -> counterPlaces.putIfAbsent(loop.element().text(), loop.place());
      case Statement.Evaluation _,
          Statement.If _,
          Statement.While _,
          Statement.Break _,
          Statement.Continue _,
          Statement.Return _ -> {}
    }
  }

  private void declare(String name) {
    variables.computeIfAbsent(name, n -> new Local(n, KindCell.unknown()));
  }

  /** What a name means when it is read here. */
  Optional<Local> find(String name) {
    for (var loop : loops) {
      if (loop.name.equals(name)) {
        return Optional.of(loop.local);
      }
    }
    return variable(name);
  }

  Optional<Local> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** The loop around the statement at hand that counts with this name. */
  Optional<Place> loopCounting(String name) {
    return loops.stream().filter(loop -> loop.name.equals(name)).findFirst().map(Counter::place);
  }

  /** A loop anywhere in the function that counts with this name. */
  Optional<Place> someLoopCounting(String name) {
    return Optional.ofNullable(counterPlaces.get(name));
  }

  /** The counter of a loop that begins. */
  Local enter(Name name, Place loop) {
    var local =
        counters.computeIfAbsent(
            name.text(),
            n ->
                new Local(
                    variables.containsKey(n) ? fresh(n + "_") : n,
                    KindCell.of(Kind.NUMBER, name.place())));
    loops.push(new Counter(name.text(), local, loop));
    return local;
  }

  void leave() {
    loops.pop();
  }

  /** A name like this one that the function does not use. */
  String fresh(String wanted) {
    var name = wanted;
    while (!taken.add(name)) {
      name += "_";
    }
    return name;
  }

  /** All names that can be read somewhere in the function. */
  Collection<String> names() {
    var all = new LinkedHashSet<>(variables.keySet());
    all.addAll(counterPlaces.keySet());
    return all;
  }
}
