package dev.costate.differentiation.checkpoint;

import static dev.costate.differentiation.code.Assignments.assign;

import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.code.Calls;
import dev.costate.differentiation.code.FirstValues;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.normal.Exits;
import dev.costate.differentiation.normal.Unfolding;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts each checkpointed loop of a function into a function of its own, which is nothing but that
 * loop ({@link CheckpointedLoop}), and each of its iterations into another: so the loop becomes a
 * line that calls a function, and the derivative of the loop that function's derivative.
 */
final class Outlining {
  /** Adds a function to the program under a name like its own, and says under which. */
  @FunctionalInterface
  interface Adding {
    String add(Function function);
  }

  private final Function function;
  private final Naming names;
  private final Liveness liveness;
  private final Adding adding;
  private final Set<Variable> allStates = new HashSet<>();

  private Outlining(Function function, Naming names, Adding adding) {
    this.function = function;
    this.names = names;
    this.liveness = Liveness.of(function);
    this.adding = adding;
  }

  static boolean isWanted(Function function) {
    return Walk.statements(function.body()).stream()
            .anyMatch(s -> s instanceof For loop && loop.checkpoints().isPresent())
        && CheckpointedLoop.find(function).isEmpty();
  }

  /** The function with calls in place of its checkpointed loops. */
  static Function of(Function function, Naming names, Adding adding) {
    var single = Exits.ofCheckpointed(Unfolding.of(function, names), names);
    var outlining = new Outlining(single, names, adding);
    var body = outlining.block(single.body().statements());
    return single.withBody(outlining.withFirstValues(new Block(body)));
  }

  /** A result that leaves from within a loop has no value before the loop. */
  private Block withFirstValues(Block body) {
    var at = function.origin().withoutComment();
    var out = new ArrayList<Statement>();
    FirstValues.unassigned(body, function.parameters()).stream()
        .filter(allStates::contains)
        .forEach(v -> out.add(FirstValues.of(v, at)));
    out.addAll(body.statements());
    return new Block(out);
  }

  private List<Statement> block(List<Statement> statements) {
    var out = new ArrayList<Statement>();
    for (var statement : statements) {
      switch (statement) {
        case For loop when loop.checkpoints().isPresent() -> new Loop(loop).write(out);
        case For(var i, var from, var to, var step, var checkpoints, var body, var origin) ->
            out.add(new For(i, from, to, step, checkpoints, block(body), origin));
        case If(var condition, var then, var otherwise, var origin) ->
            out.add(new If(condition, block(then), block(otherwise), origin));
        case While(var condition, var body, var origin) ->
            out.add(new While(condition, block(body), origin));
        case Statement other -> out.add(other);
      }
    }
    return out;
  }

  private Block block(Block block) {
    return new Block(block(block.statements()));
  }

  private final class Loop {
    private final For loop;
    private final Origin at;
    private final List<Variable> states = new ArrayList<>();
    private final Set<Variable> inputs = new LinkedHashSet<>();

    /** The numbers that are passed for conditions, which no parameter can be. */
    private final Map<Variable, Variable> flags = new LinkedHashMap<>();

    Loop(For loop) {
      this.loop = loop;
      this.at = loop.origin().withoutComment();
      var written = Walk.writes(loop.body());
      written.stream().filter(v -> liveness.isLiveAtHead(loop, v)).forEach(states::add);
      Walk.statements(loop.body())
          .forEach(s -> Walk.expressions(s).forEach(e -> inputs.addAll(Walk.reads(e))));
      inputs.removeAll(written);
      inputs.remove(loop.counter());
      allStates.addAll(states);
    }

    void write(List<Statement> out) {
      if (states.isEmpty()) {
        return; // an iteration leaves nothing to the next one, and the loop nothing at all
      }
      var exit = exit();
      var lines = loop.body().statements();
      // what remembers the last value of the counter does not leave the loop
      var kept = exit.isEmpty() ? lines : lines.subList(1, lines.size() - 1);
      var step = adding.add(step(block(kept)));

      var parameters = new ArrayList<>(passed(states));
      parameters.addAll(passed(inputs));
      var arguments = new ArrayList<>(values(states));
      arguments.addAll(values(inputs));
      var from = bound(loop.from(), "_first", parameters, arguments);
      var to = bound(loop.to(), "_last", parameters, arguments);
      var by = bound(loop.step(), "_step", parameters, arguments);

      var stepArguments = new ArrayList<Variable>(List.of(loop.counter()));
      stepArguments.addAll(passed(states));
      stepArguments.addAll(passed(inputs));
      var body = new ArrayList<Statement>();
      body.add(Calls.assigned(passed(states), step, Calls.reads(stepArguments, at), at));
      exit.forEach(
          done -> body.add(new If(isSet(passed(done)), Block.of(new Break(at)), Block.EMPTY, at)));
      var over = new For(loop.counter(), from, to, by, loop.checkpoints(), new Block(body), at);
      var results = new Return(Calls.reads(passed(states), at), at);
      var name = Naming.steps(function.name());
      var all = new Function(name, parameters, kinds(), Block.of(over, results), at);
      out.add(Calls.assigned(passed(states), adding.add(all), arguments, loop.origin()));
      states.stream().filter(flags::containsKey).forEach(v -> out.add(unpacked(v)));
    }

    /** The condition that ends the loop, if it may be left early. */
    private List<Variable> exit() {
      return Exits.last(loop).isPresent()
              && loop.body().statements().getLast() instanceof If(Read(var done, _), _, _, _)
          ? List.of(done)
          : List.of();
    }

    private Function step(List<Statement> lines) {
      var parameters = new ArrayList<Variable>(List.of(loop.counter()));
      parameters.addAll(passed(states));
      parameters.addAll(passed(inputs));
      var body = new ArrayList<Statement>();
      flags.keySet().forEach(v -> body.add(unpacked(v)));
      body.addAll(lines);
      body.add(new Return(values(states), at));
      return new Function(Naming.step(function.name()), parameters, kinds(), new Block(body), at);
    }

    private List<Kind> kinds() {
      return passed(states).stream().map(Variable::kind).toList();
    }

    private List<Variable> passed(Iterable<Variable> variables) {
      var passed = new ArrayList<Variable>();
      variables.forEach(v -> passed.add(passed(v)));
      return passed;
    }

    private Variable passed(Variable variable) {
      return variable.kind() == Kind.TRUTH
          ? flags.computeIfAbsent(variable, v -> Variable.number(names.fresh(v.name() + "_flag")))
          : variable;
    }

    private List<Expression> values(Iterable<Variable> variables) {
      var values = new ArrayList<Expression>();
      for (var variable : variables) {
        var read = new Read(variable, at.place());
        values.add(
            variable.kind() == Kind.TRUTH
                ? Placement.at(at.place(), Term.when(read, Term.ONE, Term.ZERO))
                : read);
      }
      return values;
    }

    private Assign unpacked(Variable variable) {
      return assign(variable, isSet(passed(variable)), at);
    }

    private Expression isSet(Variable flag) {
      return Placement.at(at.place(), Term.compare(Operation.EQUAL, Term.of(flag), Term.ONE));
    }

    /** A bound that no step changes, passed in where it is not a number written out. */
    private Expression bound(
        Expression bound, String name, List<Variable> parameters, List<Expression> arguments) {
      if (bound instanceof Literal || Term.of(bound).isNumber()) {
        return bound;
      }
      if (bound instanceof Read(var variable, _) && !states.contains(variable)) {
        if (!parameters.contains(variable)) {
          parameters.add(variable);
          arguments.add(bound);
        }
        return bound;
      }
      var passed = Variable.number(names.fresh(loop.counter().name() + name));
      parameters.add(passed);
      arguments.add(bound);
      return new Read(passed, bound.place());
    }
  }
}
