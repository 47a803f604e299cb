package dev.costate.program.java;

import dev.costate.program.Block;
import dev.costate.program.Function;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.AssignMany;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.ForEach;
import dev.costate.program.Statement.Pop;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where each variable of a function is declared: in the innermost block that holds all that
 * mentions it, with its first assignment if that stands before everything else.
 */
final class Declarations {
  private final Map<Statement, List<Variable>> before = new IdentityHashMap<>();
  private final Map<Statement, Set<Variable>> within = new IdentityHashMap<>();
  private final Map<Block, Set<Variable>> mentioned = new IdentityHashMap<>();
  private final Map<Statement, Set<Variable>> owns = new IdentityHashMap<>();
  private final Set<Variable> ordinary = new LinkedHashSet<>();

  Declarations(Function function) {
    findOrdinary(function.body(), Set.of());
    var locals = new LinkedHashSet<>(ordinary);
    function.parameters().forEach(locals::remove);
    ordinary.addAll(function.parameters());
    for (var variable : locals) {
      place(function.body(), variable);
    }
  }

  /** The variables to declare in front of a statement. */
  List<Variable> before(Statement statement) {
    return before.getOrDefault(statement, List.of());
  }

  /** Whether a statement that assigns a variable declares it. */
  boolean declares(Statement statement, Variable variable) {
    return within.getOrDefault(statement, Set.of()).contains(variable);
  }

  /** Whether the counter of a loop exists in that loop alone. */
  boolean isLoopsOwn(Variable counter) {
    return !ordinary.contains(counter);
  }

  /**
   * Finds the variables mentioned outside the loops that count with them, or in a loop within such
   * a loop that counts with them again.
   */
  private void findOrdinary(Block block, Set<Variable> counters) {
    for (var statement : block.statements()) {
      var inner = counters;
      if (statement instanceof For || statement instanceof ForEach) {
        var counter = Walk.writes(statement).getFirst();
        if (counters.contains(counter)) {
          ordinary.add(counter);
        }
        inner = new HashSet<>(counters);
        inner.add(counter);
        reads(statement).stream().filter(v -> !counters.contains(v)).forEach(ordinary::add);
      } else {
        own(statement).stream().filter(v -> !counters.contains(v)).forEach(ordinary::add);
      }
      for (var part : Walk.blocks(statement)) {
        findOrdinary(part, inner);
      }
    }
  }

  private static Set<Variable> reads(Statement statement) {
    var found = new LinkedHashSet<Variable>();
    Walk.expressions(statement).forEach(e -> found.addAll(Walk.reads(e)));
    return found;
  }

  /** What a statement itself mentions. */
  private Set<Variable> own(Statement statement) {
    var known = owns.get(statement);
    if (known != null) {
      return known;
    }
    var found = reads(statement);
    found.addAll(Walk.writes(statement));
    owns.put(statement, found);
    return found;
  }

  private Set<Variable> mentioned(Block block) {
    var known = mentioned.get(block);
    if (known != null) {
      return known;
    }
    var found = new HashSet<Variable>();
    for (var statement : block.statements()) {
      found.addAll(own(statement));
      Walk.blocks(statement).forEach(part -> found.addAll(mentioned(part)));
    }
    mentioned.put(block, found);
    return found;
  }

  private List<Statement> mentioning(Block block, Variable variable) {
    var found = new ArrayList<Statement>();
    for (var statement : block.statements()) {
      if (own(statement).contains(variable)
          || Walk.blocks(statement).stream().anyMatch(b -> mentioned(b).contains(variable))) {
        found.add(statement);
      }
    }
    return found;
  }

  private void place(Block block, Variable variable) {
    var statements = mentioning(block, variable);
    if (statements.isEmpty()) {
      return;
    }
    var first = statements.getFirst();
    if (assigns(first, variable)) {
      within.computeIfAbsent(first, _ -> new HashSet<>()).add(variable);
    } else if (statements.stream().noneMatch(s -> own(s).contains(variable))
        && (statements.size() == 1 || statements.stream().allMatch(s -> isSplit(s, variable)))) {
      for (var statement : statements) {
        Walk.blocks(statement).forEach(part -> place(part, variable));
      }
    } else {
      before.computeIfAbsent(first, _ -> new ArrayList<>()).add(variable);
    }
  }

  /** Whether each block of a statement assigns the variable before anything else there. */
  private boolean isSplit(Statement statement, Variable variable) {
    return Walk.blocks(statement).stream().allMatch(block -> isSplit(block, variable));
  }

  private boolean isSplit(Block block, Variable variable) {
    var statements = mentioning(block, variable);
    return statements.isEmpty()
        || assigns(statements.getFirst(), variable)
        || (statements.stream().noneMatch(s -> own(s).contains(variable))
            && statements.stream().allMatch(s -> isSplit(s, variable)));
  }

  /** Whether a statement assigns the whole variable and does not read it. */
  private static boolean assigns(Statement statement, Variable variable) {
    var whole = new Target.Whole(variable);
    boolean writes =
        switch (statement) {
          case Assign(var target, _, _) -> target.equals(whole);
          case AssignMany(var targets, _, _) -> targets.contains(whole);
          case CallMany(var targets, _, _, _) -> targets.contains(whole);
          case Pop(var target, var array, _) -> target.equals(whole) && !array.equals(variable);
          default -> false;
        };
    return writes && !reads(statement).contains(variable) && !elements(statement, variable);
  }

  /** Whether a statement also assigns elements of a variable. */
  private static boolean elements(Statement statement, Variable variable) {
    var targets =
        switch (statement) {
          case AssignMany(var all, _, _) -> all;
          case CallMany(var all, _, _, _) -> all;
          default -> List.<Target>of();
        };
    return targets.stream()
        .anyMatch(t -> t instanceof Target.Element(var array, _) && array.equals(variable));
  }
}
