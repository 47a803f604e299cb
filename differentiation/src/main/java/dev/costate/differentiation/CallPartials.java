package dev.costate.differentiation;

import static dev.costate.differentiation.NormalForm.assign;

import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Read;
import dev.costate.program.Kind;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lines that ask a callee for its derivative, and what they give to each variable that was
 * passed.
 */
final class CallPartials {
  private final Dependence dependence;
  private final Names names;
  private final Callees callees;

  /** The variables that hold a callee's partials, by the line of the call. */
  private final Map<Statement, List<Variable>> held = new IdentityHashMap<>();

  private final Set<Variable> unbounded = new HashSet<>();

  CallPartials(Dependence dependence, Names names, Callees callees) {
    this.dependence = dependence;
    this.names = names;
    this.callees = callees;
  }

  /** Whether a variable holds the partial of a call which may be infinite. */
  boolean mayBeInfinite(Variable variable) {
    return unbounded.contains(variable);
  }

  /** Whether a line calls a function that takes or returns arrays that vary. */
  boolean hasArrays(Assign line) {
    return line.value() instanceof Call call
        && dependence.isVaried(call)
        && (call.kind().isArray()
            || callees.activeArguments(call.function(), call.arguments(), 0, dependence).stream()
                .anyMatch(i -> call.arguments().get(i).kind().isArray()));
  }

  /**
   * The partials of a call with one result: those of the callee's gradient, added where one
   * variable is passed twice.
   */
  Map<Slot, Term> partials(Assign line, Call call, List<Statement> out) {
    var active = callees.activeArguments(call.function(), call.arguments(), 0, dependence);
    var gradient = callees.gradient(call.function(), active);
    if (gradient.positions().size() == 1) {
      var value = new Call(gradient.function(), call.arguments(), Kind.NUMBER, call.place());
      return Map.of(Slot.of(variableAt(call.arguments(), active.getFirst())), Term.of(value));
    }
    var partials =
        held.computeIfAbsent(line, _ -> fresh(call.function(), gradient.positions()));
    if (!callees.isFinite(gradient.function())) {
      unbounded.addAll(partials);
    }
    out.add(callMany(partials, gradient.function(), call.arguments(), line.origin()));
    var shares = new LinkedHashMap<Slot, Term>();
    for (int k = 0; k < partials.size(); k++) {
      int position = gradient.positions().get(k);
      if (active.contains(position)) {
        var variable = variableAt(call.arguments(), position);
        shares.merge(Slot.of(variable), Term.of(partials.get(k)), Term::plus);
      }
    }
    return shares;
  }

  /**
   * Calls the pullback of a callee, given the adjoints of the results. Arrays that the callee only
   * reads get their share inside; the others are returned, variable by variable, with what holds
   * their share.
   */
  List<Map.Entry<Variable, Variable>> pulledBack(
      Statement line,
      Call call,
      List<Term> seeds,
      List<Variable> results,
      Adjoints adjoints,
      AdjointState state,
      List<Statement> out) {
    var origin = line.origin().withoutComment();
    var active = new TreeSet<Integer>();
    for (int r = 0; r < seeds.size(); r++) {
      active.addAll(
          callees.activeArguments(call.function(), call.arguments(), r, dependence));
    }
    var pullback = callees.pullback(call.function(), List.copyOf(active));
    var arguments = new ArrayList<>(call.arguments());
    seeds.forEach(seed -> arguments.add(Placement.at(origin.place(), seed)));
    results.forEach(state::clear);
    var partials =
        held.computeIfAbsent(line, _ -> fresh(call.function(), pullback.positions()));
    var targets = new ArrayList<Variable>();
    var shares = new ArrayList<Map.Entry<Variable, Variable>>();
    var added = new HashSet<Variable>();
    for (int k = 0; k < partials.size(); k++) {
      int position = pullback.positions().get(k);
      var variable = variableAt(call.arguments(), position);
      boolean isAdded = pullback.accumulated().contains(position);
      if (isAdded && !results.contains(variable) && added.add(variable)) {
        adjoints.allocate(variable, origin, state, out);
        arguments.add(new Read(adjoints.of(variable), origin.place()));
        targets.add(adjoints.of(variable));
        continue;
      }
      if (isAdded) {
        arguments.add(Adjoints.zeros(variable, origin));
      }
      targets.add(partials.get(k));
      shares.add(Map.entry(variable, partials.get(k)));
    }
    out.add(callMany(targets, pullback.function(), arguments, origin));
    return shares;
  }

  private List<Variable> fresh(String callee, List<Integer> positions) {
    return positions.stream()
        .map(i -> callees.parameter(callee, i))
        .map(p -> new Variable(names.fresh(Names.partial(callee, p.name())), p.kind()))
        .toList();
  }

  private static Statement callMany(
      List<Variable> targets, String callee, List<Expression> arguments, Origin origin) {
    var silent = origin.withoutComment();
    if (targets.size() == 1) {
      var target = targets.getFirst();
      return assign(target, new Call(callee, arguments, target.kind(), origin.place()), silent);
    }
    return new CallMany(
        targets.stream().<Target>map(Target.Whole::new).toList(), callee, arguments, silent);
  }

  private static Variable variableAt(List<Expression> arguments, int position) {
    return ((Read) arguments.get(position)).variable();
  }
}
