package dev.costate.differentiation.adjoint;

import dev.costate.differentiation.activity.Analyses.Analysis;
import dev.costate.differentiation.activity.Counters;
import dev.costate.differentiation.activity.Dependence;
import dev.costate.differentiation.algebra.Guard;
import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.code.Shapes;
import dev.costate.differentiation.code.Slot;
import dev.costate.differentiation.line.Callees;
import dev.costate.differentiation.line.ChainRule;
import dev.costate.differentiation.normal.Exits;
import dev.costate.differentiation.record.Lines;
import dev.costate.differentiation.record.Record;
import dev.costate.differentiation.record.Recording;
import dev.costate.differentiation.record.Steps;
import dev.costate.differentiation.sets.SharingSet;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

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
  private final Naming names;
  private final Record record;
  private final Adjoints adjoints;
  private final ArrayLines arrays;
  private final CallPartials calls;
  private final Map<Statement, Variable> temporaries = new IdentityHashMap<>();

  /** What the iterations of a loop hand on, by what has an adjoint behind the loop. */
  private final Map<Statement, Map<SharingSet<Variable>, SharingSet<Variable>>> carried =
      new IdentityHashMap<>();

  /** Whether lines are written only to see which adjoints they give a value. */
  private boolean isTrial;

  Adjoint(
      Function function,
      Dependence dependence,
      Recording recording,
      Naming names,
      Callees callees) {
    this.function = function;
    this.dependence = dependence;
    this.names = names;
    this.lines = recording.lines();
    this.recording = recording;
    this.record = new Record(names, dependence, function);
    this.calls = new CallPartials(dependence, names, callees);
    var guard =
        callees.analyses().use(Analysis.FINITENESS)
            ? Guard.where(Counters.positive(function)::contains)
                .with(calls::mayBeInfinite, callees::isFinite)
            : Guard.where(_ -> false).with(_ -> true, _ -> false);
    this.adjoints = new Adjoints(function.name(), names, guard);
    this.arrays = new ArrayLines(lines, adjoints, names);
  }

  Adjoints adjoints() {
    return adjoints;
  }

  Record record() {
    return record;
  }

  /** The state before anything is reversed, with the adjoints of arrays that are passed in. */
  AdjointState begin(Map<Variable, Variable> accumulated, List<Variable> wrt) {
    var state = new AdjointState();
    accumulated.forEach((variable, adjoint) -> {
      adjoints.begin(variable, adjoint);
      state.set(variable, false);
    });
    wrt.forEach(adjoints::of);
    return state;
  }

  /** The adjoints of the parameters, when everything has been reversed. */
  List<Expression> partials(List<Variable> wrt, AdjointState state) {
    var origin = function.origin().withoutComment();
    return wrt.stream()
        .map(parameter ->
            state.isAssigned(parameter)
                ? new Read(adjoints.of(parameter), origin.place())
                : Shapes.zeroOf(parameter, origin))
        .toList();
  }

  /** What a returned value gives, with the adjoint of the result. */
  void seed(Return statement, List<Term> seeds, AdjointState state, List<Statement> out) {
    var origin = statement.origin().withoutComment();
    for (int i = 0; i < seeds.size(); i++) {
      seed(statement.values().get(i), seeds.get(i), origin, state, out);
    }
  }

  private void seed(
      Expression value, Term seed, Origin origin, AdjointState state, List<Statement> out) {
    if (value.kind().isArray()) {
      if (dependence.isVaried(value)) {
        var share = Placement.at(origin.place(), seed);
        adjoints.contribute(((Read) value).variable(), share, false, origin, state, out);
      }
      return;
    }
    ChainRule.bySlot(value, dependence::isVaried)
        .forEach((slot, partial) -> {
          var share = seed.isOne() ? partial : adjoints.product(seed, false, partial);
          adjoints.contribute(slot, share, origin, state, out);
        });
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

  void forward(Statement statement, int depth, List<Statement> out) {
    if (calls.isSplit(statement)) {
      // what the callee records lies below what its line overwrites
      var call = calls.recorded(statement, record.stacks());
      record.saveAround(statement, recording.recorded(statement), call, out);
      return;
    }
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
    recording.recomputed(block).stream().map(Adjoint::again).forEach(out::add);
    var statements = block.statements();
    for (int i = statements.size() - 1; i >= 0; i--) {
      if (!Exits.isExit(statements.get(i))) {
        reverse(statements.get(i), depth, state, out);
      }
    }
  }

  private static Statement again(Statement statement) {
    return statement instanceof Assign(var target, var value, var origin)
        ? new Assign(target, value, origin.withoutComment())
        : statement;
  }

  void reverse(Statement statement, int depth, AdjointState state, List<Statement> out) {
    switch (statement) {
      case Assign line -> reverseLine(line, depth, state, out);
      case CallMany call -> reverseCall(call, depth, state, out);
      case Push push -> reversePush(push, state, out);
      case Pop pop -> reversePop(pop, depth, state, out);
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
        var counter = temporary(loop, "iteration", Kind.NUMBER);
        reverseLoop(loop, loop.body(), body -> Reversal.of(loop, counter, body), depth, state, out);
      }
      case Statement other -> throw new IllegalStateException("not in normal form: " + other);
    }
  }

  private Variable temporary(Statement statement, String name, Kind kind) {
    return temporaries.computeIfAbsent(statement, _ -> new Variable(names.fresh(name), kind));
  }

  private void reverseLine(Assign line, int depth, AdjointState state, List<Statement> out) {
    var target = Slot.of(line.target());
    var origin = line.origin().withoutComment();
    if (calls.hasArrays(line) || calls.isSplit(line)) {
      reverseCall(line, List.of(line.target()), (Call) line.value(), depth, state, out);
      return;
    }
    if (recording.isUndone(line)) {
      out.add(Steps.undone(line));
      return;
    }
    var restored = recording.recorded(line);
    boolean self = Lines.readsOwnTarget(line);
    if (self) {
      record.restore(line, restored, depth, out);
    }
    if (dependence.isVaried(target.variable()) && state.isAssigned(target.variable())) {
      if (target.kind().isArray()) {
        arrays.reverse(line, state, out);
      } else if (lines.isReduction(line)) {
        arrays.reverseReduction(line, state, out);
      } else if (lines.isChoice(line)) {
        reverseChoice(line, (Conditional) line.value(), state, out);
      } else {
        var contributions =
            lines.isVariedCall(line)
                ? calls.partials(line, (Call) line.value(), out)
                : lines.partials(line);
        adjoints.propagate(target, contributions, origin, state, out);
      }
    }
    if (!self) {
      record.restore(line, restored, depth, out);
    }
  }

  private void reverseChoice(
      Assign line, Conditional choice, AdjointState state, List<Statement> out) {
    var target = Slot.of(line.target());
    var origin = line.origin().withoutComment();
    var then = lines.partials(line, choice.then());
    var otherwise = lines.partials(line, choice.otherwise());
    out.add(
        branch(
            choice.condition(),
            origin,
            state,
            (s, o) -> adjoints.propagate(target, then, origin, s, o),
            (s, o) -> adjoints.propagate(target, otherwise, origin, s, o)));
  }

  private void reverseCall(CallMany call, int depth, AdjointState state, List<Statement> out) {
    var as = new Call(call.function(), call.arguments(), Kind.NUMBER, call.origin().place());
    reverseCall(call, call.targets(), as, depth, state, out);
  }

  private void reverseCall(
      Statement line,
      List<Target> lineTargets,
      Call call,
      int depth,
      AdjointState state,
      List<Statement> out) {
    var origin = line.origin().withoutComment();
    var targets = lineTargets.stream().map(Target::variable).toList();
    // what a split callee has recorded must be taken off the record in any case
    boolean isSplit = calls.isSplit(line);
    boolean varies = isSplit || targets.stream().anyMatch(state::isAssigned);
    if (varies) {
      // the seed of an array has the shape of the result, which the restoring may take away
      targets.stream()
          .filter(t -> t.kind().isArray())
          .forEach(t -> adjoints.allocate(t, origin, state, out));
    }
    record.restore(line, recording.recorded(line), depth, out);
    if (!varies) {
      return;
    }
    var results =
        targets.stream()
            .map(t -> state.isAssigned(t) ? Term.of(adjoints.of(t)) : Term.ZERO)
            .toList();
    var threaded = isSplit ? record.stacks() : List.<Variable>of();
    var partials = calls.pulledBack(line, call, results, targets, threaded, adjoints, state, out);
    partials.forEach(share -> {
      var variable = share.getKey();
      var held = share.getValue();
      if (variable.kind().isArray()) {
        var whole = new Read(held, origin.place());
        adjoints.contribute(variable, whole, false, origin, state, out);
      } else {
        adjoints.contribute(Slot.of(variable), Term.of(held), origin, state, out);
      }
    });
  }

  /** The last element leaves the array, and its adjoint the adjoint. */
  private void reversePush(Push push, AdjointState state, List<Statement> out) {
    var array = push.array();
    var origin = push.origin().withoutComment();
    var last = temporary(push, array.name() + "_last", Kind.NUMBER);
    if (recording.isUndone(push)) {
      out.add(new Pop(new Target.Whole(last), array, origin));
    }
    if (dependence.isVaried(array) && state.isAssigned(array)) {
      var adjoint = adjoints.of(last);
      out.add(new Pop(new Target.Whole(adjoint), adjoints.of(array), origin));
      lines
          .partials(push)
          .forEach((slot, partial) -> {
            var share = adjoints.product(Term.of(adjoint), false, partial);
            adjoints.contribute(slot, share, origin, state, out);
          });
    }
  }

  /** What left the array comes back, and its adjoint too. */
  private void reversePop(Pop pop, int depth, AdjointState state, List<Statement> out) {
    var array = pop.array();
    var target = pop.target().variable();
    var origin = pop.origin().withoutComment();
    if (dependence.isVaried(array)) {
      if (state.isAssigned(target)) {
        adjoints.allocate(array, origin, state, out);
        out.add(
            new Push(adjoints.of(array), new Read(adjoints.of(target), origin.place()), origin));
        state.clear(target);
      } else if (state.isAssigned(array)) {
        out.add(new Push(adjoints.of(array), Placement.at(origin.place(), Term.ZERO), origin));
      }
    } else {
      state.clear(target);
    }
    if (recording.isUndone(pop)) {
      out.add(new Push(array, new Read(target, origin.place()), origin));
    }
    record.restore(pop, recording.recorded(pop), depth, out);
  }

  // Branches and loops.

  @FunctionalInterface
  interface Part {
    void write(AdjointState state, List<Statement> out);
  }

  /** Both branches from one state; what one of them gives a value, the other gives 0. */
  If branch(Expression condition, Origin origin, AdjointState state, Part then, Part otherwise) {
    var thenState = state.copy();
    var thenLines = new ArrayList<Statement>();
    then.write(thenState, thenLines);
    var otherState = state.copy();
    var otherLines = new ArrayList<Statement>();
    otherwise.write(otherState, otherLines);
    state.join(thenState, otherState);
    adjoints.zero(thenState.unassigned(state.assigned()), origin, thenLines);
    adjoints.zero(otherState.unassigned(state.assigned()), origin, otherLines);
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
    var carried = carried(loop, forward, depth, entry);
    if (isTrial) {
      state.enterLoop(carried);
      return;
    }
    adjoints.zero(entry.unassigned(carried), origin, out);
    var inside = entry.copy();
    inside.enterLoop(carried);
    var body = new ArrayList<Statement>();
    reverse(forward, depth + 1, inside, body);
    adjoints.zero(inside.unassigned(carried), origin, body);
    out.add(reversed.apply(new Block(body)));
    state.enterLoop(carried);
  }

  /**
   * The variables whose adjoints the iterations of a loop hand on: found by trials, each once, so
   * that nested loops take no more time than they are long.
   */
  private SharingSet<Variable> carried(
      Statement loop, Block forward, int depth, AdjointState entry) {
    var ofLoop = carried.computeIfAbsent(loop, _ -> new HashMap<>());
    var known = ofLoop.get(entry.assigned());
    if (known != null) {
      return known;
    }
    boolean isOuterTrial = isTrial;
    isTrial = true;
    var found = entry.assigned();
    int before = -1;
    while (before != found.size()) {
      before = found.size();
      var trial = entry.copy();
      trial.enterLoop(found);
      reverse(forward, depth + 1, trial, new ArrayList<>());
      found.addAll(trial.assigned());
    }
    isTrial = isOuterTrial;
    ofLoop.put(entry.assigned(), found);
    return found;
  }
}
