package dev.costate.differentiation.adjoint;

import dev.costate.differentiation.activity.Dependence;
import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.code.Calls;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.code.Needs;
import dev.costate.differentiation.code.Shapes;
import dev.costate.differentiation.code.Slot;
import dev.costate.differentiation.line.Callees;
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
import java.util.stream.IntStream;

/**
 * The lines that ask a callee for its derivative, and what they give to each variable that was
 * passed.
 */
final class CallPartials {
  private final Dependence dependence;
  private final Naming names;
  private final Callees callees;

  /** The variables that hold a callee's partials, by the line of the call. */
  private final Map<Statement, List<Variable>> held = new IdentityHashMap<>();

  private final Set<Variable> unbounded = new HashSet<>();

  CallPartials(Dependence dependence, Naming names, Callees callees) {
    this.dependence = dependence;
    this.names = names;
    this.callees = callees;
  }

  /** Whether a variable holds the partial of a call which may be infinite. */
  boolean mayBeInfinite(Variable variable) {
    return unbounded.contains(variable);
  }

  /** Whether a line calls a function of the same recursion, in split mode. */
  boolean isSplit(Statement line) {
    return switch (line) {
      case Assign(_, Call call, _) ->
          callees.split(call.function()).isPresent() && dependence.isVaried(call);
      case CallMany(var targets, var callee, var arguments, _) ->
          callees.split(callee).isPresent()
              && IntStream.range(0, targets.size())
                  .anyMatch(r -> dependence.isVariedCall(callee, arguments, r));
      case Statement _ -> false;
    };
  }

  /** The call of a recursion's forward part, which passes the record through. */
  CallMany recorded(Statement line, List<Variable> stacks) {
    var targets = new ArrayList<Target>();
    var arguments = new ArrayList<Expression>();
    String callee;
    switch (line) {
      case Assign(var target, Call call, _) -> {
        targets.add(target);
        arguments.addAll(call.arguments());
        callee = call.function();
      }
      case CallMany call -> {
        targets.addAll(call.targets());
        arguments.addAll(call.arguments());
        callee = call.function();
      }
      case Statement other -> throw new IllegalStateException("not a call: " + other);
    }
    var place = line.origin().place();
    stacks.forEach(stack -> {
      targets.add(new Target.Whole(stack));
      arguments.add(new Read(stack, place));
    });
    var name = callees.split(callee).orElseThrow().record();
    return new CallMany(targets, name, arguments, line.origin());
  }

  /** Whether a line calls a function that takes or returns arrays that vary. */
  boolean hasArrays(Assign line) {
    return line.value() instanceof Call call
        && dependence.isVaried(call)
        && (call.kind().isArray()
            || callees.activeArguments(call.function(), call.arguments(), 1, dependence).stream()
                .anyMatch(i -> call.arguments().get(i).kind().isArray()));
  }

  /**
   * The partials of a call with one result: those of the callee's gradient, added where one
   * variable is passed twice.
   */
  Map<Slot, Term> partials(Assign line, Call call, List<Statement> out) {
    var active = callees.activeArguments(call.function(), call.arguments(), 1, dependence);
    var gradient = callees.gradient(call.function(), active);
    if (gradient.positions().size() == 1) {
      var value = new Call(gradient.function(), call.arguments(), Kind.NUMBER, call.place());
      return Map.of(Slot.of(variableAt(call.arguments(), active.getFirst())), Term.of(value));
    }
    var partials = held.computeIfAbsent(line, _ -> fresh(call.function(), gradient.positions()));
    if (!callees.isFinite(gradient.function())) {
      unbounded.addAll(partials);
    }
    var silent = line.origin().withoutComment();
    out.add(Calls.assigned(partials, gradient.function(), call.arguments(), silent));
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
   *
   * @param stacks what a callee in split mode takes its record from; none for another callee
   */
  List<Map.Entry<Variable, Variable>> pulledBack(
      Statement line,
      Call call,
      List<Term> seeds,
      List<Variable> results,
      List<Variable> stacks,
      Adjoints adjoints,
      AdjointState state,
      List<Statement> out) {
    var origin = line.origin().withoutComment();
    var active =
        callees.activeArguments(call.function(), call.arguments(), seeds.size(), dependence);
    if (active.isEmpty() && stacks.isEmpty()) {
      results.forEach(state::clear); // a call of constants
      return List.of();
    }
    var pullback =
        stacks.isEmpty()
            ? callees.pullback(call.function(), active)
            : callees.split(call.function()).orElseThrow().reverse();
    var arguments =
        stacks.isEmpty() ? read(call, active, origin) : new ArrayList<>(call.arguments());
    seeds.forEach(seed -> arguments.add(Placement.at(origin.place(), seed)));
    results.forEach(state::clear);
    var partials = held.computeIfAbsent(line, _ -> fresh(call.function(), pullback.positions()));
    var targets = new ArrayList<Variable>();
    var shares = new ArrayList<Map.Entry<Variable, Variable>>();
    var added = new HashSet<Variable>();
    for (int k = 0; k < partials.size(); k++) {
      int position = pullback.positions().get(k);
      if (!active.contains(position)) {
        // a constant here, but not in every call of the recursion
        targets.add(partials.get(k));
        if (pullback.accumulated().contains(position)) {
          var array = variableAt(call.arguments(), position);
          arguments.add(Shapes.zeroOf(array, origin));
        }
        continue;
      }
      var variable = variableAt(call.arguments(), position);
      boolean isAdded = pullback.accumulated().contains(position);
      if (isAdded && !results.contains(variable) && added.add(variable)) {
        adjoints.allocate(variable, origin, state, out);
        arguments.add(new Read(adjoints.of(variable), origin.place()));
        targets.add(adjoints.of(variable));
        continue;
      }
      if (isAdded) {
        arguments.add(Shapes.zeroOf(variable, origin));
      }
      targets.add(partials.get(k));
      shares.add(Map.entry(variable, partials.get(k)));
    }
    stacks.forEach(stack -> {
      targets.add(stack);
      arguments.add(new Read(stack, origin.place()));
    });
    out.add(Calls.assigned(targets, pullback.function(), arguments, origin));
    return shares;
  }

  /** The arguments, an array that the pullback does not read at all left empty. */
  private List<Expression> read(Call call, List<Integer> active, Origin origin) {
    var arguments = new ArrayList<Expression>();
    boolean hasArrays = call.arguments().stream().anyMatch(a -> a.kind().isArray());
    var needed = hasArrays ? callees.neededByPullback(call.function(), active) : new Needs();
    for (int i = 0; i < call.arguments().size(); i++) {
      var argument = call.arguments().get(i);
      boolean isNeeded =
          !argument.kind().isArray() || needed.hasShape(callees.parameter(call.function(), i));
      arguments.add(isNeeded ? argument : Shapes.empty(argument.kind(), origin.place()));
    }
    return arguments;
  }

  private List<Variable> fresh(String callee, List<Integer> positions) {
    return positions.stream()
        .map(i -> callees.parameter(callee, i))
        .map(p -> new Variable(names.fresh(Naming.partial(callee, p.name())), p.kind()))
        .toList();
  }

  private static Variable variableAt(List<Expression> arguments, int position) {
    return ((Read) arguments.get(position)).variable();
  }
}
