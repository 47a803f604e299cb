package dev.costate.differentiation.activity;

import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lines of a function with a variable of its own for each value that a variable takes, so that
 * an analysis that does not look at the order of lines knows which value a line reads (static
 * single assignment: Cytron and others, Efficiently Computing Static Single Assignment Form and the
 * Control Dependence Graph, ACM Transactions on Programming Languages and Systems 13, 1991). Where
 * branches join and loops repeat, a version is assigned from several. Parameters stand for their
 * first value.
 *
 * <p>The lines are for reading only: blocks are taken apart, and what stands in a loop or a branch
 * stands beside it.
 */
final class Versions {
  private final List<Statement> lines = new ArrayList<>();
  private final Map<Variable, Variable> originals = new HashMap<>();
  private final Map<Variable, Variable> current = new HashMap<>();
  private final Deque<Loop> loops = new ArrayDeque<>();
  private boolean reachable = true;

  /** The versions that the beginning and the end of a loop join. */
  private record Loop(Map<Variable, Variable> heads, Map<Variable, Variable> exits) {}

  private Versions() {}

  static Versions of(Function function) {
    var versions = new Versions();
    versions.block(function.body());
    return versions;
  }

  /** Every line, in order. */
  List<Statement> lines() {
    return lines;
  }

  /** The variable that a version is a value of. */
  Variable original(Variable version) {
    return originals.getOrDefault(version, version);
  }

  private Variable at(Variable variable) {
    return current.getOrDefault(variable, variable);
  }

  private Variable next(Variable variable) {
    var version = new Variable(variable.name() + "#" + originals.size(), variable.kind());
    originals.put(version, variable);
    current.put(variable, version);
    return version;
  }

  private void copy(Variable to, Variable from, Origin origin) {
    lines.add(new Assign(new Target.Whole(to), new Read(from, origin.place()), origin));
  }

  private Expression in(Expression expression) {
    return Walk.rewrite(
        expression, node -> node instanceof Read(var v, var place) ? new Read(at(v), place) : node);
  }

  private List<Expression> in(List<Expression> expressions) {
    return expressions.stream().map(this::in).toList();
  }

  private List<Target> targets(List<Target> targets, Origin origin) {
    var indexed =
        targets.stream()
            .<Target>map(target ->
                target instanceof Target.Element(var array, var indices)
                    ? new Target.Element(array, in(indices))
                    : target)
            .toList();
    return indexed.stream().map(target -> written(target, origin)).toList();
  }

  private Target written(Target target, Origin origin) {
    return switch (target) {
      case Target.Whole(var variable) -> new Target.Whole(next(variable));
      case Target.Element(var array, var indices) ->
          new Target.Element(changed(array, origin), indices);
    };
  }

  /** The next version of an array of which the rest stays as it is. */
  private Variable changed(Variable array, Origin origin) {
    var before = at(array);
    var after = next(array);
    copy(after, before, origin);
    return after;
  }

  private void block(Block block) {
    block.statements().forEach(this::statement);
  }

  private void statement(Statement statement) {
    var at = statement.origin();
    switch (statement) {
      case Assign(var target, var value, _) -> {
        var read = in(value);
        lines.add(new Assign(targets(List.of(target), at).getFirst(), read, at));
      }
      case AssignMany(var targets, var values, _) -> {
        var read = in(values);
        lines.add(new AssignMany(targets(targets, at), read, at));
      }
      case CallMany(var targets, var callee, var arguments, _) -> {
        var read = in(arguments);
        lines.add(new CallMany(targets(targets, at), callee, read, at));
      }
      case GradientMany(var targets, var of, var arguments, _) -> {
        var read = in(arguments);
        lines.add(new GradientMany(targets(targets, at), of, read, at));
      }
      case Push(var array, var value, _) -> {
        var read = in(value);
        lines.add(new Push(changed(array, at), read, at));
      }
      case Pop(var target, var array, _) -> {
        var rest = changed(array, at);
        lines.add(new Pop(targets(List.of(target), at).getFirst(), rest, at));
      }
      case If(var condition, var then, var otherwise, _) -> {
        lines.add(new If(in(condition), Block.of(), Block.of(), at));
        branch(then, otherwise, at);
      }
      case For loop -> {
        var bounds = in(List.of(loop.from(), loop.to(), loop.step()));
        var counter = next(loop.counter());
        lines.add(
            new For(
                counter,
                bounds.get(0),
                bounds.get(1),
                bounds.get(2),
                loop.checkpoints(),
                Block.of(),
                at));
        repeated(loop.body(), at, () -> current.put(loop.counter(), counter));
      }
      case ForEach(var element, var array, var body, _) -> {
        var item = new ForEach(next(element), in(array), Block.of(), at);
        lines.add(item);
        repeated(body, at, () -> current.put(element, item.element()));
      }
      case While(var condition, var body, _) ->
          repeated(body, at, () -> lines.add(new While(in(condition), Block.of(), at)));
      case Break _ -> leave(at, true);
      case Continue _ -> leave(at, false);
      case Return(var values, _) -> {
        lines.add(new Return(in(values), at));
        reachable = false;
      }
    }
  }

  private void branch(Block then, Block otherwise, Origin origin) {
    var written = Walk.writes(then);
    written.addAll(Walk.writes(otherwise));
    boolean before = reachable;
    var start = versions(written);
    block(then);
    boolean fromThen = reachable;
    var afterThen = versions(written);
    current.putAll(start);
    reachable = before;
    block(otherwise);
    if (!reachable) {
      current.putAll(afterThen);
    } else if (fromThen) {
      join(afterThen, versions(written), origin);
    }
    reachable |= fromThen;
  }

  private void join(Map<Variable, Variable> one, Map<Variable, Variable> other, Origin origin) {
    one.forEach((variable, version) -> {
      var second = other.getOrDefault(variable, variable);
      if (!version.equals(second)) {
        var joined = next(variable);
        copy(joined, version, origin);
        copy(joined, second, origin);
      }
    });
  }

  private void repeated(Block body, Origin origin, Runnable head) {
    var written = Walk.writes(body);
    var start = versions(written);
    var heads = fresh(written);
    var exits = fresh(written);
    assign(heads, start, origin);
    current.putAll(heads);
    head.run();
    boolean before = reachable;
    loops.push(new Loop(heads, exits));
    block(body);
    loops.pop();
    if (reachable) {
      assign(heads, current, origin);
    }
    assign(exits, heads, origin);
    current.putAll(exits);
    reachable = before;
  }

  private void leave(Origin origin, boolean isBreak) {
    var loop = loops.element();
    if (reachable) {
      assign(isBreak ? loop.exits : loop.heads, current, origin);
    }
    reachable = false;
  }

  private void assign(Map<Variable, Variable> to, Map<Variable, Variable> from, Origin origin) {
    to.forEach((variable, version) -> copy(version, from.getOrDefault(variable, variable), origin));
  }

  private Map<Variable, Variable> versions(Collection<Variable> variables) {
    var versions = new LinkedHashMap<Variable, Variable>();
    variables.forEach(v -> versions.put(v, at(v)));
    return versions;
  }

  private Map<Variable, Variable> fresh(Set<Variable> variables) {
    var versions = new LinkedHashMap<Variable, Variable>();
    variables.forEach(v -> versions.put(v, next(v)));
    return versions;
  }
}
