package dev.costate.differentiation;

import static dev.costate.differentiation.NormalForm.assign;

import dev.costate.differentiation.algebra.Guard;
import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The adjoint of one function in normal form: its lines forward, then each line's contribution in
 * reverse.
 *
 * <p>The reverse of {@code v = e} adds to the adjoint of each variable read {@code df_dv * (de/du)}
 * and leaves the adjoint of v at 0, or, if e reads v, at its share (Griewank and Walther 2008,
 * section 3.2). Adjoints that are 0 because nothing has been added yet are not written at all.
 */
final class Adjoint {
  private final Function function;
  private final Dependence dependence;
  private final Lines lines;
  private final Recording recording;
  private final Names names;
  private final List<Term> seeds;
  private final Record record;
  private final Guard guard;
  private final CallPartials calls;
  private final Map<Variable, Variable> adjoints = new HashMap<>();
  private final Map<Variable, Variable> primals = new HashMap<>();
  private final Map<Statement, Variable> trips = new IdentityHashMap<>();

  private Adjoint(
      Function function, Dependence dependence, Names names, Callees callees, List<Term> seeds) {
    this.function = function;
    this.dependence = dependence;
    this.names = names;
    this.calls = new CallPartials(dependence, names, callees);
    this.seeds = seeds;
    this.lines = new Lines(dependence);
    this.recording = Recording.of(function, lines);
    this.record = new Record(names, dependence, function.origin());
    this.guard =
        Guard.where(Counters.positive(function)::contains)
            .with(calls::mayBeInfinite, callees::isFinite);
  }

  /**
   * The body of the adjoint as a function of {@code parameters}: it returns the partials of the
   * seeded sum of the results, in the order of {@code wrt}.
   */
  static Block body(
      Function normal,
      Dependence dependence,
      List<Variable> wrt,
      List<Term> seeds,
      List<Variable> parameters,
      Names names,
      Callees callees) {
    return new Adjoint(normal, dependence, names, callees, seeds).build(wrt, parameters);
  }

  private Block build(List<Variable> wrt, List<Variable> parameters) {
    wrt.forEach(this::adjoint);
    var out = new ArrayList<Statement>();
    var state = new AdjointState();
    tail(function.body(), state, out);
    var partials = new ArrayList<Expression>();
    for (var parameter : wrt) {
      var value = state.isAssigned(parameter) ? Term.of(adjoint(parameter)) : Term.ZERO;
      partials.add(Placement.at(function.origin().place(), value));
    }
    out.add(new Return(partials, function.origin().withoutComment()));
    return Cleaning.of(new Block(out), parameters, record);
  }

  /** A block that ends the function: forward, and at once back again. */
  private void tail(Block block, AdjointState state, List<Statement> out) {
    var statements = block.statements();
    int end = statements.size();
    boolean leaves = end > 0 && TailReturns.containsReturn(statements.getLast());
    int inner = leaves ? end - 1 : end;
    for (int i = 0; i < inner; i++) {
      forward(statements.get(i), 0, out);
    }
    if (leaves) {
      switch (statements.getLast()) {
        case Return(var values, var origin) -> {
          for (int i = 0; i < values.size(); i++) {
            seed(values.get(i), seeds.get(i), origin.withoutComment(), state, out);
          }
        }
        case If(var condition, var then, var otherwise, var origin) ->
            out.add(
                branch(
                    condition,
                    origin,
                    state,
                    (s, o) -> tail(then, s, o),
                    (s, o) -> tail(otherwise, s, o)));
        case Statement other -> throw new IllegalStateException("not in normal form: " + other);
      }
    }
    for (int i = inner - 1; i >= 0; i--) {
      reverse(statements.get(i), 0, state, out);
    }
  }

  private void seed(
      Expression value, Term seed, Origin origin, AdjointState state, List<Statement> out) {
    Partials.of(value, dependence::isVaried)
        .forEach((variable, partial) ->
            contribute(
                variable,
                seed.isOne() ? partial : product(seed, false, partial),
                origin,
                state,
                out));
  }

  // Forward.

  private void forward(Block block, int depth, List<Statement> out) {
    for (var statement : block.statements()) {
      if (Exits.isExit(statement)) {
        record.saveAtEnd(recording.recordedAtEnd(block), depth, out);
      }
      forward(statement, depth, out);
    }
    if (block.isEmpty() || !Exits.isExit(block.statements().getLast())) {
      record.saveAtEnd(recording.recordedAtEnd(block), depth, out);
    }
  }

  private void forward(Statement statement, int depth, List<Statement> out) {
    record.save(statement, recording.recorded(statement), depth, out);
    switch (statement) {
      case If(var condition, var then, var otherwise, var origin) ->
          out.add(new If(condition, copy(then, depth), copy(otherwise, depth), origin));
      case For(var i, var from, var to, var step, var checkpoints, var body, var origin) ->
          out.add(new For(i, from, to, step, checkpoints, copy(body, depth + 1), origin));
      case While(var condition, var body, var origin) ->
          out.add(new While(condition, copy(body, depth + 1), origin));
      case Statement other -> out.add(other);
    }
  }

  private Block copy(Block block, int depth) {
    var out = new ArrayList<Statement>();
    forward(block, depth, out);
    return new Block(out);
  }

  // Reverse.

  private void reverse(Block block, int depth, AdjointState state, List<Statement> out) {
    record.restoreFromEnd(recording.recordedAtEnd(block), depth, out);
    recording.recomputed(block).stream()
        .map(line -> assign(line.target().variable(), line.value(), line.origin().withoutComment()))
        .forEach(out::add);
    var statements = block.statements();
    for (int i = statements.size() - 1; i >= 0; i--) {
      if (!Exits.isExit(statements.get(i))) {
        reverse(statements.get(i), depth, state, out);
      }
    }
  }

  private void reverse(Statement statement, int depth, AdjointState state, List<Statement> out) {
    switch (statement) {
      case Assign line -> reverseLine(line, depth, state, out);
      case CallMany call -> reverseCall(call, depth, state, out);
      case If(var condition, var then, var otherwise, var origin) ->
          out.add(
              branch(
                  condition,
                  origin.withoutComment(),
                  state,
                  (s, o) -> reverse(then, depth, s, o),
                  (s, o) -> reverse(otherwise, depth, s, o)));
      case For loop ->
          reverseLoop(loop, loop.body(), body -> Reversal.of(loop, body), depth, state, out);
      case While loop -> {
        var counter = trips.computeIfAbsent(loop, _ -> Variable.number(names.fresh("iteration")));
        reverseLoop(loop, loop.body(), body -> Reversal.of(loop, counter, body), depth, state, out);
      }
      case Statement other -> throw new IllegalStateException("not in normal form: " + other);
    }
  }

  private void reverseLine(Assign line, int depth, AdjointState state, List<Statement> out) {
    var target = line.target().variable();
    var origin = line.origin().withoutComment();
    var restored = recording.recorded(line);
    boolean self = Walk.reads(line.value()).contains(target);
    if (self) {
      record.restore(line, restored, depth, out);
    }
    if (dependence.isVaried(target) && state.isAssigned(target)) {
      var contributions =
          lines.isVariedCall(line)
              ? calls.partials(line, (Call) line.value(), out)
              : lines.partials(line);
      propagate(target, contributions, origin, state, out);
    }
    if (!self) {
      record.restore(line, restored, depth, out);
    }
  }

  /**
   * Adds the target's adjoint times each partial, the target's own share last since the others read
   * its adjoint.
   */
  private void propagate(
      Variable target,
      Map<Variable, Term> partials,
      Origin origin,
      AdjointState state,
      List<Statement> out) {
    var adjoint = Term.of(adjoint(target));
    boolean isNonZero = state.isNonZero(target);
    partials.forEach((variable, partial) -> {
      if (!variable.equals(target)) {
        contribute(variable, product(adjoint, isNonZero, partial), origin, state, out);
      }
    });
    var own = partials.get(target);
    state.clear(target);
    if (own != null) {
      contribute(target, product(adjoint, isNonZero, own), origin, state, out);
    }
  }

  private Term product(Term adjoint, boolean isNonZero, Term partial) {
    return Products.of(adjoint, isNonZero, partial, guard);
  }

  private void contribute(
      Variable variable, Term share, Origin origin, AdjointState state, List<Statement> out) {
    var adjoint = adjoint(variable);
    if (share.expression() instanceof Read(var whole, _) && whole.equals(adjoint)) {
      state.set(variable, false); // its own share is all of it
    } else if (state.isAssigned(variable)) {
      out.add(assign(adjoint, accumulated(adjoint, share, origin), origin));
      state.set(variable, false);
    } else {
      boolean isNonZero = guard.isNonZero(share.expression(), v -> isAdjointOfNonZero(v, state));
      out.add(assign(adjoint, Placement.at(origin.place(), share), origin));
      state.set(variable, isNonZero);
    }
  }

  private static Expression accumulated(Variable adjoint, Term share, Origin origin) {
    var operation = share.isNegative() ? Operation.SUBTRACT : Operation.ADD;
    var amount = Placement.at(origin.place(), share.isNegative() ? share.negate() : share);
    return new Expression.Apply(
        operation, List.of(new Read(adjoint, origin.place()), amount), Kind.NUMBER, origin.place());
  }

  private boolean isAdjointOfNonZero(Variable variable, AdjointState state) {
    var primal = primals.get(variable);
    return primal != null && state.isNonZero(primal);
  }

  private void reverseCall(CallMany call, int depth, AdjointState state, List<Statement> out) {
    var targets = call.targets().stream().map(Target::variable).toList();
    record.restore(call, recording.recorded(call), depth, out);
    if (targets.stream().noneMatch(state::isAssigned)) {
      return;
    }
    var seeds =
        targets.stream().map(t -> state.isAssigned(t) ? Term.of(adjoint(t)) : Term.ZERO).toList();
    var shares = calls.pulledBack(call, seeds, out);
    targets.forEach(state::clear);
    shares.forEach((v, share) -> contribute(v, share, call.origin().withoutComment(), state, out));
  }

  // Branches and loops.

  @FunctionalInterface
  private interface Part {
    void write(AdjointState state, List<Statement> out);
  }

  /** Both branches from one state; what one of them gives a value, the other gives 0. */
  private If branch(
      Expression condition, Origin origin, AdjointState state, Part then, Part otherwise) {
    var thenState = state.copy();
    var thenLines = new ArrayList<Statement>();
    then.write(thenState, thenLines);
    var otherState = state.copy();
    var otherLines = new ArrayList<Statement>();
    otherwise.write(otherState, otherLines);
    state.join(thenState, otherState);
    zero(state.assigned(), thenState, origin, thenLines);
    zero(state.assigned(), otherState, origin, otherLines);
    return new If(condition, new Block(thenLines), new Block(otherLines), origin);
  }

  private void reverseLoop(
      Statement loop,
      Block forward,
      java.util.function.Function<Block, For> reversed,
      int depth,
      AdjointState state,
      List<Statement> out) {
    var origin = loop.origin().withoutComment();
    var entry = state.copy();
    Set<Variable> carried = new LinkedHashSet<>(entry.assigned());
    int before = -1;
    while (before != carried.size()) {
      before = carried.size();
      var trial = entry.copy();
      trial.enterLoop(carried);
      reverse(forward, depth + 1, trial, new ArrayList<>());
      carried.addAll(trial.assigned());
    }
    zero(carried, entry, origin, out);
    var inside = entry.copy();
    inside.enterLoop(carried);
    var body = new ArrayList<Statement>();
    reverse(forward, depth + 1, inside, body);
    zero(carried, inside, origin, body);
    out.add(reversed.apply(new Block(body)));
    state.enterLoop(carried);
  }

  /** A line {@code df_dv = 0} for every wanted adjoint that has no value yet. */
  private void zero(Set<Variable> wanted, AdjointState state, Origin origin, List<Statement> out) {
    for (var variable : wanted) {
      if (!state.isAssigned(variable)) {
        out.add(assign(adjoint(variable), Placement.at(origin.place(), Term.ZERO), origin));
      }
    }
  }

  private Variable adjoint(Variable variable) {
    return adjoints.computeIfAbsent(
        variable,
        v -> {
          var adjoint = Variable.number(names.fresh(Names.partial(function.name(), v.name())));
          primals.put(adjoint, v);
          return adjoint;
        });
  }
}
