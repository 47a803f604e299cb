package dev.costate.program.facts;

import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.AssignMany;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.GradientMany;
import dev.costate.program.Statement.Pop;
import dev.costate.program.Statement.Push;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides, for one function, where an array is copied so that arrays behave as values. It is the
 * only place that does.
 *
 * <p>The rules. An array that an operation or a call made belongs to nobody else and is never
 * copied. A parameter belongs to the caller: it is copied at entry if the function changes it in
 * place (unless the caller lets it be kept), and at return if it is returned. {@code a = b} copies
 * only if one of the two, or a variable that shares an array with them, is changed in place
 * anywhere in the function; otherwise both share one array, and nobody can tell.
 */
public final class Copies {
  /**
   * Parameters changed in place, up to as many as an int has bits; the caller may let each of them
   * be kept.
   */
  private static final int MOST_KEPT = 31;

  private final Set<Variable> changed = new HashSet<>();

  /** Variables that may share an array, by the variable that stands for all of them. */
  private final Map<Variable, Variable> shared = new HashMap<>();

  private final Set<Variable> borrowed = new HashSet<>();
  private final List<Variable> keepable = new ArrayList<>();

  public Copies(Function function) {
    Walk.statements(function.body(), this::findChanged);
    Walk.statements(function.body(), this::findShared);
    for (var parameter : function.parameters()) {
      if (!parameter.kind().isArray()) {
        continue;
      }
      if (!isChanged(parameter)) {
        borrowed.add(representative(parameter));
      } else if (keepable.size() < MOST_KEPT) {
        keepable.add(parameter);
      }
    }
  }

  private void findChanged(Statement statement) {
    switch (statement) {
      case Assign(var target, _, _) -> findChanged(List.of(target));
      case AssignMany(var targets, _, _) -> findChanged(targets);
      case CallMany(var targets, _, _, _) -> findChanged(targets);
      case GradientMany(var targets, _, _, _) -> findChanged(targets);
      case Push(var array, _, _) -> changed.add(array);
      case Pop(var target, var array, _) -> {
        changed.add(array);
        findChanged(List.of(target));
      }
      case Statement.If _,
          Statement.For _,
          Statement.ForEach _,
          Statement.While _,
          Statement.Break _,
          Statement.Continue _,
          Return _ -> {}
    }
  }

  private void findChanged(List<Target> targets) {
    for (var target : targets) {
      if (target instanceof Target.Element(var array, _)) {
        changed.add(array);
      }
    }
  }

  private void findShared(Statement statement) {
    if (statement instanceof Assign(Target.Whole(var target), var value, _)
        && target.kind().isArray()) {
      for (var source : sources(value)) {
        if (!changed.contains(source) && !changed.contains(target)) {
          shared.put(representative(source), representative(target));
        }
      }
    }
  }

  private Variable representative(Variable variable) {
    var found = variable;
    for (var next = shared.get(found);
        next != null && !next.equals(found);
        next = shared.get(found)) {
      found = next;
    }
    return found;
  }

  /** The variables whose own array an expression may be. */
  public static Set<Variable> sources(Expression value) {
    return switch (value) {
      case Read(var variable, _) -> Set.of(variable);
      case Conditional(_, var then, var otherwise, _) -> {
        var both = new LinkedHashSet<>(sources(then));
        both.addAll(sources(otherwise));
        yield both;
      }
      case Expression.Literal _,
          Expression.Truth _,
          Expression.Constant _,
          Expression.Apply _,
          Expression.Call _,
          Expression.Elements _,
          Expression.Gradient _ ->
          Set.of();
    };
  }

  /** Whether the function changes the array of a variable in place. */
  public boolean isChanged(Variable variable) {
    return changed.contains(variable);
  }

  /**
   * The array parameters that are copied at entry unless the caller lets them be kept, in the order
   * of the bits.
   */
  public List<Variable> keepable() {
    return keepable;
  }

  /** Whether {@code target = source} copies. */
  public boolean onAssign(Variable target, Variable source) {
    return !target.equals(source) && (isChanged(target) || isChanged(source));
  }

  /**
   * Whether {@code targets = values} copies the value at a position, if it reads a variable: not if
   * that variable is read once and overwritten by the same statement, as in {@code a, b = b, a}.
   */
  public boolean onAssign(AssignMany statement, Variable source) {
    long reads =
        statement.values().stream().filter(value -> sources(value).contains(source)).count();
    boolean replaced = statement.targets().contains(new Target.Whole(source));
    return reads > 1 || !replaced || !isOwn(source);
  }

  /** Whether no caller and no other variable can have the same array. */
  private boolean isOwn(Variable variable) {
    return representative(variable).equals(variable)
        && !shared.containsValue(variable)
        && !borrowed.contains(variable);
  }

  /**
   * Whether a return copies a variable's array that is the value at a position: not if it is the
   * function's own, and no earlier value may be the same array.
   */
  public boolean onReturn(Return statement, int position, Variable source) {
    var own = representative(source);
    for (var value : statement.values().subList(0, position)) {
      if (sources(value).stream().anyMatch(earlier -> representative(earlier).equals(own))) {
        return true;
      }
    }
    return borrowed.contains(own);
  }

  /** Whether {@code for x in source} goes through a copy, since the body changes the variable. */
  public boolean onLoop(Variable source, Block body) {
    return Walk.writes(body).contains(source);
  }

  /**
   * Whether a call in a statement may keep an argument: it is an array that nobody else has, or a
   * variable's own that is read nowhere else in the statement and not afterwards, because the
   * statement overwrites it or ends the function.
   */
  public boolean onCall(Expression argument, Statement statement) {
    var sources = sources(argument);
    if (sources.isEmpty()) {
      return true;
    }
    if (!(argument instanceof Read(var variable, _)) || !isOwn(variable)) {
      return false;
    }
    boolean dies =
        switch (statement) {
          case Assign(Target.Whole(var target), _, _) -> target.equals(variable);
          case CallMany(var targets, _, _, _) -> targets.contains(new Target.Whole(variable));
          case AssignMany(var targets, _, _) -> targets.contains(new Target.Whole(variable));
          case Return _ -> true;
          case Assign _,
              GradientMany _,
              Push _,
              Pop _,
              Statement.If _,
              Statement.For _,
              Statement.ForEach _,
              Statement.While _,
              Statement.Break _,
              Statement.Continue _ ->
              false;
        };
    return dies && readOnce(variable, statement);
  }

  private static boolean readOnce(Variable variable, Statement statement) {
    int[] count = {0};
    for (var expression : Walk.expressions(statement)) {
      Walk.nodes(
          expression,
          node -> {
            if (node instanceof Read(var read, _) && read.equals(variable)) {
              count[0]++;
            }
          });
    }
    return count[0] == 1;
  }
}
