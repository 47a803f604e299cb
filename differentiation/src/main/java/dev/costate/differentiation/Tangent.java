package dev.costate.differentiation;

import static dev.costate.differentiation.NormalForm.assign;

import dev.costate.differentiation.algebra.Guard;
import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tangent of one function: beside each line that varies, the line of its directional derivative
 * (Griewank and Walther 2008, section 3.1). Control flow stays as it is.
 */
final class Tangent {
  private final Dependence dependence;
  private final Names names;
  private final Callees callees;
  private final Splitting splitting;
  private final Guard guard;
  private final Map<Variable, Variable> dots = new HashMap<>();

  private Tangent(Function of, Dependence dependence, Names names, Callees callees) {
    this.dependence = dependence;
    this.names = names;
    this.callees = callees;
    this.guard = Guard.where(Counters.positive(of)::contains);
    this.splitting = new Splitting(dependence, names, guard);
  }

  static Function of(
      Function of,
      String name,
      List<Variable> wrt,
      Dependence dependence,
      Names names,
      Callees callees) {
    var tangent = new Tangent(of, dependence, names, callees);
    var parameters = new ArrayList<>(of.parameters());
    wrt.stream().map(tangent::dot).forEach(parameters::add);
    var body = new ArrayList<Statement>();
    for (var parameter : of.parameters()) {
      if (dependence.isVaried(parameter) && !wrt.contains(parameter)) {
        body.add(assign(tangent.dot(parameter), zero(of.origin()), of.origin().withoutComment()));
      }
    }
    body.addAll(tangent.block(of.body()).statements());
    return new Function(name, parameters, of.results(), new Block(body), of.origin());
  }

  private Block block(Block block) {
    var out = new ArrayList<Statement>();
    block.statements().forEach(s -> step(s, out));
    return new Block(out);
  }

  private void step(Statement statement, List<Statement> out) {
    var origin = statement.origin();
    var silent = origin.withoutComment();
    switch (statement) {
      case Assign(var target, var value, _) -> line(target, value, origin, out);
      case AssignMany(var targets, var values, _) -> many(targets, values, origin, out);
      case CallMany(var targets, var callee, var arguments, _) -> {
        var simple = arguments(arguments, targets.getFirst().variable().name(), silent, out);
        if (targets.stream().anyMatch(t -> dependence.isVaried(t.variable()))) {
          var tangents = new ArrayList<Target>();
          targets.forEach(t -> tangents.add(new Target.Whole(dot(t.variable()))));
          out.add(
              new CallMany(
                  tangents, callees.tangent(callee).function(), withDots(callee, simple), silent));
        }
        out.add(new CallMany(targets, callee, simple, origin));
      }
      case Push(var array, var value, _) -> {
        var simple = part(value, array.name(), silent, out);
        if (dependence.isVaried(array)) {
          out.add(new Push(dot(array), derivative(simple, silent), silent));
        }
        out.add(new Push(array, simple, origin));
      }
      case Pop(var target, var array, _) -> {
        if (dependence.isVaried(array)) {
          out.add(new Pop(new Target.Whole(dot(target.variable())), dot(array), silent));
        } else if (dependence.isVaried(target.variable())) {
          out.add(assign(dot(target.variable()), zero(silent), silent));
        }
        out.add(new Pop(target, array, origin));
      }
      case If(var condition, var then, var otherwise, _) ->
          out.add(new If(condition, block(then), block(otherwise), origin));
      case For(var counter, var from, var to, var by, var checkpoints, var body, _) ->
          out.add(new For(counter, from, to, by, checkpoints, block(body), origin));
      case ForEach(var element, var array, var body, _) ->
          out.add(new ForEach(element, array, block(body), origin));
      case While(var condition, var body, _) -> out.add(new While(condition, block(body), origin));
      case Break _, Continue _ -> out.add(statement);
      case Return(var values, _) -> {
        var tangents = new ArrayList<Expression>();
        for (var value : values) {
          tangents.add(derivative(part(value, "result", silent, out), silent));
        }
        out.add(new Return(tangents, origin));
      }
      case GradientMany _ -> throw new IllegalStateException("refused before: " + statement);
    }
  }

  /**
   * The tangent first where the line reads what it overwrites, else after it, so that it may read
   * the result.
   */
  private void line(Target target, Expression value, Origin origin, List<Statement> out) {
    var variable = target.variable();
    var silent = origin.withoutComment();
    if (!dependence.isVaried(variable)) {
      out.add(new Assign(target, value, origin));
      return;
    }
    var before = new ArrayList<Statement>();
    var simple = splitting.split(value, variable.name(), silent, before);
    before.forEach(s -> step(s, out));
    var primal = new Assign(target, simple, origin);
    var dotTarget = new Target.Whole(dot(variable));
    if (Walk.reads(simple).contains(variable)) {
      out.add(new Assign(dotTarget, derivative(simple, silent), silent));
      out.add(primal);
    } else {
      out.add(primal);
      boolean lone = simple instanceof Call || simple instanceof Elements;
      var tangent = lone ? derivative(simple, silent) : sum(simple, Term.of(variable), silent);
      out.add(new Assign(dotTarget, tangent, silent));
    }
  }

  /** An expression that is part of a line, after the lines split off it and their tangents. */
  private Expression part(Expression value, String name, Origin origin, List<Statement> out) {
    var before = new ArrayList<Statement>();
    var simple = splitting.splitAll(value, name, origin, before);
    before.forEach(s -> step(s, out));
    return simple;
  }

  private List<Expression> arguments(
      List<Expression> arguments, String name, Origin origin, List<Statement> out) {
    var before = new ArrayList<Statement>();
    var simple = splitting.arguments(arguments, name, origin, before);
    before.forEach(s -> step(s, out));
    return simple;
  }

  private void many(
      List<Target> targets, List<Expression> values, Origin origin, List<Statement> out) {
    var silent = origin.withoutComment();
    var allTargets = new ArrayList<Target>();
    var allValues = new ArrayList<Expression>();
    for (int i = 0; i < targets.size(); i++) {
      var variable = targets.get(i).variable();
      var simple = part(values.get(i), variable.name(), silent, out);
      if (dependence.isVaried(variable)) {
        allTargets.add(new Target.Whole(dot(variable)));
        allValues.add(derivative(simple, silent));
      }
      allTargets.add(targets.get(i));
      allValues.add(simple);
    }
    out.add(new AssignMany(allTargets, allValues, origin));
  }

  /** The tangent of an expression without calls that vary, except as a whole. */
  private Expression derivative(Expression e, Origin origin) {
    if (e instanceof Elements) {
      return e; // only the empty record is an array that varies
    }
    if (!dependence.isVaried(e)) {
      return Placement.at(origin.place(), Term.ZERO);
    }
    return switch (e) {
      case Call(var callee, var arguments, var kind, var place) ->
          new Call(callees.tangent(callee).function(), withDots(callee, arguments), kind, place);
      case Expression other -> sum(other, Term.of(other), origin);
    };
  }

  private Expression sum(Expression e, Term result, Origin origin) {
    var total = Term.ZERO;
    for (var share : Partials.of(e, result, dependence::isVaried).entrySet()) {
      var dot = Term.of(dot(share.getKey()));
      total = total.plus(Products.of(dot, false, share.getValue(), guard));
    }
    return Placement.at(origin.place(), total);
  }

  private List<Expression> withDots(String callee, List<Expression> arguments) {
    var all = new ArrayList<>(arguments);
    for (int position : callees.tangent(callee).positions()) {
      var argument = arguments.get(position);
      all.add(derivative(argument, Origin.of(argument.place())));
    }
    return all;
  }

  private static Expression zero(Origin origin) {
    return Placement.at(origin.place(), Term.ZERO);
  }

  private Variable dot(Variable variable) {
    return dots.computeIfAbsent(
        variable,
        v ->
            new Variable(
                names.fresh(Names.dot(v.name())), v.kind() == Kind.TRUTH ? Kind.NUMBER : v.kind()));
  }
}
