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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /**
   * The partials of a call with one result: those of the callee's gradient, added where one
   * variable is passed twice.
   */
  Map<Variable, Term> partials(Assign line, Call call, List<Statement> out) {
    var active = callees.activeArguments(call.function(), call.arguments(), 0, dependence);
    var gradient = callees.gradient(call.function(), active);
    if (gradient.positions().size() == 1) {
      var value = new Call(gradient.function(), call.arguments(), Kind.NUMBER, call.place());
      return Map.of(variableAt(call.arguments(), active.getFirst()), Term.of(value));
    }
    var partials = held(line, call.function(), gradient.positions());
    if (!callees.isFinite(gradient.function())) {
      unbounded.addAll(partials);
    }
    out.add(callMany(partials, gradient.function(), call.arguments(), line.origin()));
    return shares(call.arguments(), gradient.positions(), partials, Set.copyOf(active));
  }

  /**
   * What each variable passed to a call with several results receives, given the adjoints of the
   * results.
   */
  Map<Variable, Term> pulledBack(CallMany call, List<Term> seeds, List<Statement> out) {
    var active = new LinkedHashSet<Integer>();
    for (int r = 0; r < seeds.size(); r++) {
      active.addAll(callees.activeArguments(call.function(), call.arguments(), r, dependence));
    }
    var arguments = new ArrayList<>(call.arguments());
    seeds.forEach(seed -> arguments.add(Placement.at(call.origin().place(), seed)));
    var pullback = callees.pullback(call.function());
    var partials = held(call, call.function(), pullback.positions());
    out.add(callMany(partials, pullback.function(), arguments, call.origin()));
    return shares(call.arguments(), pullback.positions(), partials, active);
  }

  private static Map<Variable, Term> shares(
      List<Expression> arguments,
      List<Integer> positions,
      List<Variable> partials,
      Set<Integer> active) {
    var shares = new LinkedHashMap<Variable, Term>();
    for (int k = 0; k < partials.size(); k++) {
      int position = positions.get(k);
      if (active.contains(position)) {
        shares.merge(variableAt(arguments, position), Term.of(partials.get(k)), Term::plus);
      }
    }
    return shares;
  }

  private List<Variable> held(Statement line, String callee, List<Integer> positions) {
    return held.computeIfAbsent(
        line,
        _ ->
            positions.stream()
                .map(i -> callees.parameter(callee, i))
                .map(p -> Variable.number(names.fresh(Names.partial(callee, p.name()))))
                .toList());
  }

  private static Statement callMany(
      List<Variable> targets, String callee, List<Expression> arguments, Origin origin) {
    var silent = origin.withoutComment();
    if (targets.size() == 1) {
      var call = new Call(callee, arguments, Kind.NUMBER, origin.place());
      return assign(targets.getFirst(), call, silent);
    }
    return new CallMany(
        targets.stream().<Target>map(Target.Whole::new).toList(), callee, arguments, silent);
  }

  private static Variable variableAt(List<Expression> arguments, int position) {
    return ((Read) arguments.get(position)).variable();
  }
}
