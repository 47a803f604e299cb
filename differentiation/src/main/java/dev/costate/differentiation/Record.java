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
import java.util.Optional;
import java.util.Set;

/**
 * Where old values wait for the reverse: those of a line that runs once in a variable of their own, those of a line in a loop on a stack.
 */
final class Record {
  private static final String STACK = "record";
  private static final String FLAG = "flag";

  private final Names names;
  private final Origin origin;
  private final Map<Statement, Map<Variable, Variable>> held = new IdentityHashMap<>();

  /** The pushes and pops, by the line and variable they serve. */
  private final Map<Statement, Site> sites = new IdentityHashMap<>();

  /** Named when first used, so that a function without a record leaves the names free. */
  private final Map<String, Variable> named = new HashMap<>();

  /** A value that is pushed in the forward part and popped in the reverse part. */
  private record Site(Statement line, Variable variable) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Site(var l, var v) && l == line && v.equals(variable);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(line) + variable.hashCode();
    }
  }

  Record(Names names, Origin origin) {
    this.names = names;
    this.origin = origin;
  }

  /** What a push or pop serves: equal for a push and the pop of the same value. */
  Object site(Statement pushOrPop) {
    return Objects.requireNonNull(sites.get(pushOrPop), "not a push or pop of this record");
  }

  /** The line that makes the empty stack, if anything uses it. */
  Optional<Statement> initial() {
    return Optional.ofNullable(named.get(STACK))
        .map(
            stack ->
                assign(
                    stack,
                    new Expression.Elements(List.of(), Kind.VECTOR, origin.place()),
                    origin.withoutComment()));
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
        out.add(atSite(line, variable, new Pop(new Target.Whole(flag), stack(), at)));
        var isSet = Term.compare(Operation.EQUAL, Term.of(flag), Term.ONE);
        out.add(assign(variable, Placement.at(at.place(), isSet), at));
      } else {
        out.add(atSite(line, variable, new Pop(new Target.Whole(variable), stack(), at)));
      }
    }
  }

  private Statement push(Read value, Origin at) {
    Expression number =
        value.kind() == Kind.TRUTH
            ? Placement.at(at.place(), Term.when(value, Term.ONE, Term.ZERO))
            : value;
    return new Push(stack(), number, at);
  }

  private Variable holder(Statement line, Variable variable) {
    return held.computeIfAbsent(line, _ -> new HashMap<>())
        .computeIfAbsent(
            variable, v -> new Variable(names.fresh(v.name() + "_before"), v.kind()));
  }

  private Variable stack() {
    return named.computeIfAbsent(STACK, wanted -> Variable.vector(names.fresh(wanted)));
  }

  private Statement atSite(Statement line, Variable variable, Statement pushOrPop) {
    sites.put(pushOrPop, new Site(line, variable));
    return pushOrPop;
  }
}
