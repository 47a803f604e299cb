package dev.costate.differentiation.record;

import dev.costate.differentiation.activity.Analyses.Analysis;
import dev.costate.differentiation.algebra.Guard;
import dev.costate.differentiation.code.Needs;
import dev.costate.differentiation.normal.Exits;
import dev.costate.differentiation.normal.NormalForm;
import dev.costate.differentiation.normal.TailReturns;
import dev.costate.program.Block;
import dev.costate.program.Expression.Call;
import dev.costate.program.Function;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Pop;
import dev.costate.program.Statement.Push;
import dev.costate.program.Statement.Return;
import dev.costate.program.Statement.While;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * To-be-recorded analysis: which lines overwrite a value that the reverse of an earlier line reads
 * (Hascoët, Naumann and Pascual, "To be recorded" analysis in reverse-mode automatic
 * differentiation, 2005), and which locals of a block the reverse computes again instead: those
 * assigned once, from values that are still there when the block ends.
 */
public final class Recording {
  private final Lines lines;
  private final Steps steps;
  private final Map<Statement, Saved> recorded = new IdentityHashMap<>();
  private final Set<Statement> undone = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Block, Locals> locals = new IdentityHashMap<>();
  private final Map<Block, Map<Assign, Saved>> recordedAtEnd = new IdentityHashMap<>();
  private final Map<Return, Needs> atReturn = new IdentityHashMap<>();
  private final Map<Variable, Integer> writes = new HashMap<>();
  private final Map<Variable, Integer> reads;

  /** Whether the reverse is a function of its own, which has nothing but what is recorded. */
  private final boolean isSplit;

  private Recording(Function function, Lines lines, boolean isSplit) {
    this.isSplit = isSplit;
    this.lines = lines;
    this.steps = Steps.of(function);
    function.parameters().forEach(p -> writes.merge(p, 1, Integer::sum));
    Walk.statements(function.body())
        .forEach(s -> Walk.writes(s).forEach(v -> writes.merge(v, 1, Integer::sum)));
    this.reads = countReads(function.body());
  }

  /** The analysis of a function whose reverse follows in the same function. */
  public static Recording of(Function function, Lines lines, List<Variable> wrt) {
    return analysed(function, lines, wrt, false);
  }

  /**
   * The analysis of a function whose reverse is a function of its own: what that needs when it
   * begins is recorded where the function returns.
   */
  public static Recording split(Function function, Lines lines, List<Variable> wrt) {
    var recording = analysed(function, lines, wrt, true);
    var written = Walk.writes(function.body());
    Walk.statements(function.body()).stream()
        .filter(For.class::isInstance)
        .forEach(loop -> written.remove(((For) loop).counter())); // the reverse loop sets it
    recording.atReturn.replaceAll((_, needed) -> needed.among(written));
    return recording;
  }

  private static Recording analysed(
      Function function, Lines lines, List<Variable> wrt, boolean isSplit) {
    var recording = new Recording(function, lines, isSplit);
    var needed = new Needs();
    wrt.stream().filter(p -> p.kind().isArray()).forEach(needed::addShape);
    recording.tail(function.body(), needed);
    return recording;
  }

  public Lines lines() {
    return lines;
  }

  /** What a function in split mode records where it returns. */
  public Saved recordedAtReturn(Return statement) {
    var needed = Objects.requireNonNull(atReturn.get(statement));
    return new Saved(
        new LinkedHashSet<>(needed.values()), new LinkedHashSet<>(needed.shapesOnly()));
  }

  /** What a line must record before it overwrites it. */
  public Saved recorded(Statement line) {
    return recorded.getOrDefault(line, Saved.NOTHING);
  }

  /** Whether the reverse must take back what a push, a pop or a whole step did. */
  public boolean isUndone(Statement statement) {
    return undone.contains(statement);
  }

  /** What the reverse of a block computes again before anything else, in order. */
  public List<Statement> recomputed(Block block) {
    return locals.getOrDefault(block, Locals.NONE).recomputed();
  }

  /**
   * The lines of a block whose results are recorded when the block ends, for its reverse to begin
   * with.
   */
  public Map<Assign, Saved> recordedAtEnd(Block block) {
    return recordedAtEnd.getOrDefault(block, Map.of());
  }

  /**
   * The lines that assign the locals of a block: variables that are assigned once and read nowhere
   * else.
   *
   * @param recomputed those whose operands keep their values until the block ends, and the loops
   *     that fill an array among them
   * @param others the rest
   */
  private record Locals(List<Statement> recomputed, List<Assign> others) {
    static final Locals NONE = new Locals(List.of(), List.of());
  }

  /** A block at the end of the function, whose reverse follows it at once. */
  private void tail(Block block, Needs needed) {
    for (var statement : block.statements()) {
      if (statement instanceof If(_, var then, var otherwise, _)
          && TailReturns.containsReturn(statement)) {
        addReshaped(then, needed);
        addReshaped(otherwise, needed);
        var other = needed.copy();
        if (isSplit) {
          addRead(then, other);
          addRead(otherwise, needed);
        }
        tail(then, needed.copy());
        tail(otherwise, other);
      } else if (statement instanceof Return leaf) {
        var all = needed.copy();
        all.add(lines.usedInReverse(leaf));
        atReturn.put(leaf, all);
      } else {
        step(statement, needed);
      }
    }
  }

  /**
   * Adds what the block's reverse needs; the values of locals that are computed again are not among
   * it when the block ends.
   */
  private void inner(Block block, Needs needed) {
    var own = locals.computeIfAbsent(block, this::localsOf);
    var again = own.recomputed();
    var computedAgain = Collections.newSetFromMap(new IdentityHashMap<Statement, Boolean>());
    computedAgain.addAll(again);
    for (var statement : block.statements()) {
      if (computedAgain.contains(statement)) {
        needed.add(lines.usedInReverse(statement));
        Walk.statements(Block.of(statement)).forEach(s -> Walk.expressions(s).forEach(needed::add));
      } else if (!Exits.isExit(statement)) {
        step(statement, needed);
      }
    }
    for (var statement : again) {
      if (statement instanceof Assign line) {
        needed.remove(line.target().variable());
      }
    }
    var kept = new LinkedHashMap<Assign, Saved>();
    for (var line : own.others()) {
      var variable = line.target().variable();
      boolean value = needed.hasValue(variable);
      if (needed.remove(variable)) {
        kept.put(line, value ? Saved.value(variable) : Saved.shape(variable));
      }
    }
    recordedAtEnd.put(block, kept);
  }

  private void step(Statement statement, Needs needed) {
    switch (statement) {
      case Assign _, CallMany _, Push _, Pop _ -> line(statement, needed);
      case If(var condition, var then, var otherwise, _) -> {
        needed.add(condition);
        addReshaped(then, needed);
        addReshaped(otherwise, needed);
        var other = needed.copy();
        inner(then, needed);
        inner(otherwise, other);
        needed.add(other);
      }
      case For loop -> {
        Walk.expressions(loop).forEach(needed::add);
        repeated(loop.body(), needed);
        Exits.last(loop).ifPresent(needed::addValue);
      }
      case While loop -> {
        repeated(loop.body(), needed);
        needed.addValue(Exits.count(loop));
      }
      case Statement _ -> {}
    }
  }

  private void line(Statement statement, Needs needed) {
    var used = lines.usedInReverse(statement);
    var targets = Lines.targets(statement);
    var readBefore = new Needs();
    Walk.expressions(statement).forEach(readBefore::add);
    used.values().stream()
        .filter(v -> readBefore.has(v) || !targets.contains(v))
        .forEach(needed::addValue);
    used.shapes().stream()
        .filter(v -> readBefore.has(v) || !targets.contains(v))
        .forEach(needed::addShape);
    if (!lines.analyses().use(Analysis.TO_BE_RECORDED)) {
      targets.stream().filter(lines::isVaried).forEach(needed::addValue);
    }
    switch (statement) {
      case Assign(Target.Element(var array, var indices), _, _) -> {
        if (needed.hasValue(array)) {
          saved(statement).values().add(array);
          indices.forEach(needed::add);
        }
      }
      case Assign line when lines.analyses().use(Analysis.WHOLE_STEPS) && steps.isStep(line) -> {
        if (needed.hasValue(line.target().variable())) {
          undone.add(line);
        }
      }
      case Assign line when line.target().variable().kind().isArray() && Lines.keepsShape(line) -> {
        var array = line.target().variable();
        if (needed.hasValue(array)) {
          overwrite(statement, array, needed);
        }
      }
      case Push(var array, _, _) -> {
        if (needed.has(array)) {
          undone.add(statement);
        }
      }
      case Pop(var target, var array, _) -> {
        overwrite(statement, target.variable(), needed);
        if (needed.has(array)) {
          undone.add(statement);
          needed.addValue(target.variable());
        }
      }
      case Statement _ -> targets.forEach(target -> overwrite(statement, target, needed));
    }
    for (var target : targets) {
      if (!readBefore.has(target)) {
        if (used.hasValue(target)) {
          needed.addValue(target);
        } else if (used.hasShape(target)) {
          needed.addShape(target);
        }
      } else if (isCall(statement) && target.kind().isArray() && used.hasShape(target)) {
        needed.addShape(target); // the seed has the shape of the result, not of the argument
      }
    }
  }

  private static boolean isCall(Statement statement) {
    return statement instanceof CallMany || statement instanceof Assign(_, Call _, _);
  }

  private void overwrite(Statement statement, Variable variable, Needs needed) {
    if (needed.hasValue(variable)) {
      saved(statement).values().add(variable);
      saved(statement).shapes().remove(variable);
    } else if (needed.hasShape(variable) && !saved(statement).values().contains(variable)) {
      saved(statement).shapes().add(variable);
    }
    needed.remove(variable);
  }

  private Saved saved(Statement statement) {
    return recorded.computeIfAbsent(statement, _ -> Saved.nothingYet());
  }

  /**
   * Where code joins or repeats, an adjoint that has no value yet becomes an array of zeros: that
   * needs the shape its variable had there.
   */
  private void addReshaped(Block block, Needs needed) {
    Walk.statements(block).stream()
        .flatMap(s -> NormalForm.reshaped(s).stream())
        .filter(lines::isVaried)
        .forEach(needed::addShape);
  }

  /**
   * An array that one side reads gets an adjoint there, and where the other side goes on, one of
   * zeros: that needs its shape.
   */
  private void addRead(Block side, Needs needed) {
    Walk.statements(side).stream()
        .flatMap(s -> Walk.expressions(s).stream())
        .flatMap(e -> Walk.reads(e).stream())
        .filter(v -> v.kind().isArray() && lines.isVaried(v))
        .forEach(needed::addShape);
  }

  /** The body of a loop, as often as it takes until nothing new is needed. */
  private void repeated(Block body, Needs needed) {
    int before = -1;
    while (before != needed.size()) {
      before = needed.size();
      var after = needed.copy();
      addReshaped(body, after);
      inner(body, after);
      needed.add(after);
    }
    addReshaped(body, needed); // the adjoints that the iterations hand on begin after the last one
  }

  private Locals localsOf(Block block) {
    var inBlock = countReads(block);
    var again = new ArrayList<Statement>();
    var others = new ArrayList<Assign>();
    var statements = block.statements();
    var writtenLater = new HashSet<Variable>();
    var fillings = new Fillings(block, lines::isVaried, v -> isReadOnlyIn(v, inBlock), writes);
    for (var statement : statements.reversed()) {
      if (fillings.has(statement)) {
        again.add(statement);
      } else if (statement instanceof Assign line && isLocal(line.target().variable(), inBlock)) {
        boolean stays =
            lines.analyses().use(Analysis.RECOMPUTATION)
                && !Guard.hasCall(line.value())
                && !(lines.analyses().use(Analysis.COST)
                    && lines.isCostly(line.target().variable()))
                && Walk.reads(line.value()).stream().noneMatch(writtenLater::contains);
        if (stays) {
          again.add(line);
        } else {
          others.add(line);
        }
      }
      writtenLater.addAll(Walk.writes(Block.of(statement)));
    }
    return new Locals(again.reversed(), others.reversed());
  }

  private boolean isLocal(Variable variable, Map<Variable, Integer> readsInBlock) {
    return writes.getOrDefault(variable, 0) == 1 && isReadOnlyIn(variable, readsInBlock);
  }

  private boolean isReadOnlyIn(Variable variable, Map<Variable, Integer> readsInBlock) {
    return readsInBlock.getOrDefault(variable, 0).equals(reads.getOrDefault(variable, 0));
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
