package dev.costate.differentiation;

import static dev.costate.differentiation.NormalForm.assign;

import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Kind;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves in generated code only what its results need: lines whose value nobody reads go, and so do values recorded for nobody. Gives
 * variables that a language reader would see as possibly unassigned (assigned in a loop forward, read in the loop backward) a first
 * value.
 */
final class Cleaning {
  private final Record record;
  private final Set<Object> unused = new HashSet<>();

  private Cleaning(Record record) {
    this.record = record;
  }

  static Block of(Block body, Collection<Variable> parameters, Record record) {
    var cleaning = new Cleaning(record);
    var clean = cleaning.live(body, new HashSet<>());
    int before = -1;
    while (before != cleaning.unused.size()) {
      before = cleaning.unused.size();
      clean = cleaning.live(clean, new HashSet<>());
    }
    return initialised(clean, parameters, record);
  }

  /** The block without lines that do not matter to {@code live}, which becomes the set of variables live before it. */
  private Block live(Block block, Set<Variable> live) {
    var kept = new ArrayList<Statement>();
    for (var statement : block.statements().reversed()) {
      switch (statement) {
        case If(var condition, var then, var otherwise, var origin) -> {
          var other = new HashSet<>(live);
          var thenKept = live(then, live);
          var otherKept = live(otherwise, other);
          live.addAll(other);
          if (!thenKept.isEmpty() || !otherKept.isEmpty()) {
            live.addAll(Walk.reads(condition));
            kept.add(new If(condition, thenKept, otherKept, origin));
          }
        }
        case For loop -> {
          var body = liveLoop(loop.body(), live);
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
        case Statement line -> {
          if (isNeeded(line, live)) {
            kept.add(line);
          }
        }
      }
    }
    return new Block(kept.reversed());
  }

  private Block liveLoop(Block body, Set<Variable> live) {
    int before = -1;
    var kept = body;
    var unusedOutside = Set.copyOf(unused);
    while (before != live.size()) {
      before = live.size();
      unused.clear(); // what an earlier round saw as unused may be used by the next iteration
      unused.addAll(unusedOutside);
      var inside = new HashSet<>(live);
      kept = live(body, inside);
      live.addAll(inside);
    }
    return kept;
  }

  private boolean isNeeded(Statement line, Set<Variable> live) {
    switch (line) {
      case Assign(Target.Whole(var variable), var value, _) -> {
        if (!live.remove(variable)) {
          return false;
        }
        live.addAll(Walk.reads(value));
      }
      case CallMany(var targets, _, var arguments, _) -> {
        var variables = targets.stream().map(Target::variable).toList();
        if (variables.stream().noneMatch(live::contains)) {
          return false;
        }
        variables.forEach(live::remove);
        arguments.forEach(a -> live.addAll(Walk.reads(a)));
      }
      case Push(_, var value, _) -> {
        if (unused.contains(record.site(line))) {
          return false;
        }
        live.addAll(Walk.reads(value));
      }
      case Pop(var target, _, _) -> {
        if (!live.remove(target.variable())) {
          unused.add(record.site(line));
        }
        return !unused.contains(record.site(line));
      }
      case Return(var values, _) -> {
        live.clear();
        values.forEach(v -> live.addAll(Walk.reads(v)));
      }
      case Statement other -> throw new IllegalStateException("not generated: " + other);
    }
    return true;
  }

  private static Block initialised(
      Block body, Collection<Variable> parameters, Record record) {
    var out = new ArrayList<Statement>();
    var stack = new HashSet<Variable>();
    if (Walk.statements(body).stream().anyMatch(Push.class::isInstance)) {
      record
          .initial()
          .ifPresent(
              line -> {
                out.add(line);
                stack.addAll(Walk.writes(line));
              });
    }
    var assigned = new HashSet<>(parameters);
    assigned.addAll(stack);
    var unassigned = new LinkedHashSet<Variable>();
    scan(body, assigned, unassigned);
    var origin = body.statements().getLast().origin().withoutComment();
    unassigned.forEach(v -> out.add(assign(v, first(v, origin), origin)));
    out.addAll(body.statements());
    return new Block(out);
  }

  private static Expression first(Variable variable, Origin origin) {
    return variable.kind() == Kind.TRUTH
        ? new Truth(false, origin.place())
        : new Literal(0, origin.place());
  }

  /** Collects what is read where not every path has assigned it; {@code assigned} becomes what is assigned after the block. */
  private static void scan(Block block, Set<Variable> assigned, Set<Variable> unassigned) {
    for (var statement : block.statements()) {
      for (var expression : Walk.expressions(statement)) {
        Walk.reads(expression).stream().filter(v -> !assigned.contains(v)).forEach(unassigned::add);
      }
      switch (statement) {
        case If(_, var then, var otherwise, _) -> {
          var other = new HashSet<>(assigned);
          scan(then, assigned, unassigned);
          scan(otherwise, other, unassigned);
          assigned.retainAll(other);
        }
        case For loop -> {
          var inside = new HashSet<>(assigned);
          inside.add(loop.counter());
          scan(loop.body(), inside, unassigned);
        }
        case Statement line -> assigned.addAll(Walk.writes(line));
      }
    }
  }
}
