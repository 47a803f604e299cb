package dev.costate.equilibrium.stated;

import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A sum of products of powers with numbers as coefficients and exponents, collected: what is alike
 * is added, and what divides itself goes. Bases are variables, or expressions that are no such
 * sums.
 */
final class Polynomial {
  /** Exponents closer to 0 than this are rounding. */
  private static final double ROUNDING = 1e-12;

  /** The coefficient of each product of powers. */
  private final Map<Map<Expression, Double>, Double> terms;

  private Polynomial(Map<Map<Expression, Double>, Double> terms) {
    this.terms = terms;
  }

  static Polynomial number(double value) {
    return value == 0 ? new Polynomial(Map.of()) : new Polynomial(Map.of(Map.of(), value));
  }

  static Polynomial of(Symbol symbol) {
    return base(symbol.read());
  }

  private static Polynomial base(Expression base) {
    return new Polynomial(Map.of(Map.of(base, 1.0), 1.0));
  }

  /** An expression, collected as far as it is a sum of products of powers. */
  static Polynomial of(Expression expression) {
    return collected(Placement.removed(expression));
  }

  private static Polynomial collected(Expression expression) {
    return switch (expression) {
      case Literal(double value, _) when Double.isFinite(value) -> number(value);
      case Apply apply when apply.kind() == Kind.NUMBER -> collected(apply);
      case Expression other -> base(inside(other));
    };
  }

  private static Polynomial collected(Apply apply) {
    var parts = apply.arguments();
    return switch (apply.operation()) {
      case ADD -> collected(parts.get(0)).plus(collected(parts.get(1)), 1);
      case SUBTRACT -> collected(parts.get(0)).plus(collected(parts.get(1)), -1);
      case NEGATE -> number(0).plus(collected(parts.get(0)), -1);
      case MULTIPLY -> collected(parts.get(0)).times(collected(parts.get(1)));
      case DIVIDE -> collected(parts.get(0)).over(collected(parts.get(1)));
      case POWER -> {
        var exponent = collected(parts.get(1)).number();
        yield exponent.isPresent()
            ? collected(parts.get(0)).power(exponent.getAsDouble())
            : base(inside(apply));
      }
      default -> base(inside(apply));
    };
  }

  /** An expression that is no sum of products, with its parts collected. */
  private static Expression inside(Expression expression) {
    var parts = Walk.children(expression);
    return parts.isEmpty()
        ? expression
        : Walk.withChildren(
            expression,
            parts.stream()
                .map(p -> p.kind() == Kind.NUMBER ? collected(p).expression() : inside(p))
                .toList());
  }

  OptionalDouble number() {
    if (terms.isEmpty()) {
      return OptionalDouble.of(0);
    }
    var only = terms.get(Map.<Expression, Double>of());
    return terms.size() == 1 && only != null ? OptionalDouble.of(only) : OptionalDouble.empty();
  }

  /** Whether it is a number, or a number times a variable: as short as a name for it. */
  boolean isShort() {
    if (number().isPresent()) {
      return true;
    }
    if (terms.size() != 1) {
      return false;
    }
    var powers = terms.keySet().iterator().next();
    return powers.size() == 1
        && powers.values().iterator().next() == 1
        && powers.keySet().iterator().next() instanceof Expression.Read;
  }

  Polynomial plus(Polynomial other, double factor) {
    var sum = new LinkedHashMap<>(terms);
    other.terms.forEach((powers, c) -> sum.merge(powers, factor * c, Double::sum));
    sum.values().removeIf(c -> c == 0);
    return new Polynomial(sum);
  }

  Polynomial times(Polynomial other) {
    if (number().isPresent() || other.number().isPresent()) {
      double factor = number().orElseGet(() -> other.number().orElseThrow());
      return number(0).plus(number().isPresent() ? other : this, factor);
    }
    var left = product();
    var right = other.product();
    var powers = new LinkedHashMap<>(left.powers());
    right.powers().forEach((base, exponent) -> powers.merge(base, exponent, Double::sum));
    return product(left.coefficient() * right.coefficient(), powers);
  }

  Polynomial over(Polynomial other) {
    var divisor = other.number();
    return divisor.isPresent() && divisor.getAsDouble() != 0
        ? number(0).plus(this, 1 / divisor.getAsDouble())
        : times(other.power(-1));
  }

  Polynomial power(double exponent) {
    if (exponent == 1) {
      return this;
    }
    if (exponent == 0) {
      return number(1);
    }
    var product = product();
    boolean whole = exponent == Math.rint(exponent);
    if (product.coefficient() <= 0 && !whole || terms.isEmpty()) {
      return base(apply(Operation.POWER, expression(), literal(exponent)));
    }
    var powers = new LinkedHashMap<Expression, Double>();
    product.powers().forEach((base, e) -> powers.put(base, e * exponent));
    return product(Math.pow(product.coefficient(), exponent), powers);
  }

  private record Product(double coefficient, Map<Expression, Double> powers) {}

  /** One product: a sum of several is a base of its own. */
  private Product product() {
    if (terms.size() == 1) {
      var only = terms.entrySet().iterator().next();
      return new Product(only.getValue(), only.getKey());
    }
    return new Product(1, Map.of(expression(), 1.0));
  }

  private static Polynomial product(double coefficient, Map<Expression, Double> powers) {
    var kept = new LinkedHashMap<>(powers);
    kept.values().removeIf(exponent -> Math.abs(exponent) < ROUNDING);
    return coefficient == 0
        ? number(0)
        : new Polynomial(Map.of(Collections.unmodifiableMap(kept), coefficient));
  }

  /** What it is as an expression: terms that are added first, then those that are subtracted. */
  Expression expression() {
    var added = new ArrayList<Expression>();
    var subtracted = new ArrayList<Expression>();
    terms.forEach((powers, c) -> (c > 0 ? added : subtracted).add(term(Math.abs(c), powers)));
    if (added.isEmpty()) {
      added.add(subtracted.isEmpty() ? literal(0) : negation(subtracted.removeFirst()));
    }
    var sum = added.stream().reduce((a, b) -> apply(Operation.ADD, a, b)).orElseThrow();
    return subtracted.stream().reduce(sum, (a, b) -> apply(Operation.SUBTRACT, a, b));
  }

  private static Expression term(double coefficient, Map<Expression, Double> powers) {
    var above = new ArrayList<Expression>();
    var below = new ArrayList<Expression>();
    powers.forEach(
        (base, exponent) -> (exponent > 0 ? above : below).add(raised(base, Math.abs(exponent))));
    if (coefficient != 1 || above.isEmpty()) {
      above.addFirst(literal(coefficient));
    }
    var top = chain(above);
    return below.isEmpty() ? top : apply(Operation.DIVIDE, top, chain(below));
  }

  private static Expression raised(Expression base, double exponent) {
    return exponent == 1 ? base : apply(Operation.POWER, base, literal(exponent));
  }

  private static Expression chain(List<Expression> factors) {
    return factors.stream().reduce((a, b) -> apply(Operation.MULTIPLY, a, b)).orElseThrow();
  }

  private static Expression negation(Expression expression) {
    return expression instanceof Literal(double value, _)
        ? literal(-value)
        : new Apply(Operation.NEGATE, List.of(expression), Kind.NUMBER, expression.place());
  }

  private static Expression literal(double value) {
    return new Literal(value, Term.ZERO.expression().place());
  }

  private static Expression apply(Operation operation, Expression a, Expression b) {
    return new Apply(operation, List.of(a, b), Kind.NUMBER, Term.ZERO.expression().place());
  }
}
