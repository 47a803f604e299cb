package dev.costate.equilibrium.sensitivity;

import dev.costate.differentiation.Derivative;
import dev.costate.differentiation.Differentiator;
import dev.costate.economy.Definitions;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.condition.Lifted;
import dev.costate.program.CallGraph;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the numbers of a file depend on each other: parameters are computed from parameters, and the
 * numbers of declarations from those.
 */
final class Definers {
  /** The numbers that one is computed from, with its partials. */
  private record Link(String from, double partial) {}

  /** The code of a number's partials with what it is called with. */
  private record Definer(Derivative pullback, List<Value> arguments) {
    Definer {
      arguments = List.copyOf(arguments);
    }
  }

  private final Economy economy;
  private final Definitions definitions;
  private final CallGraph calls;
  private final Map<String, List<Link>> links = new LinkedHashMap<>();
  private final Map<String, Definer> definers = new HashMap<>();

  /** Every number before those that it is computed from. */
  private final List<String> dependentsFirst = new ArrayList<>();

  Definers(Economy economy) {
    this.economy = economy;
    definitions = economy.definitions();
    calls = CallGraph.of(definitions.program());
    for (var name : definitions.functions().keySet()) {
      links.put(name, links(name));
    }
    var seen = new HashSet<String>();
    for (var name : economy.parameters().keySet()) {
      visit(name, seen);
    }
    Collections.reverse(dependentsFirst);
  }

  private void visit(String name, Set<String> seen) {
    if (seen.add(name)) {
      links.getOrDefault(name, List.of()).forEach(link -> visit(link.from(), seen));
      dependentsFirst.add(name);
    }
  }

  private List<Link> links(String name) {
    var function = definitions.functions().get(name);
    if (function == null) {
      return List.of();
    }
    var read = new LinkedHashSet<String>();
    for (var reached : calls.reachable(function)) {
      Walk.constants(definitions.program().function(reached).body())
          .forEach(constant -> read.add(constant.name()));
    }
    read.retainAll(economy.parameters().keySet());
    if (read.isEmpty()) {
      return List.of();
    }
    var lifted = Lifted.of(definitions.program(), function, List.of(), read, new ArrayList<>());
    if (lifted.unknowns().isEmpty()) {
      return List.of();
    }
    var arguments = new ArrayList<Value>();
    lifted
        .unknowns()
        .forEach(from -> arguments.add(new Value.Number(definitions.program().constant(from))));
    var names =
        lifted.program().function(function).parameters().stream().map(Variable::name).toList();
    var pullback = Differentiator.pullback(lifted.program(), function, names);
    arguments.add(new Value.Number(1));
    definers.put(name, new Definer(pullback, arguments));
    var partials = new Interpreter(pullback.program()).call(pullback.function(), arguments);
    var found = new ArrayList<Link>();
    for (int k = 0; k < partials.size(); k++) {
      found.add(new Link(lifted.unknowns().get(k), ((Value.Number) partials.get(k)).value()));
    }
    return found;
  }

  /** The adjoint of every number of the file, given those of what is read directly. */
  Map<String, Double> adjoints(Map<String, Double> direct) {
    var adjoints = new HashMap<>(direct);
    for (var name : dependentsFirst) {
      double adjoint = adjoints.getOrDefault(name, 0.0);
      if (adjoint != 0) {
        for (var link : links.getOrDefault(name, List.of())) {
          adjoints.merge(link.from(), adjoint * link.partial(), Double::sum);
        }
      }
    }
    var all = new LinkedHashMap<String, Double>();
    economy.parameters().keySet().forEach(name -> all.put(name, adjoints.getOrDefault(name, 0.0)));
    return all;
  }

  /**
   * The tangent of the adjoint of every number of the file.
   *
   * @param direct the adjoints of what is read directly
   * @param directTangents the tangents of these
   * @param tangents of all numbers
   */
  Map<String, Double> adjointTangents(
      Map<String, Double> direct,
      Map<String, Double> directTangents,
      Map<String, Double> tangents) {
    var adjoints = new HashMap<>(direct);
    var moves = new HashMap<>(directTangents);
    for (var name : dependentsFirst) {
      double adjoint = adjoints.getOrDefault(name, 0.0);
      double move = moves.getOrDefault(name, 0.0);
      if (adjoint == 0 && move == 0) {
        continue;
      }
      var own = links.getOrDefault(name, List.of());
      var partials = partialTangents(name, tangents);
      for (int k = 0; k < own.size(); k++) {
        var link = own.get(k);
        adjoints.merge(link.from(), adjoint * link.partial(), Double::sum);
        moves.merge(link.from(), move * link.partial() + adjoint * partials[k], Double::sum);
      }
    }
    var all = new LinkedHashMap<String, Double>();
    economy.parameters().keySet().forEach(name -> all.put(name, moves.getOrDefault(name, 0.0)));
    return all;
  }

  /** How the partials of a number with respect to those it is computed from move. */
  private double[] partialTangents(String name, Map<String, Double> tangents) {
    var own = links.getOrDefault(name, List.of());
    var moves = new double[own.size()];
    var definer = definers.get(name);
    if (definer == null || own.stream().noneMatch(link -> tangents.containsKey(link.from()))) {
      return moves;
    }
    var pullback = definer.pullback();
    var names = pullback.wrt().stream().map(Variable::name).toList();
    var tangent = Differentiator.tangent(pullback.program(), pullback.function(), names);
    var arguments = new ArrayList<>(definer.arguments());
    own.forEach(link -> arguments.add(new Value.Number(tangents.getOrDefault(link.from(), 0.0))));
    var results = new Interpreter(tangent.program()).call(tangent.function(), arguments);
    for (int k = 0; k < moves.length; k++) {
      moves[k] = ((Value.Number) results.get(k)).value();
    }
    return moves;
  }

  /** How every number moves, besides with those it is computed from, in a direction. */
  Map<String, Double> tangents(Map<String, Double> direction) {
    var tangents = new HashMap<String, Double>();
    for (var name : dependentsFirst.reversed()) {
      double tangent = direction.getOrDefault(name, 0.0);
      for (var link : links.getOrDefault(name, List.of())) {
        tangent += link.partial() * tangents.getOrDefault(link.from(), 0.0);
      }
      if (tangent != 0) {
        tangents.put(name, tangent);
      }
    }
    return tangents;
  }

  /** The numbers that some of these are computed from, these included. */
  Set<String> behind(Set<String> names) {
    var found = new HashSet<String>();
    var open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      var name = open.pop();
      if (found.add(name)) {
        links.getOrDefault(name, List.of()).stream()
            .filter(link -> link.partial() != 0)
            .forEach(link -> open.push(link.from()));
      }
    }
    return found;
  }
}
