package dev.costate.differentiation;

import static dev.costate.differentiation.NormalForm.assign;

import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Read;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.Pop;
import dev.costate.program.Statement.Push;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where old values wait for the reverse: those of a line that runs once in a variable of their own,
 * those of a line in a loop on a stack.
 */
final class Record {
  /**
   * The stack of values that vary, and that of the rest: trip counts, branches taken, other
   * numbers.
   */
  private static final String VALUES = "record";

  private static final String PATH = "path";
  private static final String FLAG = "flag";

  private final Names names;
  private final Dependence dependence;
  private final Origin origin;
  private final Map<Statement, Map<Variable, Variable>> held = new IdentityHashMap<>();

  /** The pushes and pops, by the line and variable they serve. */
  private final Map<Statement, Site> sites = new IdentityHashMap<>();

  /** Named when first used, so that a function without a record leaves the names free. */
  private final Map<String, Variable> named = new HashMap<>();

  /** A value that is pushed in the forward part and popped in the reverse part. */
  private record Site(Statement line, Variable variable) {
    @Override
    @SuppressWarnings("ReferenceEquality") // equal lines may stand twice in a function
    public boolean equals(Object other) {
      return other instanceof Site(var l, var v) && l == line && v.equals(variable);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(line) + variable.hashCode();
    }
  }

  Record(Names names, Dependence dependence, Origin origin) {
    this.names = names;
    this.dependence = dependence;
    this.origin = origin;
  }

  /** What a push or pop serves: equal for a push and the pop of the same value. */
  Object site(Statement pushOrPop) {
    return Objects.requireNonNull(sites.get(pushOrPop), "not a push or pop of this record");
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

  void save(Statement line, Set<Variable> variables, int depth, List<Statement> out) {
    var at = line.origin().withoutComment();
    for (var variable : variables) {
      var value = new Read(variable, at.place());
      out.add(
          depth == 0
              ? assign(holder(line, variable), value, at)
              : atSite(line, variable, push(value, at)));
    }
  }

  void restore(Statement line, Set<Variable> variables, int depth, List<Statement> out) {
    var at = line.origin().withoutComment();
    for (var variable : new ArrayList<>(variables).reversed()) {
      if (depth == 0) {
        out.add(assign(variable, new Read(holder(line, variable), at.place()), at));
      } else if (variable.kind() == Kind.TRUTH) {
        var flag = named.computeIfAbsent(FLAG, wanted -> Variable.number(names.fresh(wanted)));
        out.add(atSite(line, variable, new Pop(new Target.Whole(flag), stack(variable), at)));
        var isSet = Term.compare(Operation.EQUAL, Term.of(flag), Term.ONE);
        out.add(assign(variable, Placement.at(at.place(), isSet), at));
      } else {
        out.add(atSite(line, variable, new Pop(new Target.Whole(variable), stack(variable), at)));
      }
    }
  }

  /**
   * Records the results of some lines at the end of their block; outside loops they keep their
   * values by themselves.
   */
  void saveAtEnd(List<Assign> lines, int depth, List<Statement> out) {
    if (depth > 0) {
      lines.forEach(line -> save(line, Set.of(line.target().variable()), depth, out));
    }
  }

  void restoreFromEnd(List<Assign> lines, int depth, List<Statement> out) {
    if (depth > 0) {
      lines.reversed().forEach(line -> restore(line, Set.of(line.target().variable()), depth, out));
    }
  }

  private Statement push(Read value, Origin at) {
    Expression number =
        value.kind() == Kind.TRUTH
            ? Placement.at(at.place(), Term.when(value, Term.ONE, Term.ZERO))
            : value;
    return new Push(stack(value.variable()), number, at);
  }

  private Variable holder(Statement line, Variable variable) {
    return held.computeIfAbsent(line, _ -> new HashMap<>())
        .computeIfAbsent(variable, v -> new Variable(names.fresh(v.name() + "_before"), v.kind()));
  }

  private Variable stack(Variable variable) {
    return named.computeIfAbsent(
        dependence.isVaried(variable) ? VALUES : PATH,
        wanted -> Variable.vector(names.fresh(wanted)));
  }

  private Statement atSite(Statement line, Variable variable, Statement pushOrPop) {
    sites.put(pushOrPop, new Site(line, variable));
    return pushOrPop;
  }
}
