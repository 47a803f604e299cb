package dev.costate.program;

import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Gradient;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.GradientMany;
import dev.costate.runtime.DeepStack;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who calls whom. A {@code gradient(f, …)} counts as a call of f. */
public final class CallGraph {
  /** Chains of different functions up to this length need no count of their depth. */
  private static final int SHORT_CHAIN = 50;

  private final Map<String, Set<String>> callees = new LinkedHashMap<>();
  private final Set<String> deep = new LinkedHashSet<>();

  private CallGraph() {}

  public static CallGraph of(Program program) {
    return DeepStack.call(() -> ofHere(program));
  }

  private static CallGraph ofHere(Program program) {
    var graph = new CallGraph();
    for (var function : program.functions()) {
      graph.callees.put(function.name(), new LinkedHashSet<>());
    }
    for (var function : program.functions()) {
      var called = graph.callees(function.name());
      calls(function, called);
      called.retainAll(graph.callees.keySet());
    }
    graph.findDeep();
    return graph;
  }

  /** The functions of the program that a function calls itself, in order of the text. */
  public Set<String> callees(String function) {
    var found = callees.get(function);
    if (found == null) {
      throw new IllegalArgumentException("no function '" + function + "'");
    }
    return found;
  }

  /** The function, and all it calls directly or through others. */
  public Set<String> reachable(String function) {
    var found = new LinkedHashSet<String>();
    var open = new ArrayDeque<String>();
    open.add(function);
    while (!open.isEmpty()) {
      var next = open.remove();
      if (found.add(next)) {
        open.addAll(callees(next));
      }
    }
    return found;
  }

  /** The functions that call one of these, directly or through others, and these themselves. */
  public Set<String> reaching(Set<String> functions) {
    var found = new LinkedHashSet<String>();
    var open = new ArrayDeque<>(functions);
    var callers = callers();
    while (!open.isEmpty()) {
      var next = open.remove();
      if (found.add(next)) {
        open.addAll(callers.getOrDefault(next, List.of()));
      }
    }
    return found;
  }

  private Map<String, List<String>> callers() {
    var callers = new HashMap<String, List<String>>();
    callees.forEach((caller, called) ->
        called.forEach(
            callee -> callers.computeIfAbsent(callee, _ -> new ArrayList<>()).add(caller)));
    return callers;
  }

  /** Whether the function can call itself, directly or through others. */
  public boolean isRecursive(String function) {
    return callees(function).stream().anyMatch(callee -> reachable(callee).contains(function));
  }

  /**
   * Whether calls of the function can nest without a limit given by the program: it is recursive or
   * calls what is, or stands at the head of a long chain. The depth of exactly these is counted
   * when a program runs.
   */
  public boolean isDeep(String function) {
    return deep.contains(function);
  }

  private static void calls(Function function, Set<String> found) {
    Walk.statements(
        function.body(),
        statement -> {
          if (statement instanceof CallMany(_, var name, _, _)) {
            found.add(name);
          }
          if (statement instanceof GradientMany(_, var name, _, _)) {
            found.add(name);
          }
          for (var expression : Walk.expressions(statement)) {
            Walk.nodes(
                expression,
                node -> {
                  if (node instanceof Call(var name, _, _, _)) {
                    found.add(name);
                  }
                  if (node instanceof Gradient(var name, _, _, _)) {
                    found.add(name);
                  }
                });
          }
        });
  }

  /** Takes functions away whose callees are all gone; what stays reaches a cycle. */
  private void findDeep() {
    var callers = callers();
    var left = new HashMap<String, Integer>();
    var gone = new ArrayDeque<String>();
    callees.forEach((caller, called) -> {
      left.put(caller, called.size());
      if (called.isEmpty()) {
        gone.add(caller);
      }
    });
    deep.addAll(callees.keySet());
    var height = new HashMap<String, Integer>();
    while (!gone.isEmpty()) {
      var function = gone.remove();
      int above = height.getOrDefault(function, 1) + 1;
      if (above - 1 <= SHORT_CHAIN) {
        deep.remove(function);
      }
      for (var caller : callers.getOrDefault(function, List.of())) {
        height.merge(caller, above, Math::max);
        if (left.merge(caller, -1, Integer::sum) == 0) {
          gone.add(caller);
        }
      }
    }
  }
}
