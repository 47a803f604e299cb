package dev.costate.differentiation.record;

import static dev.costate.differentiation.code.Assignments.assign;

import dev.costate.differentiation.activity.Dependence;
import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.code.Shapes;
import dev.costate.differentiation.code.Slot;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Pop;
import dev.costate.program.Statement.Push;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where old values wait for the reverse: those of a line that runs once in a variable of their own,
 * those of a line in a loop on a stack.
 */
public final class Record {
  /**
   * The stack of numbers, and that of what tells the way: trip counts, branches taken, sizes,
   * integers. They are two, so that a number that somebody differentiates by later never shares a
   * stack with what becomes an index or a size.
   */
  private static final String VALUES = "record";

  private static final String PATH = "path";
  private static final String FLAG = "flag";

  private final Naming names;
  private final Dependence dependence;
  private final Set<Variable> numbers;
  private final Origin origin;
  private final Shapes elements;
  private final Map<Statement, Map<Variable, Variable>> held = new IdentityHashMap<>();

  /** The pushes and pops, by the line and variable they serve. */
  private final Map<Statement, Site> sites = new IdentityHashMap<>();

  /** Named when first used, so that a function without a record leaves the names free. */
  private final Map<String, Variable> named = new HashMap<>();

  /** When a value is recorded: before a line overwrites it, or when the block ends. */
  private enum When {
    BEFORE,
    AT_END
  }

  /** A line that saves something, and when. */
  private record Moment(Statement line, When when) {
    Origin origin() {
      return line.origin().withoutComment();
    }
  }

  /** A value that is pushed in the forward part and popped in the reverse part. */
  private record Site(Statement line, When when, Variable variable, String part) {
    @Override
    @SuppressWarnings("ReferenceEquality") // equal lines may stand twice in a function
    public boolean equals(Object other) {
      return other instanceof Site(var l, var w, var v, var p)
          && l == line
          && w == when
          && v.equals(variable)
          && p.equals(part);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(line) + variable.hashCode();
    }
  }

  public Record(Naming names, Dependence dependence, Function function) {
    this.names = names;
    this.dependence = dependence;
    this.numbers = dependence.carryingNumbers(function);
    this.origin = function.origin();
    this.elements = new Shapes(names);
  }

  /**
   * What a push or pop of the record serves: equal for a push and the pop of the same value. Code
   * may also push to and pop from arrays of its own.
   */
  Optional<Object> site(Statement pushOrPop) {
    return Optional.ofNullable(sites.get(pushOrPop));
  }

  /** The lines that make the empty stacks that anything uses. */
  List<Statement> initial() {
    var lines = new ArrayList<Statement>();
    for (var wanted : List.of(VALUES, PATH)) {
      var stack = named.get(wanted);
      if (stack != null) {
        var empty = new Expression.Elements(List.of(), Kind.VECTOR, origin.place());
        lines.add(assign(stack, empty, origin.withoutComment()));
      }
    }
    return lines;
  }

  public void save(Statement line, Saved saved, int depth, List<Statement> out) {
    save(new Moment(line, When.BEFORE), saved, depth, out);
  }

  private void save(Moment moment, Saved saved, int depth, List<Statement> out) {
    var at = moment.origin();
    var line = moment.line();
    for (var variable : saved.values()) {
      var slot = slot(line, variable);
      if (depth == 0) {
        out.add(assign(holder(line, slot), slot.read(at.place()), at));
      } else if (slot.kind().isArray()) {
        saveArray(moment, variable, variable, out);
      } else {
        out.add(atSite(moment, variable, "", push(variable, slot, at)));
      }
    }
    for (var array : saved.shapes()) {
      if (depth == 0) {
        out.add(assign(holder(line, Slot.of(array)), new Read(array, at.place()), at));
      } else {
        saveShape(moment, array, array, out);
      }
    }
  }

  /** Saves what a call overwrites, on top of what the call itself records. */
  public void saveAround(Statement line, Saved saved, Statement call, List<Statement> out) {
    var at = line.origin().withoutComment();
    var all = new ArrayList<>(saved.values());
    all.addAll(saved.shapes());
    var old = new HashMap<Variable, Variable>();
    for (var variable : all) {
      var slot = slot(line, variable);
      var holder = holder(line, slot);
      out.add(assign(holder, slot.read(at.place()), at));
      old.put(variable, holder);
    }
    out.add(call);
    var moment = new Moment(line, When.BEFORE);
    for (var variable : saved.values()) {
      var from = Slot.of(Objects.requireNonNull(old.get(variable)));
      if (from.kind().isArray()) {
        saveArray(moment, variable, from.variable(), out);
      } else {
        out.add(atSite(moment, variable, "", push(variable, from, at)));
      }
    }
    for (var array : saved.shapes()) {
      saveShape(moment, array, Objects.requireNonNull(old.get(array)), out);
    }
  }

  /** Saves what the reverse of a function in split mode begins with. */
  public void saveAtReturn(Return statement, Saved saved, List<Statement> out) {
    save(new Moment(statement, When.AT_END), saved, 1, out);
  }

  public void restoreFromReturn(Return statement, Saved saved, List<Statement> out) {
    restore(new Moment(statement, When.AT_END), saved, 1, out);
  }

  /** Records which way a branch at the end of a function went. */
  public void saveBranch(If branch, boolean taken, List<Statement> out) {
    var moment = new Moment(branch, When.AT_END);
    var at = moment.origin();
    var value = Placement.at(at.place(), taken ? Term.ONE : Term.ZERO);
    var push = new Push(path(), value, at);
    out.add(atSite(moment, path(), "", push));
  }

  /** The condition that tells which way a branch at the end of a function went. */
  public Expression restoreBranch(If branch, List<Statement> out) {
    var moment = new Moment(branch, When.AT_END);
    var at = moment.origin();
    var flag = named.computeIfAbsent(FLAG, wanted -> Variable.number(names.fresh(wanted)));
    out.add(atSite(moment, path(), "", new Pop(new Target.Whole(flag), path(), at)));
    return Placement.at(at.place(), Term.compare(Operation.EQUAL, Term.of(flag), Term.ONE));
  }

  /** The stacks, which functions in split mode pass on to each other. */
  public List<Variable> stacks() {
    return List.of(values(), path());
  }

  public void restore(Statement line, Saved saved, int depth, List<Statement> out) {
    restore(new Moment(line, When.BEFORE), saved, depth, out);
  }

  private void restore(Moment moment, Saved saved, int depth, List<Statement> out) {
    var at = moment.origin();
    var line = moment.line();
    for (var array : saved.shapesInReverse()) {
      if (depth == 0) {
        out.add(assign(array, new Read(holder(line, Slot.of(array)), at.place()), at));
      } else {
        restoreShape(moment, array, out);
      }
    }
    for (var variable : saved.valuesInReverse()) {
      var slot = slot(line, variable);
      if (depth == 0) {
        var held = new Read(holder(line, slot), at.place());
        out.add(new Assign(slot.target(at.place()), held, at));
      } else if (slot.kind().isArray()) {
        restoreShape(moment, variable, out);
        restoreElements(moment, variable, out);
      } else if (variable.kind() == Kind.TRUTH) {
        var flag = named.computeIfAbsent(FLAG, wanted -> Variable.number(names.fresh(wanted)));
        out.add(atSite(moment, variable, "", new Pop(new Target.Whole(flag), stack(variable), at)));
        var isSet = Term.compare(Operation.EQUAL, Term.of(flag), Term.ONE);
        out.add(assign(variable, Placement.at(at.place(), isSet), at));
      } else {
        var target = slot.target(at.place());
        out.add(atSite(moment, variable, "", new Pop(target, stack(variable), at)));
      }
    }
  }

  /** What a line overwrites: the element it writes, or the whole variable. */
  private static Slot slot(Statement line, Variable variable) {
    return line instanceof Assign(Target.Element target, _, _) && target.variable().equals(variable)
        ? Slot.of(target)
        : Slot.of(variable);
  }

  /** Saves an array, or what an array was that is held in another. */
  private void saveArray(Moment moment, Variable array, Variable from, List<Statement> out) {
    var at = moment.origin();
    out.add(
        elements.forEach(
            from, at, slot -> List.of(atSite(moment, array, "", push(array, slot, at)))));
    saveShape(moment, array, from, out);
  }

  private void restoreElements(Moment moment, Variable array, List<Statement> out) {
    var at = moment.origin();
    out.add(
        elements.forEachBackwards(
            array,
            at,
            slot ->
                List.of(
                    atSite(
                        moment, array, "", new Pop(slot.target(at.place()), stack(array), at)))));
  }

  private void saveShape(Moment moment, Variable array, Variable from, List<Statement> out) {
    var at = moment.origin();
    for (var size : Shapes.sizes(from)) {
      var value = Placement.at(at.place(), Term.of(size));
      out.add(atSite(moment, array, size.operation().text(), new Push(path(), value, at)));
    }
  }

  private void restoreShape(Moment moment, Variable array, List<Statement> out) {
    var at = moment.origin();
    var sizes = new ArrayList<Expression>();
    for (var size : Shapes.sizes(array).reversed()) {
      var name = size.operation().text();
      var held =
          named.computeIfAbsent(array.name() + "_" + name, n -> Variable.number(names.fresh(n)));
      out.add(atSite(moment, array, name, new Pop(new Target.Whole(held), path(), at)));
      sizes.addFirst(new Read(held, at.place()));
    }
    out.add(assign(array, Shapes.zeros(sizes, at.place()), at));
  }

  private Variable values() {
    return named.computeIfAbsent(VALUES, wanted -> Variable.vector(names.fresh(wanted)));
  }

  private Variable path() {
    return named.computeIfAbsent(PATH, wanted -> Variable.vector(names.fresh(wanted)));
  }

  /**
   * Records the results of some lines at the end of their block; outside loops they keep their
   * values by themselves.
   */
  public void saveAtEnd(Map<Assign, Saved> lines, int depth, List<Statement> out) {
    if (depth > 0) {
      lines.forEach((line, saved) -> save(new Moment(line, When.AT_END), saved, depth, out));
    }
  }

  public void restoreFromEnd(Map<Assign, Saved> lines, int depth, List<Statement> out) {
    if (depth > 0) {
      List.copyOf(lines.entrySet())
          .reversed()
          .forEach(entry ->
              restore(new Moment(entry.getKey(), When.AT_END), entry.getValue(), depth, out));
    }
  }

  private Statement push(Variable variable, Slot from, Origin at) {
    var value = from.read(at.place());
    Expression number =
        value.kind() == Kind.TRUTH
            ? Placement.at(at.place(), Term.when(value, Term.ONE, Term.ZERO))
            : value;
    return new Push(stack(variable), number, at);
  }

  private Variable holder(Statement line, Slot slot) {
    return held.computeIfAbsent(line, _ -> new HashMap<>())
        .computeIfAbsent(
            slot.variable(), v -> new Variable(names.fresh(v.name() + "_before"), slot.kind()));
  }

  private Variable stack(Variable variable) {
    return dependence.isVaried(variable) || numbers.contains(variable) ? values() : path();
  }

  private Statement atSite(Moment moment, Variable variable, String part, Statement pushOrPop) {
    sites.put(pushOrPop, new Site(moment.line(), moment.when(), variable, part));
    return pushOrPop;
  }
}
