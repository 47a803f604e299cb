package dev.costate.program;

import dev.costate.language.Place;
import dev.costate.program.Expression.Read;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.AssignMany;
import dev.costate.program.Statement.Break;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.Continue;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.ForEach;
import dev.costate.program.Statement.GradientMany;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Pop;
import dev.costate.program.Statement.Push;
import dev.costate.program.Statement.Return;
import dev.costate.program.Statement.While;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds variables that are read where some path has not assigned them, and functions that can end
 * without a return. A path is any that the statements allow, whatever the conditions are, except
 * that {@code while true} ends only by a break.
 */
public final class DefiniteAssignment {
  /** What is told about a function. */
  public interface Report {
    /**
     * A variable is read, at this place in this statement, that may be unassigned there; told once
     * for each variable.
     */
    void unassigned(Variable variable, Place place, Statement statement);

    /** The end of the function can be reached. */
    void endsWithoutReturn();
  }

  /** What a path has assigned when it leaves a loop by a break; none yet. */
  private static final class Loop {
    @Nullable BitSet atBreaks;
  }

  private final Report report;
  private final Map<Variable, Integer> numbers = new HashMap<>();
  private final Deque<Loop> loops = new ArrayDeque<>();
  private final BitSet reported = new BitSet();

  /** The variables assigned on every path to here; null where no path leads. */
  private @Nullable BitSet assigned = new BitSet();

  private DefiniteAssignment(Report report) {
    this.report = report;
  }

  public static void check(Function function, Report report) {
    var check = new DefiniteAssignment(report);
    function.parameters().forEach(check::assign);
    check.block(function.body());
    if (check.assigned != null) {
      report.endsWithoutReturn();
    }
  }

  private void block(Block block) {
    for (var statement : block.statements()) {
      if (assigned == null) {
        return;
      }
      statement(statement);
    }
  }

  private void statement(Statement statement) {
    for (var expression : Walk.expressions(statement)) {
      reads(expression, statement);
    }
    switch (statement) {
      case Assign(var target, _, _) -> targets(List.of(target), statement);
      case AssignMany(var targets, _, _) -> targets(targets, statement);
      case CallMany(var targets, _, _, _) -> targets(targets, statement);
      case GradientMany(var targets, _, _, _) -> targets(targets, statement);
      case Push(var array, _, var origin) -> read(array, origin.place(), statement);
      case Pop(var target, var array, var origin) -> {
        read(array, origin.place(), statement);
        targets(List.of(target), statement);
      }
      case If(_, var then, var otherwise, _) -> {
        var before = copy(assigned);
        block(then);
        var afterThen = assigned;
        assigned = before;
        block(otherwise);
        assigned = meet(assigned, afterThen);
      }
      case For loop -> countedLoop(loop.counter(), loop.body());
      case ForEach loop -> countedLoop(loop.element(), loop.body());
      case While(var condition, var body, _) -> {
        var before = copy(assigned);
        var loop = new Loop();
        loops.push(loop);
        block(body);
        loops.pop();
        boolean endless = condition instanceof Expression.Truth(var value, _) && value;
        assigned = endless ? loop.atBreaks : before;
      }
      case Break _ -> {
        if (!loops.isEmpty()) {
          var loop = loops.element();
          loop.atBreaks = meet(loop.atBreaks, assigned);
        }
        assigned = null;
      }
      case Continue _, Return _ -> assigned = null;
    }
  }

  private void countedLoop(Variable counter, Block body) {
    var before = copy(assigned);
    assign(counter);
    loops.push(new Loop());
    block(body);
    loops.pop();
    assigned = before;
  }

  private void targets(List<Target> targets, Statement statement) {
    for (var target : targets) {
      if (target instanceof Target.Element(var array, _)) {
        read(array, statement.origin().place(), statement);
      }
    }
    for (var target : targets) {
      if (target instanceof Target.Whole(var variable)) {
        assign(variable);
      }
    }
  }

  private void reads(Expression expression, Statement statement) {
    if (expression instanceof Read(var variable, var place)) {
      read(variable, place, statement);
      return;
    }
    for (var part : Walk.children(expression)) {
      reads(part, statement);
    }
  }

  private void read(Variable variable, Place place, Statement statement) {
    int number = number(variable);
    if (assigned != null && !assigned.get(number) && !reported.get(number)) {
      reported.set(number);
      report.unassigned(variable, place, statement);
    }
  }

  private void assign(Variable variable) {
    if (assigned != null) {
      assigned.set(number(variable));
    }
  }

  private int number(Variable variable) {
    return numbers.computeIfAbsent(variable, _ -> numbers.size());
  }

  private static @Nullable BitSet copy(@Nullable BitSet set) {
    return set == null ? null : (BitSet) set.clone();
  }

  /** What both paths assigned, where null is a path that does not lead here. */
  private static @Nullable BitSet meet(@Nullable BitSet one, @Nullable BitSet other) {
    if (one == null) {
      return copy(other);
    }
    if (other != null) {
      one.and(other);
    }
    return one;
  }
}
