package dev.costate.differentiation;

import dev.costate.differentiation.algebra.Guard;
import dev.costate.program.Block;
import dev.costate.program.Function;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.While;
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
 * To-be-recorded analysis: which lines overwrite a value that the reverse of an earlier line reads
 * (Hascoët, Naumann and Pascual, "To be recorded" analysis in reverse-mode automatic
 * differentiation, 2005), and which locals of a block the reverse computes again instead: those
 * assigned once, from values that are still there when the block ends.
 */
final class Recording {
  private final Lines lines;
  private final Map<Statement, Set<Variable>> recorded = new IdentityHashMap<>();
  private final Map<Block, Locals> locals = new IdentityHashMap<>();
  private final Map<Block, List<Assign>> recordedAtEnd = new IdentityHashMap<>();
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
    return locals.getOrDefault(block, Locals.NONE).recomputed();
  }

  /**
   * The lines of a block whose results are recorded when the block ends, for its reverse to begin
   * with.
   */
  List<Assign> recordedAtEnd(Block block) {
    return recordedAtEnd.getOrDefault(block, List.of());
  }

  /**
   * The lines that assign the locals of a block: variables that are assigned once and read nowhere
   * else.
   *
   * @param recomputed those whose operands keep their values until the block ends
   * @param others the rest
   */
  private record Locals(List<Assign> recomputed, List<Assign> others) {
    static final Locals NONE = new Locals(List.of(), List.of());
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

  /**
   * Adds what the block's reverse needs; the values of locals that are computed again are not among
   * it when the block ends.
   */
  private void inner(Block block, Set<Variable> needed) {
    var own = locals.computeIfAbsent(block, this::localsOf);
    var again = own.recomputed();
    var computedAgain =
        new HashSet<>(again.stream().map(line -> line.target().variable()).toList());
    for (var statement : block.statements()) {
      if (statement instanceof Assign assign
          && computedAgain.contains(assign.target().variable())) {
        needed.addAll(lines.usedInReverse(assign));
        needed.addAll(Walk.reads(assign.value()));
      } else if (!Exits.isExit(statement)) {
        step(statement, needed);
      }
    }
    again.forEach(line -> needed.remove(line.target().variable()));
    var kept = new ArrayList<Assign>();
    for (var line : own.others()) {
      if (needed.remove(line.target().variable())) {
        kept.add(line);
      }
    }
    recordedAtEnd.put(block, kept);
  }

  private void step(Statement statement, Set<Variable> needed) {
    switch (statement) {
      case Assign _, CallMany _ -> {
        var used = lines.usedInReverse(statement);
        var targets = Lines.targets(statement);
        var readBefore = readsOf(statement);
        used.stream()
            .filter(v -> readBefore.contains(v) || !targets.contains(v))
            .forEach(needed::add);
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
        repeated(loop.body(), needed);
        Exits.last(loop).ifPresent(needed::add);
      }
      case While loop -> {
        repeated(loop.body(), needed);
        needed.add(Exits.count(loop));
      }
      case Statement _ -> {}
    }
  }

  /** The body of a loop, as often as it takes until nothing new is needed. */
  private void repeated(Block body, Set<Variable> needed) {
    int before = -1;
    while (before != needed.size()) {
      before = needed.size();
      var after = new HashSet<>(needed);
      inner(body, after);
      needed.addAll(after);
    }
  }

  private static Set<Variable> readsOf(Statement statement) {
    var found = new HashSet<Variable>();
    Walk.expressions(statement).forEach(e -> found.addAll(Walk.reads(e)));
    return found;
  }

  private Locals localsOf(Block block) {
    var inBlock = countReads(block);
    var again = new ArrayList<Assign>();
    var others = new ArrayList<Assign>();
    var statements = block.statements();
    var writtenLater = new HashSet<Variable>();
    for (var statement : statements.reversed()) {
      if (statement instanceof Assign line && isLocal(line.target().variable(), inBlock)) {
        boolean stays =
            !Guard.hasCall(line.value())
                && Walk.reads(line.value()).stream().noneMatch(writtenLater::contains);
        (stays ? again : others).add(line);
      }
      writtenLater.addAll(Walk.writes(Block.of(statement)));
    }
    return new Locals(again.reversed(), others.reversed());
  }

  private boolean isLocal(Variable variable, Map<Variable, Integer> readsInBlock) {
    return writes.getOrDefault(variable, 0) == 1
        && readsInBlock.getOrDefault(variable, 0).equals(reads.getOrDefault(variable, 0));
  }

  private static Map<Variable, Integer> countReads(Block block) {
    var counts = new HashMap<Variable, Integer>();
    Walk.statements(block)
        .forEach(s ->
            Walk.expressions(s)
                .forEach(e ->
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
