package dev.costate.equilibrium.certify;

import dev.costate.economy.technology.ReadyTechnologies;
import dev.costate.equilibrium.certify.Curve.Bend;
import dev.costate.equilibrium.certify.Curve.Sign;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Runs code on curves: loops over numbers that are known, branches on what is known. */
final class CurveReader {
  private static final int MOST_STEPS = 100_000;
  private static final int DEEPEST = 100;

  private final Program program;
  private int steps;
  private int depth;
  private int numbered;

  private CurveReader(Program program) {
    this.program = program;
  }

  /** Code whose curvature cannot be read. */
  private static final class NotKnown extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotKnown(String what) {
      super(what, null, false, false);
    }
  }

  /** What a variable holds: one curve, or those of the elements of an array. */
  private sealed interface Held {
    record One(Curve curve) implements Held {}

    record Many(List<Curve> curves) implements Held {}
  }

  /**
   * The results of a function of decisions; empty if its code is more than can be read.
   *
   * @param signs on which side of 0 each of its parameters stays
   */
  static Optional<List<Curve>> results(Program program, String function, List<Sign> signs) {
    var reader = new CurveReader(program);
    var arguments = new ArrayList<Held>();
    for (var sign : signs) {
      arguments.add(new Held.One(Curve.decision(reader.numbered++, sign)));
    }
    try {
      return Optional.of(reader.run(function, arguments).stream().map(CurveReader::one).toList());
    } catch (NotKnown _) {
      return Optional.empty();
    }
  }

  private List<Held> run(String name, List<Held> arguments) {
    if (++depth > DEEPEST) {
      throw new NotKnown("deep calls");
    }
    var function = program.function(name);
    var scope = new HashMap<String, Held>();
    for (int i = 0; i < arguments.size(); i++) {
      scope.put(function.parameters().get(i).name(), arguments.get(i));
    }
    var returned = block(function.body(), scope);
    depth--;
    return returned.orElseThrow(() -> new NotKnown("no return"));
  }

  private Optional<List<Held>> block(Block block, Map<String, Held> scope) {
    for (var statement : block.statements()) {
      if (++steps > MOST_STEPS) {
        throw new NotKnown("long code");
      }
      var returned = statement(statement, scope);
      if (returned.isPresent()) {
        return returned;
      }
    }
    return Optional.empty();
  }

  private Optional<List<Held>> statement(Statement statement, Map<String, Held> scope) {
    switch (statement) {
      case Statement.Assign s -> assign(s.target(), read(s.value(), scope), scope);
      case Statement.AssignMany s -> {
        var values = s.values().stream().map(value -> read(value, scope)).toList();
        for (int k = 0; k < values.size(); k++) {
          assign(s.targets().get(k), values.get(k), scope);
        }
      }
      case Statement.CallMany s -> {
        var values = call(s.function(), s.arguments(), scope);
        for (int k = 0; k < s.targets().size(); k++) {
          assign(s.targets().get(k), values.get(k), scope);
        }
      }
      case Statement.If s -> {
        return block(holds(s.condition(), scope) ? s.then() : s.otherwise(), scope);
      }
      case Statement.For s -> {
        return loop(s, scope);
      }
      case Statement.Return s -> {
        return Optional.of(s.values().stream().map(value -> read(value, scope)).toList());
      }
      case Statement.ForEach _,
          Statement.While _,
          Statement.Break _,
          Statement.Continue _,
          Statement.Push _,
          Statement.Pop _,
          Statement.GradientMany _ ->
          throw new NotKnown("a statement");
    }
    return Optional.empty();
  }

  private Optional<List<Held>> loop(Statement.For loop, Map<String, Held> scope) {
    double from = number(loop.from(), scope);
    double to = number(loop.to(), scope);
    double step = number(loop.step(), scope);
    for (double i = from; step > 0 ? i <= to : step < 0 && i >= to; i += step) {
      scope.put(loop.counter().name(), new Held.One(Curve.number(i)));
      var returned = block(loop.body(), scope);
      if (returned.isPresent()) {
        return returned;
      }
    }
    return Optional.empty();
  }

  private void assign(Target target, Held value, Map<String, Held> scope) {
    switch (target) {
      case Target.Whole(var variable) -> scope.put(variable.name(), value);
      case Target.Element(var array, var indices) -> {
        if (indices.size() != 1 || !(scope.get(array.name()) instanceof Held.Many(var curves))) {
          throw new NotKnown("an element of a matrix");
        }
        var changed = new ArrayList<>(curves);
        changed.set(index(number(indices.getFirst(), scope), curves), one(value));
        scope.put(array.name(), new Held.Many(changed));
      }
    }
  }

  private List<Held> call(String function, List<Expression> given, Map<String, Held> scope) {
    var arguments = given.stream().map(argument -> read(argument, scope)).toList();
    return ReadyTechnologies.isReady(function)
        ? List.of(numbered(ready(function, arguments)))
        : run(function, arguments);
  }

  /** Ready technologies are concave and do not fall where an input rises. */
  private static Curve ready(String function, List<Held> arguments) {
    return switch (function) {
      case ReadyTechnologies.CES -> concave(many(arguments.get(3)));
      case ReadyTechnologies.CES_AT -> concave(many(arguments.get(2)));
      case ReadyTechnologies.LEONTIEF -> concave(many(arguments.get(0)));
      case ReadyTechnologies.COBB_DOUGLAS -> {
        var product = one(arguments.get(0));
        var exponents = many(arguments.get(1));
        var inputs = many(arguments.get(2));
        for (int i = 0; i < Math.min(exponents.size(), inputs.size()); i++) {
          product = product.times(inputs.get(i).power(value(exponents.get(i))));
        }
        yield product;
      }
      default -> throw new NotKnown("a call of " + function);
    };
  }

  private static Curve concave(List<Curve> inputs) {
    boolean known =
        inputs.stream().allMatch(c -> c.bend().isConcave() && c.sign() == Sign.NOT_NEGATIVE);
    return Curve.of(known ? Bend.CONCAVE : Bend.UNKNOWN, Sign.NOT_NEGATIVE);
  }

  private Held number(String constant) {
    double value = program.constant(constant);
    if (Double.isNaN(value)) {
      throw new NotKnown("the unknown " + constant);
    }
    return new Held.One(Curve.number(value));
  }

  private Held read(Expression expression, Map<String, Held> scope) {
    return switch (expression) {
      case Expression.Literal(double value, _) -> new Held.One(Curve.number(value));
      case Expression.Constant(var name, _) -> number(name);
      case Expression.Read(var variable, _) -> {
        var held = scope.get(variable.name());
        if (held == null) {
          throw new NotKnown("the variable " + variable.name());
        }
        yield held;
      }
      case Expression.Conditional c ->
          read(holds(c.condition(), scope) ? c.then() : c.otherwise(), scope);
      case Expression.Elements(var elements, _, _) ->
          new Held.Many(elements.stream().map(element -> one(read(element, scope))).toList());
      case Expression.Call c -> call(c.function(), c.arguments(), scope).getFirst();
      case Apply apply -> apply(apply, scope);
      case Expression.Gradient _, Expression.Truth _ -> throw new NotKnown("an expression");
    };
  }

  private Held apply(Apply apply, Map<String, Held> scope) {
    var arguments = apply.arguments().stream().map(argument -> read(argument, scope)).toList();
    var first = arguments.getFirst();
    return switch (apply.operation()) {
      case ADD -> numbered(one(first).plus(one(arguments.get(1))));
      case SUBTRACT -> numbered(one(first).plus(one(arguments.get(1)).negated()));
      case NEGATE -> numbered(one(first).negated());
      case MULTIPLY -> numbered(one(first).times(one(arguments.get(1))));
      case DIVIDE -> numbered(one(first).times(one(arguments.get(1)).power(-1)));
      case POWER -> numbered(power(one(first), one(arguments.get(1))));
      case SQRT -> numbered(one(first).power(0.5));
      case LN, LOG10 -> numbered(one(first).logarithm());
      case EXP -> numbered(one(first).exponential());
      case ABS -> numbered(one(first).absolute());
      case MIN -> numbered(least(arguments.stream().map(CurveReader::one).toList()));
      case MAX -> numbered(least(arguments.stream().map(a -> one(a).negated()).toList()).negated());
      case MIN_OF -> numbered(least(many(first)));
      case MAX_OF -> numbered(least(many(first).stream().map(Curve::negated).toList()).negated());
      case SUM -> numbered(many(first).stream().reduce(Curve.number(0), Curve::plus));
      case LENGTH -> new Held.One(Curve.number(many(first).size()));
      case ELEMENT -> {
        var curves = many(first);
        yield new Held.One(curves.get(index(value(one(arguments.get(1))), curves)));
      }
      default -> {
        boolean isConstant =
            arguments.stream()
                .allMatch(a -> a instanceof Held.One(var c) && c.bend() == Bend.CONSTANT);
        if (!isConstant) {
          throw new NotKnown("the operation " + apply.operation().text());
        }
        yield new Held.One(Curve.of(Bend.CONSTANT, Sign.ANY));
      }
    };
  }

  private static Curve power(Curve base, Curve exponent) {
    if (base.bend() == Bend.CONSTANT && exponent.bend() == Bend.CONSTANT) {
      boolean known = base.value().isPresent() && exponent.value().isPresent();
      return known ? base.power(value(exponent)) : Curve.of(Bend.CONSTANT, Sign.ANY);
    }
    return base.power(value(exponent));
  }

  private static Curve least(List<Curve> curves) {
    return curves.stream().reduce(Curve::least).orElseThrow(() -> new NotKnown("an empty array"));
  }

  private Held numbered(Curve curve) {
    return new Held.One(curve.numbered(numbered++));
  }

  private boolean holds(Expression condition, Map<String, Held> scope) {
    if (!(condition instanceof Apply apply)) {
      throw new NotKnown("a condition");
    }
    var parts = apply.arguments();
    return switch (apply.operation()) {
      case AND -> holds(parts.get(0), scope) && holds(parts.get(1), scope);
      case OR -> holds(parts.get(0), scope) || holds(parts.get(1), scope);
      case NOT -> !holds(parts.get(0), scope);
      case EQUAL -> number(parts.get(0), scope) == number(parts.get(1), scope);
      case NOT_EQUAL -> number(parts.get(0), scope) != number(parts.get(1), scope);
      case LESS -> number(parts.get(0), scope) < number(parts.get(1), scope);
      case LESS_OR_EQUAL -> number(parts.get(0), scope) <= number(parts.get(1), scope);
      case GREATER -> number(parts.get(0), scope) > number(parts.get(1), scope);
      case GREATER_OR_EQUAL -> number(parts.get(0), scope) >= number(parts.get(1), scope);
      default -> throw new NotKnown("a condition");
    };
  }

  private double number(Expression expression, Map<String, Held> scope) {
    return value(one(read(expression, scope)));
  }

  private static double value(Curve curve) {
    var value = curve.value();
    if (value.equals(OptionalDouble.empty())) {
      throw new NotKnown("a number that depends on decisions");
    }
    return value.getAsDouble();
  }

  private static int index(double number, List<Curve> curves) {
    if (number != Math.rint(number) || number < 1 || number > curves.size()) {
      throw new NotKnown("the index " + number);
    }
    return (int) number - 1;
  }

  private static Curve one(Held held) {
    if (held instanceof Held.One(var curve)) {
      return curve;
    }
    throw new NotKnown("an array");
  }

  private static List<Curve> many(Held held) {
    if (held instanceof Held.Many(var curves)) {
      return curves;
    }
    throw new NotKnown("a number in place of an array");
  }
}
