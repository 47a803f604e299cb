package dev.costate.differentiation.checkpoint;

import static dev.costate.differentiation.code.Assignments.assign;

import dev.costate.differentiation.activity.Dependence;
import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.code.Calls;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.code.Shapes;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Break;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Return;
import dev.costate.program.Statement.While;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The derivative of a checkpointed loop: its steps are run again from checkpoints and reversed one
 * by one, the last first, by {@code f_backward(first, last, checkpoints, …)}.
 *
 * <p>That function sets a checkpoint ahead, at the distance of the binomial schedule ({@link
 * CheckpointDistance}), reverses what lies behind it with one checkpoint less by calling itself,
 * and goes on with what lies before it. So calls nest as deep as there are checkpoints, and each
 * holds one state of the loop. Reversing l steps with s checkpoints runs r l − β(s + 1, r − 1)
 * steps forward, β(s, r) = (s + r)!/(s! r!), where r is the smallest number with β(s, r) ≥ l
 * (Griewank and Walther 2000); each is run at most r times, and once more, with its record, when it
 * is reversed.
 */
public final class CheckpointedAdjoint {
  private final CheckpointedLoop loop;
  private final Dependence dependence;
  private final LoopCallees callees;
  private final Origin at;

  /** What has an adjoint: the states that vary, and then what varies of what is only read. */
  private final List<Variable> carried = new ArrayList<>();

  private CheckpointedAdjoint(CheckpointedLoop loop, Dependence dependence, LoopCallees callees) {
    this.loop = loop;
    this.dependence = dependence;
    this.callees = callees;
    this.at = loop.function().origin().withoutComment();
    loop.states().stream().filter(dependence::isVaried).forEach(carried::add);
    loop.inputs().stream().filter(dependence::isVaried).forEach(carried::add);
  }

  /**
   * The body of the derivative, which returns the partials of the seeded sum of the results, in the
   * order of {@code wrt}.
   *
   * @param accumulated the adjoints of arrays that are passed in, to be added to
   */
  public static Block body(
      CheckpointedLoop loop,
      List<Variable> wrt,
      List<Term> seeds,
      Map<Variable, Variable> accumulated,
      Naming names,
      LoopCallees callees) {
    var varied = callees.varied(loop.function(), wrt);
    var dependence = Dependence.of(loop.function(), varied, callees.flow());
    return new CheckpointedAdjoint(loop, dependence, callees).body(wrt, seeds, accumulated, names);
  }

  private Block body(
      List<Variable> wrt, List<Term> seeds, Map<Variable, Variable> accumulated, Naming names) {
    var function = loop.function();
    var out = new ArrayList<Statement>();
    var adjoints = new ArrayList<Variable>();
    var begun = new ArrayList<Expression>();
    for (var variable : carried) {
      var given = accumulated.get(variable);
      int state = loop.states().indexOf(variable);
      adjoints.add(given == null ? adjoint(variable, names) : given);
      begun.add(
          state >= 0
              ? Placement.at(at.place(), seeds.get(state))
              : given == null ? Shapes.zeroOf(variable, at) : new Read(given, at.place()));
    }
    var arguments = new ArrayList<Expression>();
    arguments.add(Placement.at(at.place(), Position.first(loop)));
    arguments.add(last(names, out));
    arguments.add(number(loop.checkpoints()));
    arguments.addAll(Calls.reads(primals(), at));
    arguments.addAll(begun);
    var backward = callees.backward(function, carried, this::backward);
    out.add(Calls.assigned(adjoints, backward.name(), arguments, at));
    var partials = new ArrayList<Expression>();
    for (var parameter : wrt) {
      int index = carried.indexOf(parameter);
      partials.add(
          index < 0 ? Shapes.zeroOf(parameter, at) : new Read(adjoints.get(index), at.place()));
    }
    out.add(new Return(partials, at));
    return new Block(out);
  }

  /** The last step: of a loop that may be left early, the one that running it finds. */
  private Expression last(Naming names, List<Statement> out) {
    var end = Placement.at(at.place(), Position.last(loop));
    if (loop.done().isEmpty()) {
      return end;
    }
    var found = Variable.number(names.fresh("last"));
    var before = Position.first(loop).minus(Term.ONE);
    out.add(assign(found, Placement.at(at.place(), before), at));
    var position = Position.variable(loop, names);
    var copies = copies(names, out);
    var body = new ArrayList<Statement>();
    body.add(assign(found, new Read(position, at.place()), at));
    body.add(step(position, copies));
    var done = Term.of(Objects.requireNonNull(copies.get(loop.done().orElseThrow())));
    var ends = Placement.at(at.place(), Term.compare(Operation.EQUAL, done, Term.ONE));
    body.add(new If(ends, Block.of(new Break(at)), Block.EMPTY, at));
    out.add(over(position, Position.first(loop), Position.last(loop), body));
    return new Read(found, at.place());
  }

  /** What a reverse step, and the steps forward to it, are passed of the loop's parameters. */
  private List<Variable> primals() {
    return loop.function().parameters().stream()
        .filter(p -> loop.arguments().contains(p) || Position.isRead(loop, p))
        .toList();
  }

  // The function that reverses some of the steps.

  private Function backward(String name) {
    var function = loop.function();
    var names = callees.locals(function);
    var first = Variable.number(names.fresh("first"));
    var last = Variable.number(names.fresh("last"));
    var checkpoints = Variable.number(names.fresh("checkpoints"));
    var adjoints = new LinkedHashMap<Variable, Variable>();
    carried.forEach(v -> adjoints.put(v, adjoint(v, names)));
    var parameters = new ArrayList<>(List.of(first, last, checkpoints));
    parameters.addAll(primals());
    parameters.addAll(adjoints.values());

    var ahead = Variable.number(names.fresh("ahead"));
    var position = Position.variable(loop, names);
    var body = new ArrayList<Statement>();
    var distance = distance(Term.of(first), Term.of(last), checkpoints);
    body.add(assign(ahead, Placement.at(at.place(), Term.of(first).plus(distance)), at));
    var copies = copies(names, body);
    var before = Term.of(ahead).minus(Term.ONE);
    body.add(over(position, Term.of(first), before, List.of(step(position, copies))));
    var arguments = new ArrayList<Expression>();
    arguments.add(new Read(ahead, at.place()));
    arguments.add(new Read(last, at.place()));
    arguments.add(Placement.at(at.place(), Term.of(checkpoints).minus(Term.ONE)));
    primals().forEach(p -> arguments.add(new Read(copies.getOrDefault(p, p), at.place())));
    arguments.addAll(Calls.reads(adjoints.values(), at));
    body.add(Calls.assigned(List.copyOf(adjoints.values()), name, arguments, at));
    body.add(assign(last, Placement.at(at.place(), before), at));

    var out = new ArrayList<Statement>();
    out.add(new While(compare(Operation.LESS, first, last), new Block(body), at));
    var reversed = reversedStep(first, adjoints, names);
    out.add(new If(compare(Operation.EQUAL, first, last), new Block(reversed), Block.EMPTY, at));
    out.add(new Return(Calls.reads(adjoints.values(), at), at));
    var results = carried.stream().map(Variable::kind).toList();
    return new Function(name, parameters, results, new Block(out), function.origin());
  }

  private Term distance(Term first, Term last, Variable checkpoints) {
    var steps = Placement.at(at.place(), last.minus(first).plus(Term.ONE));
    var arguments = List.of(steps, new Read(checkpoints, at.place()));
    return Term.of(new Call(callees.checkpointDistance(), arguments, Kind.NUMBER, at.place()));
  }

  /** The adjoint of one step, by the pullback of its function. */
  private List<Statement> reversedStep(
      Variable position, Map<Variable, Variable> adjoints, Naming names) {
    var out = new ArrayList<Statement>();
    var passed = passed(position, Map.of());
    var active = callees.activeArguments(loop.step(), passed, loop.states().size(), dependence);
    var reached = new ArrayList<Variable>();
    if (!active.isEmpty()) {
      var part = callees.pullback(loop.step(), active);
      var arguments = new ArrayList<>(passed);
      for (var state : loop.states()) {
        arguments.add(seed(state, adjoints));
      }
      var targets = new ArrayList<Variable>();
      var after = new ArrayList<Statement>();
      for (int index : part.positions()) {
        var variable = loop.arguments().get(index - 1);
        var adjoint = adjoints.getOrDefault(variable, variable);
        boolean isState = loop.states().contains(variable);
        boolean isAdded = part.accumulated().contains(index);
        if (isAdded) {
          arguments.add(isState ? Shapes.zeroOf(variable, at) : new Read(adjoint, at.place()));
        }
        reached.add(variable);
        if (isState || isAdded) {
          targets.add(adjoint);
        } else {
          var name = Naming.partial(loop.step(), callees.parameter(loop.step(), index).name());
          var share = new Variable(names.fresh(name), variable.kind());
          targets.add(share);
          after.add(added(adjoint, share));
        }
      }
      out.add(Calls.assigned(targets, part.function(), arguments, at));
      out.addAll(after);
    }
    adjoints.forEach((variable, adjoint) -> {
      if (loop.states().contains(variable) && !reached.contains(variable)) {
        out.add(assign(adjoint, Shapes.zeroOf(variable, at), at)); // overwritten unread
      }
    });
    return out;
  }

  private Expression seed(Variable state, Map<Variable, Variable> adjoints) {
    var adjoint = adjoints.get(state);
    if (adjoint != null) {
      return new Read(adjoint, at.place());
    }
    return state.kind().isArray() ? Shapes.empty(state.kind(), at.place()) : number(0);
  }

  private Statement added(Variable adjoint, Variable share) {
    var sum =
        new Expression.Apply(
            Operation.ADD, Calls.reads(List.of(adjoint, share), at), adjoint.kind(), at.place());
    return assign(adjoint, sum, at);
  }

  // Steps forward.

  /** Variables for the states of a part of the loop that is run again, which begin here. */
  private Map<Variable, Variable> copies(Naming names, List<Statement> out) {
    var copies = new HashMap<Variable, Variable>();
    for (var state : loop.states()) {
      var copy = new Variable(names.fresh(state.name() + "_ahead"), state.kind());
      copies.put(state, copy);
      out.add(assign(copy, new Read(state, at.place()), at));
    }
    return copies;
  }

  private Statement step(Variable position, Map<Variable, Variable> copies) {
    var targets = loop.states().stream().map(s -> copies.getOrDefault(s, s)).toList();
    return Calls.assigned(targets, loop.step(), passed(position, copies), at);
  }

  private List<Expression> passed(Variable position, Map<Variable, Variable> copies) {
    var arguments = new ArrayList<Expression>();
    arguments.add(Placement.at(at.place(), Position.counter(loop, Term.of(position))));
    loop.arguments().forEach(v -> arguments.add(new Read(copies.getOrDefault(v, v), at.place())));
    return arguments;
  }

  private For over(Variable position, Term first, Term last, List<Statement> body) {
    return new For(
        position,
        Placement.at(at.place(), first),
        Placement.at(at.place(), last),
        number(1),
        OptionalInt.empty(),
        new Block(body),
        at);
  }

  private Variable adjoint(Variable variable, Naming names) {
    var name = Naming.partial(loop.function().name(), variable.name());
    return new Variable(names.fresh(name), variable.kind());
  }

  private Expression compare(Operation operation, Variable left, Variable right) {
    return Placement.at(at.place(), Term.compare(operation, Term.of(left), Term.of(right)));
  }

  private Expression number(int value) {
    return Placement.at(at.place(), Term.number(value));
  }

  /**
   * The positions that steps have: those of the counter itself where it goes up by one, otherwise
   * numbers from 0.
   */
  private static final class Position {
    private Position() {}

    private static boolean isCounter(CheckpointedLoop loop) {
      return Term.of(loop.loop().step()).isOne();
    }

    /** The counter of a loop over steps, which nothing else has in a generated function. */
    static Variable variable(CheckpointedLoop loop, Naming names) {
      return isCounter(loop) ? loop.loop().counter() : Variable.number(names.fresh("step"));
    }

    static Term first(CheckpointedLoop loop) {
      return isCounter(loop) ? Term.of(loop.loop().from()) : Term.ZERO;
    }

    static Term last(CheckpointedLoop loop) {
      var to = Term.of(loop.loop().to());
      if (isCounter(loop)) {
        return to;
      }
      var span = to.minus(Term.of(loop.loop().from()));
      var step = Term.of(loop.loop().step());
      return step.negate().isOne() ? span.negate() : span.over(step).apply(Operation.FLOOR);
    }

    static Term counter(CheckpointedLoop loop, Term position) {
      return isCounter(loop)
          ? position
          : Term.of(loop.loop().from()).plus(position.times(Term.of(loop.loop().step())));
    }

    /** Whether the counter is computed from a parameter. */
    static boolean isRead(CheckpointedLoop loop, Variable parameter) {
      return !isCounter(loop)
          && List.of(loop.loop().from(), loop.loop().step()).stream()
              .anyMatch(e -> e instanceof Read(var v, _) && v.equals(parameter));
    }
  }
}
