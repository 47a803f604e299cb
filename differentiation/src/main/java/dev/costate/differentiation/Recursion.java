package dev.costate.differentiation;

import dev.costate.differentiation.activity.Analyses;
import dev.costate.differentiation.activity.Dependence;
import dev.costate.differentiation.adjoint.SplitAdjoint;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.code.Needs;
import dev.costate.differentiation.line.Callees;
import dev.costate.differentiation.normal.NormalForm;
import dev.costate.differentiation.normal.Unfolding;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The functions that lead to each other from one of them, each with one pair of parts: with respect
 * to every parameter that varies in any of the calls.
 */
final class Recursion implements Callees {
  private final Generation generation;
  private final Program program;
  private final Function entry;
  private final Set<String> mutual;
  private final Map<String, NavigableSet<Integer>> active = new TreeMap<>();

  Recursion(Generation generation, Function entry, List<Variable> wrt) {
    this.generation = generation;
    this.program = generation.program();
    this.entry = entry;
    mutual = new HashSet<>(generation.graph().reachable(entry.name()));
    mutual.retainAll(generation.graph().reaching(Set.of(entry.name())));
    active.put(entry.name(), new TreeSet<>(Generation.positions(entry, wrt)));
    int before = -1;
    while (before != size()) {
      before = size();
      for (var name : List.copyOf(active.keySet())) {
        spread(program.function(name));
      }
    }
  }

  private int size() {
    return active.values().stream().mapToInt(NavigableSet::size).sum() + active.size();
  }

  private void spread(Function of) {
    var counted = Unfolding.of(of, generation.locals(of));
    var dependence = Dependence.of(counted, wrt(of), generation.flow());
    for (var statement : Walk.statements(of.body())) {
      if (statement instanceof CallMany(_, var callee, var arguments, _)) {
        spread(callee, arguments, dependence);
      }
      for (var expression : Walk.expressions(statement)) {
        Walk.nodes(
            expression,
            node -> {
              if (node instanceof Call(var callee, var arguments, _, _)) {
                spread(callee, arguments, dependence);
              }
            });
      }
    }
  }

  private void spread(String callee, List<Expression> arguments, Dependence dependence) {
    if (!mutual.contains(callee)) {
      return;
    }
    int results = program.function(callee).results().size();
    var more = activeArguments(callee, arguments, results, dependence);
    if (!more.isEmpty()) {
      active.computeIfAbsent(callee, _ -> new TreeSet<>()).addAll(more);
    }
  }

  private List<Variable> wrt(Function of) {
    return Objects.requireNonNull(active.get(of.name())).stream()
        .map(of.parameters()::get)
        .toList();
  }

  /** Makes the parts of every function of the recursion; those of the entry. */
  Split parts() {
    active.keySet().forEach(name -> make(program.function(name)));
    return split(entry.name()).orElseThrow();
  }

  private String key(String part, String name) {
    return part + " " + name + " in " + active;
  }

  private String recordName(String name) {
    return generation.nameOf(key("record", name), Naming.record(name));
  }

  private String reverseName(String name) {
    return generation.nameOf(key("reverse", name), Naming.reverse(name));
  }

  private void make(Function of) {
    generation.makeSplit(key("record", of.name()), () -> made(of));
  }

  private SplitAdjoint.Functions made(Function of) {
    var locals = generation.locals(of);
    var wrt = wrt(of);
    var single = generation.single(of, locals);
    var dependence = Dependence.of(single, generation.varied(of, wrt), generation.flow());
    var seeds = Generation.seeds(of, locals);
    var accumulated = Generation.accumulators(of, wrt, locals);
    return SplitAdjoint.of(
        NormalForm.of(single, dependence, locals),
        dependence,
        wrt,
        seeds,
        accumulated,
        recordName(of.name()),
        reverseName(of.name()),
        locals,
        this);
  }

  @Override
  public Optional<Split> split(String callee) {
    if (!active.containsKey(callee)) {
      return Optional.empty();
    }
    var of = program.function(callee);
    var wrt = wrt(of);
    var accumulated = Generation.positions(of, Generation.accumulated(of, wrt));
    var reverse = new Part(reverseName(callee), Generation.positions(of, wrt), accumulated);
    return Optional.of(new Split(recordName(callee), reverse));
  }

  @Override
  public List<Integer> activeInResult(
      String callee, List<Expression> arguments, int result, Dependence dependence) {
    return generation.activeInResult(callee, arguments, result, dependence);
  }

  @Override
  public Needs neededByPullback(String callee, List<Integer> positions) {
    return generation.neededByPullback(callee, positions);
  }

  @Override
  public Part gradient(String callee, List<Integer> positions) {
    return generation.gradient(callee, positions);
  }

  @Override
  public Part pullback(String callee, List<Integer> positions) {
    return generation.pullback(callee, positions);
  }

  @Override
  public Part tangent(String callee) {
    return generation.tangent(callee);
  }

  @Override
  public Variable parameter(String callee, int position) {
    return generation.parameter(callee, position);
  }

  @Override
  public Analyses analyses() {
    return generation.analyses();
  }

  @Override
  public boolean isFinite(String function) {
    return generation.isFinite(function);
  }
}
