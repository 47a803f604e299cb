package dev.costate.differentiation.record;

import dev.costate.differentiation.activity.Analyses;
import dev.costate.differentiation.activity.Analyses.Analysis;
import dev.costate.differentiation.code.FirstValues;
import dev.costate.differentiation.sets.SharingSet;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Leaves in generated code only what its results need: lines whose value nobody reads go, and so do
 * values recorded for nobody. Gives variables that a language reader would see as possibly
 * unassigned (assigned in a loop forward, read in the loop backward) a first value.
 */
public final class Cleaning {
  private final Function<Statement, Optional<?>> sites;
  private final Analyses analyses;
  private final SharingSet<Object> unused = new SharingSet<>();

  /** What is live after each enclosing loop, innermost first: where a break leads. */
  private final Deque<SharingSet<Variable>> afterLoops = new ArrayDeque<>();

  /** What is live where the next iteration of each enclosing loop begins. */
  private final Deque<SharingSet<Variable>> heads = new ArrayDeque<>();

  /**
   * @param sites what a push to a record and its pop have in common
   */
  private Cleaning(Function<Statement, Optional<?>> sites, Analyses analyses) {
    this.analyses = analyses;
    this.sites = sites;
  }

  public static Block of(
      Block body, Collection<Variable> parameters, Record record, Analyses analyses) {
    return initialised(new Cleaning(record::site, analyses).cleaned(body), parameters, record);
  }

  /** Ordinary code, which records nothing, without the lines that nothing reads. */
  public static Block unread(Block body, Analyses analyses) {
    return new Cleaning(_ -> Optional.empty(), analyses).cleaned(body);
  }

  /** The bodies of the two parts of a function in split mode. */
  public record Parts(Block forward, Block reverse) {}

  /** What the reverse part does not take off the record, the forward part does not put there. */
  public static Parts of(
      Parts parts,
      Collection<Variable> forwardParameters,
      Collection<Variable> reverseParameters,
      Record record,
      Analyses analyses) {
    var cleaning = new Cleaning(record::site, analyses);
    var reverse = cleaning.cleaned(parts.reverse);
    var forward = cleaning.cleaned(parts.forward);
    return new Parts(
        initialised(forward, forwardParameters, record),
        initialised(reverse, reverseParameters, record));
  }

  private Block cleaned(Block body) {
    if (!analyses.use(Analysis.CLEANING)) {
      return body;
    }
    var clean = live(body, new SharingSet<>());
    int before = -1;
    while (before != unused.size()) {
      before = unused.size();
      clean = live(clean, new SharingSet<>());
    }
    var kept = IdleSaves.removed(clean);
    return kept.equals(clean) ? clean : live(kept, new SharingSet<>());
  }

  /**
   * The block without lines that do not matter to {@code live}, which becomes the set of variables
   * live before it.
   */
  private Block live(Block block, SharingSet<Variable> live) {
    var kept = new ArrayList<Statement>();
    for (var statement : block.statements().reversed()) {
      switch (statement) {
        case If(var condition, var then, var otherwise, var origin) -> {
          var other = live.copy();
          var thenKept = live(then, live);
          var otherKept = live(otherwise, other);
          live.addAll(other);
          if (!thenKept.isEmpty() || !otherKept.isEmpty()) {
            live.addAll(Walk.reads(condition));
            kept.add(
                thenKept.isEmpty()
                    ? new If(negation(condition), otherKept, Block.EMPTY, origin)
                    : new If(condition, thenKept, otherKept, origin));
          }
        }
        case For loop when isIdle(loop, live) -> {}
        case While loop when isIdle(loop, live) -> {}
        case While(var condition, var body, var origin) ->
            kept.add(new While(condition, liveLoop(body, Walk.reads(condition), live), origin));
        case For loop -> {
          var body = liveLoop(loop.body(), Set.of(), live);
          if (!body.isEmpty()) {
            live.remove(loop.counter());
            Walk.expressions(loop).forEach(e -> live.addAll(Walk.reads(e)));
            kept.add(
                new For(
                    loop.counter(),
                    loop.from(),
                    loop.to(),
                    loop.step(),
                    loop.checkpoints(),
                    body,
                    loop.origin()));
          }
        }
        case AssignMany line -> needed(line, live).ifPresent(kept::add);
        case Statement line -> {
          if (isNeeded(line, live)) {
            kept.add(line);
          }
        }
      }
    }
    return new Block(kept.reversed());
  }

  private static Expression negation(Expression condition) {
    return condition instanceof Apply(var operation, var arguments, _, _)
            && operation == Operation.NOT
        ? arguments.getFirst()
        : new Apply(Operation.NOT, List.of(condition), Kind.TRUTH, condition.place());
  }

  /** Whether nothing that a loop writes matters after it. */
  private static boolean isIdle(Statement loop, SharingSet<Variable> live) {
    return Walk.blocks(loop).stream()
        .flatMap(b -> Walk.statements(b).stream())
        .allMatch(s ->
            !(s instanceof Push || s instanceof Pop || s instanceof Return)
                && Walk.writes(s).stream().noneMatch(live::contains));
  }

  private Block liveLoop(Block body, Set<Variable> condition, SharingSet<Variable> live) {
    var after = live.copy();
    live.addAll(condition);
    afterLoops.push(after);
    var kept = liveBody(body, live);
    afterLoops.pop();
    return kept;
  }

  private Block liveBody(Block body, SharingSet<Variable> live) {
    int before = -1;
    var kept = body;
    var unusedOutside = unused.copy();
    while (before != live.size()) {
      before = live.size();
      unused.become(unusedOutside); // what one round saw as unused may be used by the next
      var inside = live.copy();
      heads.push(live.copy());
      kept = live(body, inside);
      heads.pop();
      live.addAll(inside);
    }
    return kept;
  }

  private boolean isNeeded(Statement line, SharingSet<Variable> live) {
    switch (line) {
      case Assign(var target, var value, _) -> {
        if (!isLive(target, live)) {
          return false;
        }
        reads(value, live);
      }
      case CallMany(var targets, _, var arguments, _) -> {
        return isNeeded(targets, arguments, live);
      }
      case Push(var array, var value, _) -> {
        var site = sites.apply(line);
        if (site.isPresent() ? unused.contains(site.get()) : !live.contains(array)) {
          return false;
        }
        reads(value, live);
      }
      case Pop(var target, var array, _) -> {
        boolean isLive = isLive(target, live);
        var site = sites.apply(line);
        if (site.isEmpty()) {
          boolean isNeeded = isLive || live.contains(array);
          if (isNeeded) {
            write(List.of(target), live);
            live.add(array);
          }
          return isNeeded;
        }
        if (!isLive) {
          unused.add(site.get());
        }
        return !unused.contains(site.get());
      }
      case Break _ -> live.become(afterLoops.element());
      case Continue _ -> live.become(heads.element());
      case Return(var values, _) -> {
        live.clear();
        values.forEach(v -> live.addAll(Walk.reads(v)));
      }
      case Statement other -> throw new IllegalStateException("not generated: " + other);
    }
    return true;
  }

  private static boolean isNeeded(
      List<Target> targets, List<Expression> values, SharingSet<Variable> live) {
    if (targets.stream().map(Target::variable).noneMatch(live::contains)) {
      return false;
    }
    write(targets, live);
    values.forEach(value -> reads(value, live));
    return true;
  }

  /** What is live before targets are written, whether they matter or not. */
  private static void write(List<Target> targets, SharingSet<Variable> live) {
    for (var target : targets.reversed()) {
      switch (target) {
        case Target.Whole(var variable) -> live.remove(variable);
        case Target.Element(var array, _) -> live.add(array);
      }
    }
    for (var target : targets) {
      if (target instanceof Target.Element(_, var indices)) {
        indices.forEach(index -> reads(index, live));
      }
    }
  }

  /** The part of several assignments at once that matters. */
  private static Optional<Statement> needed(AssignMany line, SharingSet<Variable> live) {
    var targets = new ArrayList<Target>();
    var values = new ArrayList<Expression>();
    for (int i = 0; i < line.targets().size(); i++) {
      if (live.contains(line.targets().get(i).variable())) {
        targets.add(line.targets().get(i));
        values.add(line.values().get(i));
      }
    }
    write(targets, live);
    values.forEach(value -> reads(value, live));
    return switch (targets.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Assign(targets.getFirst(), values.getFirst(), line.origin()));
      default -> Optional.of(new AssignMany(targets, values, line.origin()));
    };
  }

  /** Whether a target matters; what matters before it is noted. */
  private static boolean isLive(Target target, SharingSet<Variable> live) {
    return switch (target) {
      case Target.Whole(var variable) -> live.remove(variable);
      case Target.Element(var array, var indices) -> {
        boolean isLive = live.contains(array);
        if (isLive) {
          indices.forEach(index -> reads(index, live));
        }
        yield isLive;
      }
    };
  }

  private static void reads(Expression expression, SharingSet<Variable> live) {
    live.addAll(Walk.reads(expression));
  }

  private static Block initialised(Block body, Collection<Variable> parameters, Record record) {
    var out = new ArrayList<Statement>();
    var pushed =
        Walk.statements(body).stream()
            .filter(Push.class::isInstance)
            .map(push -> ((Push) push).array())
            .collect(Collectors.toSet());
    var assigned = new ArrayList<>(parameters);
    for (var line : record.initial()) {
      var stacks = Walk.writes(line);
      if (stacks.stream().anyMatch(pushed::contains) && !assigned.containsAll(stacks)) {
        out.add(line);
        assigned.addAll(Walk.writes(line));
      }
    }
    var origin = body.statements().getLast().origin().withoutComment();
    FirstValues.unassigned(body, assigned).forEach(v -> out.add(FirstValues.of(v, origin)));
    out.addAll(body.statements());
    return new Block(out);
  }
}
