package dev.costate.economy.technology;

import dev.costate.language.Place;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Program;
import dev.costate.program.Rewriting;
import dev.costate.program.Walk;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Settled;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Ready technologies as the formulas they stand for, where their elasticity and shares are known
 * numbers: {@code ces(2, 0, [0.3, 0.7], [k, l])} is {@code 2 * min(k, l)}. What is left is code
 * without loops that reads as the technology does.
 */
public final class WrittenOut {
  private final Program program;

  private WrittenOut(Program program) {
    this.program = program;
  }

  /** The program with the calls in every function written out. */
  public static Program of(Program program) {
    var out = new WrittenOut(program);
    var functions =
        program.functions().stream()
            .map(f -> ReadyTechnologies.isReady(f.name()) ? f : f.withBody(out.block(f.body())))
            .toList();
    return new Program(functions, program.constants());
  }

  private Block block(Block block) {
    return Rewriting.of(block, this::expression);
  }

  private Expression expression(Expression expression) {
    var parts = Walk.children(expression).stream().map(this::expression).toList();
    var changed = parts.isEmpty() ? expression : Walk.withChildren(expression, parts);
    return changed instanceof Call call ? formula(call).orElse(call) : changed;
  }

  private Optional<Expression> formula(Call call) {
    var a = call.arguments();
    return switch (call.function()) {
      case ReadyTechnologies.CES ->
          number(a.get(1))
              .flatMap(elasticity ->
                  numbers(a.get(2))
                      .flatMap(shares -> ces(a.get(0), elasticity, shares, a.get(3), call)));
      case ReadyTechnologies.COBB_DOUGLAS ->
          numbers(a.get(1)).flatMap(exponents -> ces(a.get(0), 1, exponents, a.get(2), call));
      case ReadyTechnologies.LEONTIEF ->
          numbers(a.get(1)).flatMap(needs -> leontief(needs, a.get(0), call.place()));
      case ReadyTechnologies.CES_AT -> at(a, call);
      default -> Optional.empty();
    };
  }

  private static Optional<Expression> ces(
      Expression scale, double elasticity, double[] shares, Expression inputs, Expression at) {
    var place = at.place();
    if (!(inputs instanceof Elements(var elements, _, _)) || elements.size() != shares.length) {
      return Optional.empty();
    }
    double rho = 1 - 1 / elasticity;
    var terms = new ArrayList<Expression>();
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] != 0) {
        var input = elements.get(i);
        terms.add(
            elasticity == 0
                ? input
                : elasticity == 1
                    ? power(input, shares[i], place)
                    : times(literal(shares[i], place), power(input, rho, place), place));
      }
    }
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    Expression whole =
        elasticity == 0
            ? least(terms, place)
            : elasticity == 1
                ? chain(terms, (x, y) -> times(x, y, place))
                : power(chain(terms, (x, y) -> sum(x, y, place)), 1 / rho, place);
    return Optional.of(times(scale, whole, place));
  }

  private static Optional<Expression> leontief(double[] needs, Expression inputs, Place place) {
    if (!(inputs instanceof Elements(var elements, _, _)) || elements.size() != needs.length) {
      return Optional.empty();
    }
    var terms = new ArrayList<Expression>();
    for (int i = 0; i < needs.length; i++) {
      if (needs[i] != 0) {
        terms.add(over(elements.get(i), needs[i], place));
      }
    }
    return terms.isEmpty() ? Optional.empty() : Optional.of(least(terms, place));
  }

  private Optional<Expression> at(List<Expression> a, Call call) {
    var elasticity = number(a.get(1));
    var quantities = numbers(a.get(3));
    var prices = numbers(a.get(4));
    if (elasticity.isEmpty()
        || quantities.isEmpty()
        || prices.isEmpty()
        || prices.get().length != quantities.get().length
        || !(a.get(2) instanceof Elements(var elements, var kind, var place))) {
      return Optional.empty();
    }
    double total = 0;
    for (int i = 0; i < quantities.get().length; i++) {
      total += quantities.get()[i] * prices.get()[i];
    }
    var shares = new double[quantities.get().length];
    var relative = new ArrayList<Expression>();
    for (int i = 0; i < shares.length && i < elements.size(); i++) {
      double quantity = quantities.get()[i];
      shares[i] = quantity * prices.get()[i] / total;
      relative.add(quantity == 0 ? elements.get(i) : over(elements.get(i), quantity, call.place()));
    }
    return ces(a.get(0), elasticity.get(), shares, new Elements(relative, kind, place), call);
  }

  private static Expression chain(List<Expression> terms, BinaryOperator<Expression> join) {
    return terms.stream().reduce(join).orElseThrow();
  }

  private static Expression literal(double value, Place place) {
    return new Literal(value, place);
  }

  private static Expression least(List<Expression> terms, Place place) {
    return terms.size() == 1 ? terms.getFirst() : apply(Operation.MIN, terms, place);
  }

  private static Expression apply(Operation operation, List<Expression> arguments, Place place) {
    return new Apply(operation, arguments, Kind.NUMBER, place);
  }

  private static Expression times(Expression x, Expression y, Place place) {
    return isOne(x) ? y : isOne(y) ? x : apply(Operation.MULTIPLY, List.of(x, y), place);
  }

  private static Expression sum(Expression x, Expression y, Place place) {
    return apply(Operation.ADD, List.of(x, y), place);
  }

  private static Expression over(Expression x, double divisor, Place place) {
    return divisor == 1 ? x : apply(Operation.DIVIDE, List.of(x, literal(divisor, place)), place);
  }

  private static Expression power(Expression x, double exponent, Place place) {
    return exponent == 1 ? x : apply(Operation.POWER, List.of(x, literal(exponent, place)), place);
  }

  private static boolean isOne(Expression x) {
    return x instanceof Literal(double value, _) && value == 1;
  }

  private Optional<Double> number(Expression expression) {
    return constant(expression)
        .filter(Value.Number.class::isInstance)
        .map(value -> ((Value.Number) value).value())
        .filter(value -> !value.isNaN());
  }

  private Optional<double[]> numbers(Expression expression) {
    return constant(expression)
        .filter(Value.Vector.class::isInstance)
        .map(value -> ((Value.Vector) value).elements())
        .filter(values -> Arrays.stream(values).noneMatch(Double::isNaN));
  }

  /** The value of an expression that reads no variable; NaN if it reads what is solved for. */
  private Optional<Value> constant(Expression expression) {
    try {
      return Settled.value(program, expression);
    } catch (ProgramFailure _) {
      // The call stays, and says what is wrong when it runs.
      return Optional.empty();
    }
  }
}
