package dev.costate.differentiation.tangent;

import static dev.costate.differentiation.code.Assignments.assign;

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
import dev.costate.differentiation.line.Products;
import dev.costate.differentiation.normal.Splitting;
import dev.costate.language.Place;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Elements;
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
import java.util.List;
import java.util.Map;

/**
 * The tangent of one function: beside each line that varies, the line of its directional derivative
 * (Griewank and Walther 2008, section 3.1). Control flow stays as it is.
 */
public final class Tangent {
  private final Dependence dependence;
  private final Naming names;
  private final Callees callees;
  private final Splitting splitting;
  private final Guard guard;
  private final Shapes shapes;
  private final Map<Variable, Variable> dots = new HashMap<>();

  private Tangent(Function of, Dependence dependence, Naming names, Callees callees) {
    this.dependence = dependence;
    this.names = names;
    this.callees = callees;
    this.guard = Guard.where(Counters.positive(of)::contains);
    this.splitting = new Splitting(dependence, names, guard);
    this.shapes = new Shapes(names);
  }

  public static Function of(
      Function of,
      String name,
      List<Variable> wrt,
      Dependence dependence,
      Naming names,
      Callees callees) {
    var tangent = new Tangent(of, dependence, names, callees);
    var parameters = new ArrayList<>(of.parameters());
    wrt.stream().map(tangent::dot).forEach(parameters::add);
    var body = new ArrayList<Statement>();
    for (var parameter : of.parameters()) {
      if (dependence.isVaried(parameter) && !wrt.contains(parameter)) {
        var silent = of.origin().withoutComment();
        body.add(assign(tangent.dot(parameter), Shapes.zeroOf(parameter, silent), silent));
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
          var tangents = targets.stream().map(t -> dot(t, silent)).toList();
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
          out.add(new Pop(dot(target, silent), dot(array), silent));
        } else if (dependence.isVaried(target.variable())) {
          out.add(new Assign(dot(target, silent), zero(silent), silent));
        }
        out.add(new Pop(target, array, origin));
      }
      case If(var condition, var then, var otherwise, _) ->
          out.add(new If(condition, block(then), block(otherwise), origin));
      case For(var counter, var from, var to, var by, var checkpoints, var body, _) ->
          out.add(new For(counter, from, to, by, checkpoints, block(body), origin));
      case While(var condition, var body, _) -> out.add(new While(condition, block(body), origin));
      case Break _, Continue _ -> out.add(statement);
      case Return(var values, _) -> {
        var tangents = new ArrayList<Expression>();
        for (var value : values) {
          tangents.add(derivative(part(value, "result", silent, out), silent));
        }
        out.add(new Return(tangents, origin));
      }
      case ForEach _, GradientMany _ ->
          throw new IllegalStateException("refused before: " + statement);
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
    boolean isWhole = target instanceof Target.Whole;
    var simple =
        isWhole
            ? splitting.split(value, variable.name(), silent, before)
            : splitting.splitAll(value, variable.name(), silent, before);
    before.forEach(s -> step(s, out));
    var primal = new Assign(target, simple, origin);
    var dotTarget = dot(target, silent);
    if (isWhole && simple instanceof Apply apply && isExtreme(apply)) {
      out.add(primal);
      out.add(assign(dot(variable), zero(silent), silent));
      out.add(chosen(apply, variable, silent));
    } else if (Walk.reads(simple).contains(variable)) {
      out.add(new Assign(dotTarget, derivative(simple, silent), silent));
      out.add(primal);
    } else {
      out.add(primal);
      out.add(new Assign(dotTarget, derivative(simple, Slot.of(target), silent), silent));
    }
  }

  private boolean isExtreme(Apply apply) {
    return Splitting.isReduction(apply.operation())
        && apply.operation() != Operation.SUM
        && dependence.isVaried(apply);
  }

  /** The tangent of the first element that equals the extreme. */
  private Statement chosen(Apply extreme, Variable result, Origin origin) {
    var array = ((Read) extreme.arguments().getFirst()).variable();
    return shapes.forEachBackwards(
        array,
        origin,
        slot -> {
          var equal = Term.compare(Operation.EQUAL, slot.term(), Term.of(result));
          var tangent = slot.in(dot(array)).read(origin.place());
          return List.of(
              new If(
                  Placement.at(origin.place(), equal),
                  Block.of(assign(dot(result), tangent, origin)),
                  Block.EMPTY,
                  origin));
        });
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
        allTargets.add(dot(targets.get(i), silent));
        allValues.add(derivative(simple, silent));
      }
      allTargets.add(targets.get(i));
      allValues.add(simple);
    }
    out.add(new AssignMany(allTargets, allValues, origin));
  }

  /** The tangent of an expression without calls that vary, except as a whole. */
  private Expression derivative(Expression e, Origin origin) {
    return derivative(e, Term.of(e), origin);
  }

  private Expression derivative(Expression e, Slot result, Origin origin) {
    if (e.kind().isArray() && !dependence.isVaried(e)) {
      return Shapes.zeroOf(result.variable(), origin);
    }
    return derivative(e, result.term(), origin);
  }

  private Expression derivative(Expression e, Term result, Origin origin) {
    if (!dependence.isVaried(e)) {
      return e.kind().isArray() ? zeroTimes(e, origin) : zero(origin);
    }
    return switch (e) {
      case Call(var callee, var arguments, var kind, var place) ->
          new Call(callees.tangent(callee).function(), withDots(callee, arguments), kind, place);
      case Apply(var operation, var arguments, var kind, var place) when kind.isArray() ->
          array(operation, arguments, kind, place, origin);
      case Apply(var operation, var arguments, var kind, var place)
          when operation == Operation.SUM ->
          new Apply(operation, List.of(derivative(arguments.getFirst(), origin)), kind, place);
      case Elements(var elements, var kind, var place) ->
          new Elements(elements.stream().map(x -> derivative(x, origin)).toList(), kind, place);
      case Read(var variable, var place) when variable.kind().isArray() ->
          new Read(dot(variable), place);
      case Conditional(var condition, var then, var otherwise, var place)
          when Splitting.isChoiceOfElements(e) ->
          new Conditional(
              condition,
              derivative(then, result, origin),
              derivative(otherwise, result, origin),
              place);
      case Expression other -> sum(other, result, origin);
    };
  }

  /** Zeros of the shape of an array that does not vary. */
  private static Expression zeroTimes(Expression array, Origin origin) {
    return array instanceof Read(var variable, _)
        ? Shapes.zeroOf(variable, origin)
        : new Apply(Operation.MULTIPLY, List.of(zero(origin), array), array.kind(), origin.place());
  }

  /** The tangent of an array operation, which is linear in each argument or a quotient. */
  private Expression array(
      Operation operation, List<Expression> arguments, Kind kind, Place place, Origin origin) {
    if (operation == Operation.NEGATE) {
      return new Apply(operation, List.of(derivative(arguments.getFirst(), origin)), kind, place);
    }
    var first = arguments.get(0);
    var second = arguments.get(1);
    boolean firstVaries = dependence.isVaried(first);
    boolean secondVaries = dependence.isVaried(second);
    var ofFirst = derivative(first, origin);
    var ofSecond = derivative(second, origin);
    return switch (operation) {
      case ADD, SUBTRACT -> {
        if (!secondVaries) {
          yield ofFirst;
        }
        boolean lone = !firstVaries && operation == Operation.ADD;
        yield lone ? ofSecond : new Apply(operation, List.of(ofFirst, ofSecond), kind, place);
      }
      case MULTIPLY -> {
        var left = new Apply(operation, List.of(ofFirst, second), kind, place);
        var right = new Apply(operation, List.of(first, ofSecond), kind, place);
        yield firstVaries && secondVaries
            ? new Apply(Operation.ADD, List.of(left, right), kind, place)
            : firstVaries ? left : right;
      }
      case DIVIDE -> {
        var left = new Apply(operation, List.of(ofFirst, second), kind, place);
        if (!secondVaries) {
          yield left;
        }
        var slope = Term.of(ofSecond).over(Term.of(second).squared());
        var factor = Placement.at(place, slope);
        var right = new Apply(Operation.MULTIPLY, List.of(first, factor), kind, place);
        yield firstVaries
            ? new Apply(Operation.SUBTRACT, List.of(left, right), kind, place)
            : new Apply(Operation.NEGATE, List.of(right), kind, place);
      }
      default -> throw new IllegalStateException("no array operation: " + operation);
    };
  }

  private Expression sum(Expression e, Term result, Origin origin) {
    var total = Term.ZERO;
    for (var share : ChainRule.bySlot(e, result, dependence::isVaried).entrySet()) {
      var slot = share.getKey();
      var dot = slot.in(dot(slot.variable())).term();
      total = total.plus(Products.of(dot, false, share.getValue(), guard));
    }
    return Placement.at(origin.place(), total);
  }

  private Target dot(Target target, Origin origin) {
    return Slot.of(target).in(dot(target.variable())).target(origin.place());
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
                names.fresh(Naming.dot(v.name())),
                v.kind() == Kind.TRUTH ? Kind.NUMBER : v.kind()));
  }
}
