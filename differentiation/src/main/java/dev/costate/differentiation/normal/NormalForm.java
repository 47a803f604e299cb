package dev.costate.differentiation.normal;

import static dev.costate.differentiation.code.Assignments.assign;

import dev.costate.differentiation.activity.Counters;
import dev.costate.differentiation.activity.Dependence;
import dev.costate.differentiation.algebra.Guard;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.code.Needs;
import dev.costate.differentiation.code.Slot;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The form that the adjoint works on: results leave at the ends of branches only, one target per
 * assignment, each line simple enough for one factor per variable ({@link Splitting}), and loop
 * bounds and conditions that still have their value when the code is run backwards.
 */
public final class NormalForm {
  private final Naming names;
  private final Splitting splitting;
  private final Set<Variable> written = new HashSet<>();

  /** The locals that one line assigns, outside loops. */
  private final Set<Variable> assignedOnce;

  /** The arrays that are written other than element by element. */
  private final Set<Variable> reshaped = new HashSet<>();

  private NormalForm(Function function, Dependence dependence, Naming names) {
    this.names = names;
    this.splitting =
        new Splitting(dependence, names, Guard.where(Counters.positive(function)::contains));
    for (var statement : Walk.statements(function.body())) {
      if (!(statement instanceof For)) {
        written.addAll(Walk.writes(statement));
      }
      reshaped.addAll(reshaped(statement));
    }
    this.assignedOnce = new HashSet<>();
    var often = new HashSet<>(function.parameters());
    countAssignments(function.body(), false, often);
    assignedOnce.removeAll(often);
  }

  private void countAssignments(Block block, boolean inLoop, Set<Variable> often) {
    for (var statement : block.statements()) {
      for (var variable : Walk.writes(statement)) {
        if (inLoop || !assignedOnce.add(variable)) {
          often.add(variable);
        }
      }
      boolean isLoop = statement instanceof For || statement instanceof While;
      Walk.blocks(statement).forEach(inner -> countAssignments(inner, inLoop || isLoop, often));
    }
  }

  /** The arrays that a statement itself writes other than element by element. */
  public static List<Variable> reshaped(Statement statement) {
    return switch (statement) {
      case Assign(Target.Whole(var variable), _, _) when variable.kind().isArray() ->
          List.of(variable);
      case AssignMany(var targets, _, _) -> wholeArrays(targets);
      case CallMany(var targets, _, _, _) -> wholeArrays(targets);
      case GradientMany(var targets, _, _, _) -> wholeArrays(targets);
      case Push(var array, _, _) -> List.of(array);
      case Pop(_, var array, _) -> List.of(array);
      case Statement _ -> List.of();
    };
  }

  private static List<Variable> wholeArrays(List<Target> targets) {
    return targets.stream()
        .filter(t -> t instanceof Target.Whole(var variable) && variable.kind().isArray())
        .map(Target::variable)
        .toList();
  }

  public static Function of(Function function, Dependence dependence, Naming names) {
    var form = new NormalForm(function, dependence, names);
    var exits = TailReturns.of(function.body());
    return function.withBody(form.block(exits));
  }

  private Block block(Block block) {
    var out = new ArrayList<Statement>();
    block.statements().forEach(statement -> add(statement, out));
    return new Block(out);
  }

  private Block loop(Block body) {
    splitting.enterLoop();
    var normal = block(body);
    splitting.leaveLoop();
    return normal;
  }

  private void add(Statement statement, List<Statement> out) {
    switch (statement) {
      case Assign(Target.Whole(var variable), var value, var origin) -> {
        var simple = splitting.split(value, variable.name(), origin, out);
        out.add(new Assign(new Target.Whole(variable), simple, origin));
      }
      case Assign(Target.Element target, var value, var origin) ->
          element(target, value, origin, out);
      case AssignMany many -> sequence(many, out);
      case CallMany call -> call(call, out);
      case Push(var array, var value, var origin) ->
          out.add(new Push(array, splitting.splitAll(value, array.name(), origin, out), origin));
      case Pop(Target.Element target, var array, var origin) -> {
        var popped = fresh(array.name(), Kind.NUMBER, new Read(array, origin.place()));
        out.add(new Pop(new Target.Whole(popped), array, origin));
        element(target, new Read(popped, origin.place()), origin.withoutComment(), out);
      }
      case Pop pop -> out.add(pop);
      case Return(var values, var origin) -> {
        var simple =
            values.stream().map(v -> splitting.splitAll(v, "result", origin, out)).toList();
        out.add(new Return(simple, origin));
      }
      case If(var condition, var then, var otherwise, var origin) when !Exits.isExit(statement) ->
          out.add(
              new If(
                  kept(condition, then, otherwise, origin, out),
                  block(then),
                  block(otherwise),
                  origin));
      case For(var counter, var from, var to, var step, var checkpoints, var body, var origin) ->
          out.add(
              new For(
                  counter,
                  bound(from, counter + "_first", origin, out),
                  bound(to, counter + "_last", origin, out),
                  bound(step, counter + "_step", origin, out),
                  checkpoints,
                  loop(body),
                  origin));
      case While(var condition, var body, var origin) ->
          out.add(new While(condition, loop(body), origin));
      case If _, Break _ -> out.add(statement); // the exit of a loop
      case ForEach _, Continue _, GradientMany _ ->
          throw new IllegalStateException("refused or removed before: " + statement);
    }
  }

  /**
   * A line that writes one element and reads no element of the same array that might or might not
   * be the same one.
   */
  private void element(
      Target.Element target, Expression value, Origin origin, List<Statement> out) {
    var array = target.variable();
    var indices = splitting.indices(target.indices(), array.name(), origin, out);
    var simple = splitting.splitAll(value, array.name(), origin, out);
    var slot = new Slot(array, indices);
    if (splitting.isVaried(simple) && mayAlias(simple, slot)) {
      var held = fresh(array.name(), Kind.NUMBER, simple);
      out.add(assign(held, simple, origin.withoutComment()));
      simple = new Read(held, origin.place());
    }
    out.add(new Assign(new Target.Element(array, indices), simple, origin));
  }

  private static boolean mayAlias(Expression value, Slot slot) {
    var read = Slot.of(value);
    if (read.isPresent()) {
      return read.get().variable().equals(slot.variable())
          && !read.get().equals(slot)
          && !read.get().isApartFrom(slot);
    }
    return Walk.children(value).stream().anyMatch(part -> mayAlias(part, slot));
  }

  private void call(CallMany call, List<Statement> out) {
    var origin = call.origin();
    var base = call.targets().getFirst().variable().name();
    var arguments = splitting.arguments(call.arguments(), base, origin, out);
    var targets = new ArrayList<Target>();
    var after = new ArrayList<Statement>();
    for (int i = 0; i < call.targets().size(); i++) {
      var target = call.targets().get(i);
      if (target instanceof Target.Element(var array, var indices)) {
        var held = new Variable(names.fresh(array.name() + "_1"), Kind.NUMBER);
        splitting.marks(held, splitting.isVaried(call, i));
        var kept = heldIndices(indices, call.targets(), base, origin, out);
        after.add(
            new Assign(
                new Target.Element(array, kept),
                new Read(held, origin.place()),
                origin.withoutComment()));
        targets.add(new Target.Whole(held));
      } else {
        targets.add(target);
      }
    }
    out.add(new CallMany(targets, call.function(), arguments, origin));
    after.forEach(line -> add(line, out));
  }

  /** Indices that keep their values while other targets of the same line are written. */
  private List<Expression> heldIndices(
      List<Expression> indices,
      List<Target> others,
      String name,
      Origin origin,
      List<Statement> out) {
    var written = others.stream().map(Target::variable).toList();
    return indices.stream()
        .map(index -> {
          boolean stays =
              !Guard.hasCall(index) && Walk.reads(index).stream().noneMatch(written::contains);
          return stays
              ? index
              : held(new Variable(names.fresh(name + "_at"), Kind.NUMBER), index, origin, out);
        })
        .toList();
  }

  /**
   * One assignment after another, through temporaries where a later value or index still reads what
   * an earlier target is.
   */
  private void sequence(AssignMany many, List<Statement> out) {
    if (many.targets().stream().allMatch(Target.Whole.class::isInstance)) {
      wholes(many, out);
      return;
    }
    var origin = many.origin();
    var targets = new ArrayList<Target>();
    for (var target : many.targets()) {
      var name = target.variable().name();
      targets.add(
          target instanceof Target.Element(var array, var indices)
              ? new Target.Element(array, heldIndices(indices, many.targets(), name, origin, out))
              : target);
    }
    var values = new ArrayList<>(many.values());
    for (int i = 1; i < values.size(); i++) {
      var earlier = targets.subList(0, i).stream().map(Target::variable).toList();
      var value = values.get(i);
      if (Walk.reads(value).stream().anyMatch(earlier::contains)) {
        var held = fresh(targets.get(i).variable().name(), value.kind(), value);
        add(assign(held, value, origin.withoutComment()), out);
        values.set(i, new Read(held, origin.place()));
      }
    }
    for (int i = 0; i < values.size(); i++) {
      var at = i == 0 ? origin : origin.withoutComment();
      add(new Assign(targets.get(i), values.get(i), at), out);
    }
  }

  /** The same where each target is a variable: its old value is held for the values behind. */
  private void wholes(AssignMany many, List<Statement> out) {
    var values = new ArrayList<>(many.values());
    for (int i = 0; i < values.size(); i++) {
      var target = many.targets().get(i).variable();
      var rest = values.subList(i + 1, values.size());
      if (rest.stream().anyMatch(v -> Walk.reads(v).contains(target))) {
        var old = new Read(target, many.origin().place());
        var held = fresh(target.name(), target.kind(), old);
        add(assign(held, old, many.origin()), out);
        rest.replaceAll(v -> replaced(v, target, held));
      }
      add(new Assign(many.targets().get(i), values.get(i), many.origin()), out);
    }
  }

  private static Expression replaced(Expression expression, Variable from, Variable to) {
    return Walk.rewrite(
        expression,
        e -> e instanceof Read(var v, var place) && v.equals(from) ? new Read(to, place) : e);
  }

  /** A temporary for a value. */
  private Variable fresh(String name, Kind kind, Expression value) {
    var variable = new Variable(names.fresh(name + "_1"), kind);
    splitting.inherits(variable, value);
    return variable;
  }

  /** A condition that can be evaluated again after the branch, or a variable that remembers it. */
  private Expression kept(
      Expression condition, Block then, Block otherwise, Origin origin, List<Statement> out) {
    boolean stays =
        !Guard.hasCall(condition)
            && Walk.reads(condition).stream()
                .noneMatch(
                    v -> Walk.writes(then).contains(v) || Walk.writes(otherwise).contains(v));
    if (stays) {
      return condition;
    }
    return held(new Variable(names.fresh("taken"), condition.kind()), condition, origin, out);
  }

  /**
   * A loop bound that is the same when the loop is run backwards, or a variable that remembers it.
   */
  private Expression bound(Expression bound, String name, Origin origin, List<Statement> out) {
    var read = Needs.of(bound);
    boolean stable =
        !Guard.hasCall(bound)
            && read.values().stream().allMatch(this::isFixed)
            && read.shapes().stream().noneMatch(reshaped::contains);
    if (stable && (isSimple(bound) || Walk.size(bound) <= 3)) {
      return bound;
    }
    return held(new Variable(names.fresh(name), bound.kind()), bound, origin, out);
  }

  /** Whether a variable never changes once it has a value. */
  private boolean isFixed(Variable variable) {
    return !written.contains(variable) || assignedOnce.contains(variable);
  }

  private static boolean isSimple(Expression e) {
    return e instanceof Literal || e instanceof Read || e instanceof Constant;
  }

  private static Expression held(
      Variable variable, Expression value, Origin origin, List<Statement> out) {
    out.add(assign(variable, value, origin.withoutComment()));
    return new Read(variable, origin.place());
  }
}
