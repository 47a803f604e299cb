package dev.costate.differentiation;

import dev.costate.differentiation.algebra.Guard;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The form that the adjoint works on: results leave at the ends of branches only, one target per
 * assignment, each line simple enough for one factor per variable ({@link Splitting}), and loop
 * bounds and conditions that still have their value when the code is run backwards.
 */
final class NormalForm {
  private final Names names;
  private final Splitting splitting;
  private final Set<Variable> written;

  private NormalForm(Function function, Dependence dependence, Names names) {
    this.names = names;
    this.splitting =
        new Splitting(dependence, names, Guard.where(Counters.positive(function)::contains));
    this.written = new HashSet<>();
    Walk.statements(function.body()).stream()
        .filter(s -> !(s instanceof For))
        .forEach(s -> written.addAll(Walk.writes(s)));
  }

  static Function of(Function function, Dependence dependence, Names names) {
    var form = new NormalForm(function, dependence, names);
    var exits = TailReturns.of(function.body());
    return function.withBody(form.block(exits));
  }

  private Block block(Block block) {
    var out = new ArrayList<Statement>();
    block.statements().forEach(statement -> add(statement, out));
    return new Block(out);
  }

  private void add(Statement statement, List<Statement> out) {
    switch (statement) {
      case Assign(Target.Whole(var variable), var value, var origin) -> {
        var simple = splitting.split(value, variable.name(), origin, out);
        out.add(new Assign(new Target.Whole(variable), simple, origin));
      }
      case AssignMany many -> sequence(many, out);
      case CallMany(var targets, var callee, var arguments, var origin) -> {
        var base = targets.getFirst().variable().name();
        var simple = splitting.arguments(arguments, base, origin, out);
        out.add(new CallMany(targets, callee, simple, origin));
      }
      case Return(var values, var origin) -> {
        var simple =
            values.stream().map(v -> splitting.splitAll(v, "result", origin, out)).toList();
        out.add(new Return(simple, origin));
      }
      case If(var condition, var then, var otherwise, var origin) when !Exits.isExit(statement) ->
          out.add(
              new If(
                  kept(condition, then, otherwise, origin, out),
                  block(then),
                  block(otherwise),
                  origin));
      case For(var counter, var from, var to, var step, var checkpoints, var body, var origin) ->
          out.add(
              new For(
                  counter,
                  bound(from, counter + "_first", origin, out),
                  bound(to, counter + "_last", origin, out),
                  bound(step, counter + "_step", origin, out),
                  checkpoints,
                  block(body),
                  origin));
      case While(var condition, var body, var origin) ->
          out.add(new While(condition, block(body), origin));
      case If _, Break _ -> out.add(statement); // the exit of a loop
      case Assign _, Push _, Pop _, ForEach _, Continue _, GradientMany _ ->
          throw new IllegalStateException("refused or removed before: " + statement);
    }
  }

  /**
   * One assignment after another, through temporaries where a later value still reads what an
   * earlier one writes.
   */
  private void sequence(AssignMany many, List<Statement> out) {
    var values = new ArrayList<>(many.values());
    for (int i = 0; i < values.size(); i++) {
      var target = many.targets().get(i).variable();
      var rest = values.subList(i + 1, values.size());
      if (rest.stream().anyMatch(v -> Walk.reads(v).contains(target))) {
        var held = new Variable(names.fresh(target.name() + "_1"), target.kind());
        splitting.inherits(held, new Read(target, many.origin().place()));
        add(assign(held, new Read(target, many.origin().place()), many.origin()), out);
        rest.replaceAll(v -> replaced(v, target, held));
      }
      add(new Assign(many.targets().get(i), values.get(i), many.origin()), out);
    }
  }

  private static Expression replaced(Expression expression, Variable from, Variable to) {
    return Walk.rewrite(
        expression,
        e -> e instanceof Read(var v, var place) && v.equals(from) ? new Read(to, place) : e);
  }

  /** A condition that can be evaluated again after the branch, or a variable that remembers it. */
  private Expression kept(
      Expression condition, Block then, Block otherwise, Origin origin, List<Statement> out) {
    boolean stays =
        !Guard.hasCall(condition)
            && Walk.reads(condition).stream()
                .noneMatch(
                    v -> Walk.writes(then).contains(v) || Walk.writes(otherwise).contains(v));
    if (stays) {
      return condition;
    }
    return held(new Variable(names.fresh("taken"), condition.kind()), condition, origin, out);
  }

  /**
   * A loop bound that is the same when the loop is run backwards, or a variable that remembers it.
   */
  private Expression bound(Expression bound, String name, Origin origin, List<Statement> out) {
    boolean stable =
        !Guard.hasCall(bound) && Walk.reads(bound).stream().noneMatch(written::contains);
    if (stable && (isSimple(bound) || Walk.size(bound) <= 3)) {
      return bound;
    }
    return held(new Variable(names.fresh(name), bound.kind()), bound, origin, out);
  }

  private static boolean isSimple(Expression e) {
    return e instanceof Literal || e instanceof Read || e instanceof Constant;
  }

  private static Expression held(
      Variable variable, Expression value, Origin origin, List<Statement> out) {
    out.add(assign(variable, value, origin.withoutComment()));
    return new Read(variable, origin.place());
  }

  static Assign assign(Variable variable, Expression value, Origin origin) {
    return new Assign(new Target.Whole(variable), value, origin);
  }
}
