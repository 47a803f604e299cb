package dev.costate.differentiation.adjoint;

import static dev.costate.differentiation.code.Assignments.assign;

import dev.costate.differentiation.algebra.Guard;
import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.code.Shapes;
import dev.costate.differentiation.code.Slot;
import dev.costate.differentiation.line.Products;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Read;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The adjoint variables of one function, and the lines that add to them. An adjoint has the kind of
 * its variable; one that is 0 because nothing has been added yet is not written at all.
 */
final class Adjoints {
  private final String function;
  private final Naming names;
  private final Guard guard;
  private final Map<Variable, Variable> adjoints = new HashMap<>();
  private final Map<Variable, Variable> primals = new HashMap<>();

  Adjoints(String function, Naming names, Guard guard) {
    this.function = function;
    this.names = names;
    this.guard = guard;
  }

  Variable of(Variable variable) {
    return adjoints.computeIfAbsent(
        variable,
        v -> known(v, new Variable(names.fresh(Naming.partial(function, v.name())), v.kind())));
  }

  /** Takes a variable that exists as the adjoint of another. */
  void begin(Variable variable, Variable adjoint) {
    adjoints.put(variable, known(variable, adjoint));
  }

  private Variable known(Variable variable, Variable adjoint) {
    primals.put(adjoint, variable);
    return adjoint;
  }

  Term term(Slot slot) {
    return slot.in(of(slot.variable())).term();
  }

  /** {@code adjoint * partial}, guarded where a zero adjoint could meet an infinite partial. */
  Term product(Term adjoint, boolean isNonZero, Term partial) {
    return Products.of(adjoint, isNonZero, partial, guard);
  }

  boolean mayBeInfinite(Expression partial) {
    return guard.mayBeInfinite(partial);
  }

  /**
   * Adds the target's adjoint times each partial, the target's own share last since the others read
   * its adjoint.
   */
  void propagate(
      Slot target,
      Map<Slot, Term> partials,
      Origin origin,
      AdjointState state,
      List<Statement> out) {
    var adjoint = term(target);
    boolean isNonZero = !target.isElement() && state.isNonZero(target.variable());
    partials.forEach((slot, partial) -> {
      if (!slot.equals(target)) {
        contribute(slot, product(adjoint, isNonZero, partial), origin, state, out);
      }
    });
    var own = partials.getOrDefault(target, Term.ZERO);
    if (target.isElement()) {
      var share = own.isZero() ? own : product(adjoint, false, own);
      if (!share.equals(adjoint)) {
        set(target, share, origin, out);
      }
      return;
    }
    state.clear(target.variable());
    if (!own.isZero()) {
      contribute(target, product(adjoint, isNonZero, own), origin, state, out);
    }
  }

  /** Adds a share to the adjoint of a number. */
  void contribute(Slot slot, Term share, Origin origin, AdjointState state, List<Statement> out) {
    var variable = slot.variable();
    if (share.isZero()) {
      return;
    }
    if (slot.isElement()) {
      allocate(variable, origin, state, out);
      set(slot, term(slot), share, origin, out);
    } else if (share.equals(term(slot))) {
      state.set(variable, false); // its own share is all of it
    } else if (state.isAssigned(variable)) {
      set(slot, term(slot), share, origin, out);
      state.set(variable, false);
    } else {
      boolean isNonZero = guard.isNonZero(share.expression(), v -> isAdjointOfNonZero(v, state));
      set(slot, share, origin, out);
      state.set(variable, isNonZero);
    }
  }

  private void set(Slot slot, Term to, Origin origin, List<Statement> out) {
    var target = slot.in(of(slot.variable())).target(origin.place());
    out.add(new Assign(target, Placement.at(origin.place(), to), origin));
  }

  private void set(Slot slot, Term from, Term share, Origin origin, List<Statement> out) {
    var operation = share.isNegative() ? Operation.SUBTRACT : Operation.ADD;
    var amount = share.isNegative() ? share.negate() : share;
    set(slot, from.apply(operation, amount), origin, out);
  }

  /** Adds an array to the adjoint of an array, or takes it away. */
  void contribute(
      Variable array,
      Expression share,
      boolean negative,
      Origin origin,
      AdjointState state,
      List<Statement> out) {
    var adjoint = of(array);
    var place = origin.place();
    if (state.isAssigned(array)) {
      var operation = negative ? Operation.SUBTRACT : Operation.ADD;
      var sum = new Apply(operation, List.of(new Read(adjoint, place), share), share.kind(), place);
      out.add(assign(adjoint, sum, origin));
    } else {
      var first =
          negative ? new Apply(Operation.NEGATE, List.of(share), share.kind(), place) : share;
      out.add(assign(adjoint, first, origin));
    }
    state.set(array, false);
  }

  /** Makes sure that the adjoint of a variable has a value to add to. */
  void allocate(Variable variable, Origin origin, AdjointState state, List<Statement> out) {
    if (!state.isAssigned(variable)) {
      zero(List.of(variable), origin, out);
      state.set(variable, false);
    }
  }

  /** A line {@code df_dv = 0} for the adjoint of each of these variables. */
  void zero(List<Variable> unassigned, Origin origin, List<Statement> out) {
    unassigned.forEach(v -> out.add(assign(of(v), Shapes.zeroOf(v, origin), origin)));
  }

  private boolean isAdjointOfNonZero(Variable variable, AdjointState state) {
    var primal = primals.get(variable);
    return primal != null && primal.kind() == Kind.NUMBER && state.isNonZero(primal);
  }
}
