package dev.costate.program.lower;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.program.CallGraph;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides the kinds of gradients, innermost first: what {@code gradient(f, …)} gives depends on
 * what f is differentiated by, and that on the finished code of f and of all it calls.
 */
final class Gradients {
  private final Map<String, FunctionDraft> drafts;
  private final DifferentiatedParameters differentiated;
  private final Kinds kinds;

  /** Functions with a gradient that is no good. */
  private final Set<String> wrong = new HashSet<>();

  Gradients(
      Map<String, FunctionDraft> drafts, DifferentiatedParameters differentiated, Kinds kinds) {
    this.drafts = drafts;
    this.differentiated = differentiated;
    this.kinds = kinds;
  }

  void decide(List<GradientUse> uses) {
    if (uses.isEmpty()) {
      return;
    }
    boolean decidable = !kinds.failed(); // what is wrong may be what gradients depend on
    // Kinds are not final yet, but calls are.
    var graph = CallGraph.of(program(drafts.keySet()));
    var open = new ArrayList<>(uses);
    while (!open.isEmpty()) {
      var undecided = open.stream().map(GradientUse::within).collect(Collectors.toSet());
      var waiting = new ArrayList<GradientUse>();
      for (var use : open) {
        var needed = graph.reachable(use.of().name());
        if (!Collections.disjoint(needed, undecided)) {
          waiting.add(use);
        } else if (decidable) {
          decide(use, needed);
        }
      }
      if (waiting.size() == open.size()) {
        waiting.forEach(this::circular);
        return;
      }
      open = waiting;
    }
  }

  private void circular(GradientUse use) {
    kinds.error(
        use.place(),
        "'" + use.of().name() + "' takes gradients of itself, directly or through others",
        "differentiate a function that does not call this one");
  }

  private Program program(Set<String> functions) {
    var finished = new ArrayList<Function>();
    drafts.forEach((name, draft) -> {
      if (functions.contains(name)) {
        finished.add(draft.finish());
      }
    });
    return new Program(finished, Map.of());
  }

  private void decide(GradientUse use, Set<String> needed) {
    var name = use.of().name();
    drafts.forEach((function, draft) -> {
      if (needed.contains(function)) {
        draft.assumeKinds();
      }
    });
    var parameters = use.of().parameters();
    if (!Collections.disjoint(needed, wrong)) {
      return;
    }
    var refusals = new Diagnostics();
    List<Integer> positions = differentiated.of(program(needed), name, refusals);
    if (refusals.hasErrors()) {
      refusals.all().forEach(d -> kinds.error(d.place(), d.message(), d.hint()));
      wrong.add(use.within());
      return;
    }
    if (positions.isEmpty()) {
      kinds.error(
          use.place(),
          "'" + name + "' has nothing to differentiate",
          "its result must depend on a parameter that is not an integer");
      wrong.add(use.within());
      return;
    }
    var found = positions.stream().map(i -> parameters.get(i).kind()).toList();
    boolean numbers = found.stream().allMatch(kind -> kind == Kind.NUMBER);
    var given = numbers ? List.of(Kind.VECTOR) : found;
    if (given.size() != use.results().size()) {
      wrongCount(use, positions, given.size());
      return;
    }
    for (int i = 0; i < given.size(); i++) {
      kinds.require(use.results().get(i), given.get(i), use.place(), what(given.size(), i), "");
    }
  }

  private static String what(int count, int index) {
    return count == 1 ? "the gradient" : "partial " + (index + 1) + " of the gradient";
  }

  private void wrongCount(GradientUse use, List<Integer> positions, int given) {
    var names = positions.stream().map(use.of().parameterNames()::get).toList();
    Place place = use.place();
    wrong.add(use.within());
    kinds.error(
        place,
        "gradient("
            + use.of().name()
            + ", …) has "
            + (given == 1 ? "1 result" : given + " results")
            + ", and here "
            + (use.results().size() == 1
                ? "one value is needed"
                : "are " + use.results().size() + " targets"),
        "'"
            + use.of().name()
            + "' is differentiated by "
            + String.join(", ", names)
            + (given == 1 && names.size() > 1 ? ", and the partials come as one array: " : ": ")
            + (given == 1 ? "g" : "d" + String.join(", d", names))
            + " = gradient("
            + use.of().name()
            + ", …)");
  }
}
