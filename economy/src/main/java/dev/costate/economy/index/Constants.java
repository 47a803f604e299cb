package dev.costate.economy.index;

import dev.costate.economy.index.Known.Number;
import dev.costate.economy.index.Known.Symbol;
import dev.costate.economy.index.Known.Truth;
import dev.costate.language.Place;
import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Declaration.SetDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Generator;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.UnaryOperator;
import dev.costate.runtime.Numbers;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Evaluates what must be known before the market is written out: indices, ranges, conditions of
 * lists.
 */
final class Constants {
  private static final String HINT =
      "indices, ranges and conditions of lists are made of numbers, counters and parameters";

  private final Sets sets;
  private final Parameters parameters;
  private final Budget budget;

  Constants(List<SetDeclaration> declarations, Parameters parameters, Budget budget) {
    this.parameters = parameters;
    this.budget = budget;
    this.sets = new Sets(declarations, this);
  }

  Parameters parameters() {
    return parameters;
  }

  Sets sets() {
    return sets;
  }

  Budget budget() {
    return budget;
  }

  /** The value of an expression. */
  Known of(Expression expression, Bindings bindings) {
    return switch (expression) {
      case Expression.NumberLiteral number -> new Number(number.value());
      case Expression.TruthLiteral(var value, _) -> new Truth(value);
      case Expression.Parenthesized(var inner, _) -> of(inner, bindings);
      case Expression.Read(var name) -> read(name, bindings);
      case Expression.Index(Expression.Read(var base), var indices, var place)
          when parameters.isFamily(base.text()) ->
          element(base.text() + key(indices, bindings), base.text(), place);
      case Expression.Unary(var operator, var operand, _) ->
          operator == UnaryOperator.NOT
              ? new Truth(!truth(operand, bindings))
              : new Number(-number(operand, bindings));
      case Expression.Binary binary -> binary(binary, bindings);
      case Expression.Conditional(var then, var condition, var otherwise, _) ->
          of(truth(condition, bindings) ? then : otherwise, bindings);
      case Expression.Call call -> call(call, bindings);
      case Expression.Index index ->
          throw new IndexError(
              index.place(), "this is not known before the market is solved", HINT);
      case Expression.ArrayLiteral array ->
          throw new IndexError(array.place(), "an array where a number is needed", HINT);
      case Expression.Each each ->
          throw new IndexError(each.place(), "a list where a number is needed", HINT);
    };
  }

  private Known read(Name name, Bindings bindings) {
    var bound = bindings.find(name.text());
    if (bound != null) {
      return bound;
    }
    var value = parameters.value(name.text(), name.place(), this);
    if (value != null) {
      return value;
    }
    return switch (name.text()) {
      case "pi" -> new Number(Math.PI);
      case "e" -> new Number(Math.E);
      default -> {
        if (sets.isSymbol(name.text())) {
          yield new Symbol(name.text());
        }
        throw new IndexError(
            name.place(), "'%s' is not known before the market is solved".formatted(name), HINT);
      }
    };
  }

  private Known element(String name, String base, Place place) {
    parameters.load(base);
    var value = parameters.value(name, place, this);
    if (value == null) {
      throw new IndexError(
          place,
          "there is no '%s'".formatted(name),
          "'%s' has no such member; a condition can leave it out".formatted(base));
    }
    return value;
  }

  double number(Expression expression, Bindings bindings) {
    var value = of(expression, bindings);
    if (value instanceof Number(double number)) {
      return number;
    }
    throw new IndexError(
        expression.place(), "a number is needed here, but this is %s".formatted(value.text()), "");
  }

  boolean truth(Expression expression, Bindings bindings) {
    var value = of(expression, bindings);
    if (value instanceof Truth(boolean truth)) {
      return truth;
    }
    throw new IndexError(
        expression.place(),
        "a condition is needed here, but this is %s".formatted(value.text()),
        "compare it, as in i > 0");
  }

  /** A whole number; {@code what} says of what. */
  long whole(Expression expression, Bindings bindings, String what) {
    double value = number(expression, bindings);
    if (value != Math.rint(value) || Math.abs(value) > 1e15) {
      throw new IndexError(
          expression.place(),
          "%s must be a whole number, but this is %s".formatted(what, new Number(value).text()),
          "");
    }
    return (long) value;
  }

  /** {@code [3,north]} behind the name of what is indexed. */
  String key(List<Expression> indices, Bindings bindings) {
    return indices.stream()
        .map(index -> key(index, bindings))
        .collect(Collectors.joining(",", "[", "]"));
  }

  String key(Expression index, Bindings bindings) {
    if (index instanceof Expression.Read(var name)
        && bindings.find(name.text()) == null
        && sets.isSymbol(name.text())) {
      return name.text();
    }
    return of(index, bindings) instanceof Symbol(var member)
        ? member
        : Long.toString(whole(index, bindings, "an index"));
  }

  /** How a member is written in a name. */
  static String key(Known member) {
    return switch (member) {
      case Number(var value) -> Long.toString((long) value);
      case Symbol(var name) -> name;
      case Truth _ -> throw new IllegalStateException("no member: " + member);
    };
  }

  /** Calls the visitor for each combination of members that fulfils the condition. */
  void each(Generator generator, Bindings bindings, Consumer<Bindings> visitor) {
    each(generator, 0, bindings, visitor);
  }

  private void each(Generator generator, int at, Bindings bindings, Consumer<Bindings> visitor) {
    if (at == generator.counters().size()) {
      budget.item(generator.place());
      var condition = generator.condition();
      if (condition.isEmpty() || truth(condition.get(), bindings)) {
        visitor.accept(bindings);
      }
      return;
    }
    var counter = generator.counters().get(at);
    for (var member : sets.of(counter.members(), bindings)) {
      each(generator, at + 1, bindings.with(counter.name().text(), member), visitor);
    }
  }

  private Known binary(Expression.Binary binary, Bindings bindings) {
    var left = binary.left();
    var right = binary.right();
    return switch (binary.operator()) {
      case AND -> new Truth(truth(left, bindings) && truth(right, bindings));
      case OR -> new Truth(truth(left, bindings) || truth(right, bindings));
      case EQUAL -> new Truth(equal(left, right, bindings));
      case NOT_EQUAL -> new Truth(!equal(left, right, bindings));
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
        var read = parameters.watch();
        double first = number(left, bindings);
        double second = number(right, bindings);
        decide(first, second, read);
        yield new Truth(compare(binary.operator(), first, second));
      }
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER ->
          new Number(compute(binary.operator(), number(left, bindings), number(right, bindings)));
    };
  }

  /** Where one side is a member of a set of names, a name on the other side is one too. */
  private boolean equal(Expression left, Expression right, Bindings bindings) {
    var read = parameters.watch();
    var first = member(left, bindings);
    var second = member(right, bindings);
    if (first instanceof Symbol || second instanceof Symbol) {
      return first.equals(second);
    }
    if (first instanceof Number(double a) && second instanceof Number(double b)) {
      decide(a, b, read);
      return a == b;
    }
    return first.equals(second);
  }

  /** Equal numbers decide by a hair. */
  private void decide(double a, double b, Set<String> read) {
    if (a == b) {
      parameters.decisive().addAll(read);
    }
  }

  private Known member(Expression side, Bindings bindings) {
    return side instanceof Expression.Read(var name)
            && bindings.find(name.text()) == null
            && sets.isSymbol(name.text())
            && !parameters.isDefined(name.text())
        ? new Symbol(name.text())
        : of(side, bindings);
  }

  private static boolean compare(BinaryOperator operator, double a, double b) {
    return switch (operator) {
      case LESS -> a < b;
      case LESS_OR_EQUAL -> a <= b;
      case GREATER -> a > b;
      case GREATER_OR_EQUAL -> a >= b;
      case OR, AND, EQUAL, NOT_EQUAL, ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER ->
          throw new IllegalStateException(operator.text());
    };
  }

  private static double compute(BinaryOperator operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> Numbers.power(a, b);
      case OR, AND, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          throw new IllegalStateException(operator.text());
    };
  }

  private Known call(Expression.Call call, Bindings bindings) {
    var name = call.function().text();
    var numbers = new java.util.ArrayList<Double>();
    if (call.arguments().size() == 1
        && call.arguments().getFirst() instanceof Expression.Each(var element, var generator, _)) {
      each(generator, bindings, inner -> numbers.add(number(element, inner)));
      if (!name.equals("sum") && numbers.isEmpty()) {
        throw new IndexError(call.place(), "'%s' of nothing".formatted(name), "");
      }
    } else {
      call.arguments().forEach(argument -> numbers.add(number(argument, bindings)));
    }
    var value = KnownFunctions.apply(name, numbers);
    if (value.isEmpty()) {
      throw new IndexError(
          call.place(),
          "'%s' cannot be computed before the market is solved".formatted(name),
          HINT + " with built-in functions");
    }
    return new Number(value.getAsDouble());
  }
}
