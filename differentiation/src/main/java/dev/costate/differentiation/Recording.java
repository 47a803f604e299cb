package dev.costate.differentiation;

import dev.costate.differentiation.algebra.Guard;
import dev.costate.program.Block;
import dev.costate.program.Function;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.If;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * To-be-recorded analysis: which lines overwrite a value that the reverse of an earlier line reads (Hascoët, Naumann and Pascual,
 * "To be recorded" analysis in reverse-mode automatic differentiation, 2005), and which locals of a block the reverse computes again
 * instead: those assigned once, from values that are still there when the block ends.
 */
final class Recording {
  private final Lines lines;
  private final Map<Statement, Set<Variable>> recorded = new IdentityHashMap<>();
  private final Map<Block, List<Assign>> recomputed = new IdentityHashMap<>();
  private final Map<Variable, Integer> writes = new HashMap<>();
  private final Map<Variable, Integer> reads;

  private Recording(Function function, Lines lines) {
    this.lines = lines;
    function.parameters().forEach(p -> writes.merge(p, 1, Integer::sum));
    Walk.statements(function.body())
        .forEach(s -> Walk.writes(s).forEach(v -> writes.merge(v, 1, Integer::sum)));
    this.reads = countReads(function.body());
  }

  static Recording of(Function function, Lines lines) {
    var recording = new Recording(function, lines);
    recording.tail(function.body(), new HashSet<>());
    return recording;
  }

  /** The variables whose old values a line must record before it overwrites them. */
  Set<Variable> recorded(Statement line) {
    return recorded.getOrDefault(line, Set.of());
  }

  /** The lines that the reverse of a block computes again before anything else, in order. */
  List<Assign> recomputed(Block block) {
    return recomputed.getOrDefault(block, List.of());
  }

  /** A block at the end of the function, whose reverse follows it at once. */
  private void tail(Block block, Set<Variable> needed) {
    for (var statement : block.statements()) {
      if (statement instanceof If(_, var then, var otherwise, _)
          && TailReturns.containsReturn(statement)) {
        tail(then, new HashSet<>(needed));
        tail(otherwise, new HashSet<>(needed));
      } else {
        step(statement, needed);
      }
    }
  }

  /** Adds what the block's reverse needs; the values of locals that are computed again are not among it when the block ends. */
  private void inner(Block block, Set<Variable> needed) {
    var again = recomputed.computeIfAbsent(block, this::recomputable);
    for (var statement : block.statements()) {
      if (statement instanceof Assign assign && again.contains(assign)) {
        needed.addAll(lines.usedInReverse(assign));
        needed.addAll(Walk.reads(assign.value()));
      } else {
        step(statement, needed);
      }
    }
    again.forEach(line -> needed.remove(line.target().variable()));
  }

  private void step(Statement statement, Set<Variable> needed) {
    switch (statement) {
      case Assign _, CallMany _ -> {
        var used = lines.usedInReverse(statement);
        var targets = Lines.targets(statement);
        var readBefore = readsOf(statement);
        used.stream().filter(v -> readBefore.contains(v) || !targets.contains(v)).forEach(needed::add);
        for (var target : targets) {
          if (needed.remove(target)) {
            recorded.computeIfAbsent(statement, _ -> new LinkedHashSet<>()).add(target);
          }
          if (used.contains(target) && !readBefore.contains(target)) {
            needed.add(target);
          }
        }
      }
      case If(var condition, var then, var otherwise, _) -> {
        needed.addAll(Walk.reads(condition));
        var other = new HashSet<>(needed);
        inner(then, needed);
        inner(otherwise, other);
        needed.addAll(other);
      }
      case For loop -> {
        Walk.expressions(loop).forEach(e -> needed.addAll(Walk.reads(e)));
        int before = -1;
        while (before != needed.size()) {
          before = needed.size();
          var after = new HashSet<>(needed);
          inner(loop.body(), after);
          needed.addAll(after);
        }
      }
      case Statement _ -> {}
    }
  }

  private static Set<Variable> readsOf(Statement statement) {
    var found = new HashSet<Variable>();
    Walk.expressions(statement).forEach(e -> found.addAll(Walk.reads(e)));
    return found;
  }

  private List<Assign> recomputable(Block block) {
    var inBlock = countReads(block);
    var chosen = new ArrayList<Assign>();
    var statements = block.statements();
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i) instanceof Assign line && !Guard.hasCall(line.value())) {
        var variable = line.target().variable();
        var later = new Block(statements.subList(i + 1, statements.size()));
        boolean local =
            writes.getOrDefault(variable, 0) == 1
                && inBlock.getOrDefault(variable, 0).equals(reads.getOrDefault(variable, 0));
        var operands = Walk.reads(line.value());
        if (local && Walk.writes(later).stream().noneMatch(operands::contains)) {
          chosen.add(line);
        }
      }
    }
    return chosen;
  }

  private static Map<Variable, Integer> countReads(Block block) {
    var counts = new HashMap<Variable, Integer>();
    Walk.statements(block)
        .forEach(
            s ->
                Walk.expressions(s)
                    .forEach(
                        e ->
                            Walk.nodes(
                                e,
                                node -> {
                                  if (node instanceof dev.costate.program.Expression.Read(var v, _)) {
                                    counts.merge(v, 1, Integer::sum);
                                  }
                                })));
    return counts;
  }
}
