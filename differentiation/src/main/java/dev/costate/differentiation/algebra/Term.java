package dev.costate.differentiation.algebra;

import static dev.costate.program.Operation.*;

import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number-valued expression under construction; its methods read as mathematics and simplify as
 * they build.
 */
public record Term(Expression expression) {
  /**
   * Stands in new nodes until {@link Placement} gives them the place of the line they were made
   * from.
   */
  static final Place NOWHERE = new Place(Source.of("(generated)", ""), 0, 0);

  public static final Term ZERO = number(0);
  public static final Term ONE = number(1);
  public static final Term TWO = number(2);

  public static Term of(Expression expression) {
    return new Term(expression);
  }

  public static Term of(Variable variable) {
    return new Term(new Expression.Read(variable, NOWHERE));
  }

  /** A variable, or one element of it. */
  public static Term element(Variable variable, List<Expression> indices) {
    if (indices.isEmpty()) {
      return of(variable);
    }
    var arguments = new ArrayList<Expression>();
    arguments.add(new Expression.Read(variable, NOWHERE));
    arguments.addAll(indices);
    var operation = indices.size() == 1 ? ELEMENT : ELEMENT_MATRIX;
    return new Term(new Apply(operation, arguments, Kind.NUMBER, NOWHERE));
  }

  /** A number from 0 up. */
  public static Term number(double value) {
    return new Term(literal(value));
  }

  public boolean isZero() {
    return exact().filter(Exact::isZero).isPresent();
  }

  /** Whether it is a number written out, whose value is known exactly. */
  public boolean isNumber() {
    return expression instanceof Literal || exact().isPresent();
  }

  public boolean isOne() {
    return exact().filter(x -> x.is(1)).isPresent();
  }

  /**
   * Whether a sign stands in front (of a number, a product, a quotient, anything), so that it can
   * be moved outwards.
   */
  public boolean isNegative() {
    if (isNegation(expression) || exact().filter(x -> x.sign() < 0).isPresent()) {
      return true;
    }
    return switch (expression) {
      case Apply(var operation, var arguments, _, _) ->
          (operation == MULTIPLY || operation == DIVIDE)
              && of(arguments.getFirst()).hasNegativeFactor();
      case Conditional(_, var then, var otherwise, _) ->
          of(then).isNegative() && of(otherwise).isZero();
      case Expression _ -> false;
    };
  }

  /** Whether it is a negative number, or a product or quotient that begins with one. */
  private boolean hasNegativeFactor() {
    return exact().filter(x -> x.sign() < 0).isPresent()
        || (expression instanceof Apply(var operation, var arguments, _, _)
            && (operation == MULTIPLY || operation == DIVIDE)
            && of(arguments.getFirst()).hasNegativeFactor());
  }

  public Term plus(Term other) {
    if (isZero()) {
      return other;
    }
    if (other.isZero()) {
      return this;
    }
    var sum = folded(other, Exact::plus);
    if (sum.isPresent()) {
      return sum.get();
    }
    if (Likeness.same(expression, other.expression)) {
      return TWO.times(this);
    }
    var added = other.exact().flatMap(this::withNumber);
    if (added.isPresent()) {
      return added.get();
    }
    if (other.isNegative()) {
      return minus(other.negate());
    }
    return isNegation(expression) ? other.minus(negate()) : join(ADD, other);
  }

  public Term minus(Term other) {
    if (other.isZero()) {
      return this;
    }
    if (isZero()) {
      return other.negate();
    }
    var difference = folded(other.negate(), Exact::plus);
    if (difference.isPresent()) {
      return difference.get();
    }
    var added = other.negate().exact().flatMap(this::withNumber);
    if (added.isPresent()) {
      return added.get();
    }
    return other.isNegative() ? plus(other.negate()) : join(SUBTRACT, other);
  }

  /** A sum that has a number among its terms, with another added to that. */
  private Optional<Term> withNumber(Exact number) {
    if (!(expression instanceof Apply(var operation, var arguments, _, _))
        || !(operation == ADD || operation == SUBTRACT)) {
      return exact().flatMap(own -> own.plus(number)).map(Term::written);
    }
    var first = of(arguments.get(0));
    var second = of(arguments.get(1));
    var signed = operation == ADD ? second : second.negate();
    var last = signed.exact().flatMap(own -> own.plus(number)).map(Term::written);
    return last.isPresent()
        ? last.map(first::plus)
        : first.withNumber(number).map(sum -> sum.plus(signed));
  }

  public Term negate() {
    var number = exact();
    if (number.isPresent()) {
      return written(number.get().negated());
    }
    if (expression instanceof Apply(var operation, var arguments, _, _)) {
      var first = of(arguments.getFirst());
      switch (operation) {
        case NEGATE -> {
          return first;
        }
        case SUBTRACT -> {
          return of(arguments.get(1)).minus(first);
        }
        case MULTIPLY, DIVIDE -> {
          if (first.exact().isPresent() || first.hasNegativeFactor()) {
            return first.negate().join(operation, of(arguments.get(1)));
          }
        }
        default -> {}
      }
    }
    if (expression instanceof Conditional(var condition, var then, var otherwise, _)
        && of(otherwise).isZero()) {
      return when(condition, of(then).negate(), ZERO);
    }
    return new Term(negation(expression));
  }

  public Term times(Term other) {
    if (isZero() || other.isZero()) {
      return ZERO;
    }
    if (isOne()) {
      return other;
    }
    if (other.isOne()) {
      return this;
    }
    var product = folded(other, Exact::times);
    if (product.isPresent()) {
      return product.get();
    }
    if (exact().filter(x -> x.is(-1)).isPresent() || isNegation(expression)) {
      return negate().times(other).negate();
    }
    if (other.exact().isPresent() && exact().isEmpty()) {
      return other.times(this);
    }
    if (isNegation(other.expression)) {
      return times(other.negate()).negate();
    }
    if (other.expression instanceof Conditional choice && hasNumberBranch(choice)) {
      return when(choice.condition(), times(of(choice.then())), times(of(choice.otherwise())));
    }
    return timesProduct(other);
  }

  /** The product of two terms neither of which is 0, 1 or a negation. */
  private Term timesProduct(Term other) {
    if (other.expression instanceof Apply(var operation, var arguments, _, _)) {
      var first = of(arguments.getFirst());
      if (operation == DIVIDE && first.isOne()) {
        return over(of(arguments.get(1)));
      }
      boolean leads = (operation == MULTIPLY || operation == DIVIDE) && first.exact().isPresent();
      var coefficient = leads ? folded(first, Exact::times) : Optional.<Term>empty();
      if (coefficient.isPresent()) {
        var rest = of(arguments.get(1));
        return operation == MULTIPLY ? coefficient.get().times(rest) : coefficient.get().over(rest);
      }
      var number = exact();
      if (operation == DIVIDE && number.filter(Exact::isFraction).isPresent()) {
        var numerator = number.get().top().times(first);
        return numerator.over(number.get().bottom().times(of(arguments.get(1))));
      }
    }
    if (exact().isEmpty()
        && expression instanceof Apply(var operation, var arguments, _, _)
        && operation == DIVIDE
        && of(arguments.getFirst()).isOne()) {
      return other.over(of(arguments.get(1)));
    }
    return join(MULTIPLY, other);
  }

  public Term over(Term other) {
    if (isZero() || other.isOne()) {
      return this;
    }
    var quotient = folded(other, Exact::over);
    if (quotient.isPresent()) {
      return quotient.get();
    }
    if (isNegation(expression)) {
      return negate().over(other).negate();
    }
    if (isNegation(other.expression)) {
      return over(other.negate()).negate();
    }
    if (other.isNegative()) {
      return negate().over(other.negate());
    }
    var number = exact();
    if (number.filter(Exact::isFraction).isPresent()) {
      return number.get().top().over(number.get().bottom().times(other));
    }
    var ratio = coefficient().over(other.coefficient());
    if (ratio.filter(Exact::isWhole).isPresent() && !other.coefficient().is(1)) {
      return written(ratio.get()).times(cofactor()).over(other.cofactor());
    }
    return join(DIVIDE, other);
  }

  /** The number that a product begins with, or 1. */
  private Exact coefficient() {
    return expression instanceof Apply(var operation, var arguments, _, _) && operation == MULTIPLY
        ? of(arguments.getFirst()).exact().orElse(Exact.ONE)
        : exact().orElse(Exact.ONE);
  }

  /** What {@link #coefficient} multiplies. */
  private Term cofactor() {
    if (exact().isPresent()) {
      return ONE;
    }
    return coefficient().is(1) ? this : of(((Apply) expression).argument(1));
  }

  public Term pow(Term exponent) {
    if (exponent.isZero()) {
      return ONE;
    }
    return exponent.isOne() ? this : join(POWER, exponent);
  }

  public Term squared() {
    return pow(TWO);
  }

  /** A built-in function of one argument. */
  public Term apply(Operation operation) {
    return new Term(apply(operation, expression));
  }

  public Term apply(Operation operation, Term other) {
    return new Term(apply(operation, expression, other.expression));
  }

  /** {@code then if condition else otherwise}. */
  public static Term when(Expression condition, Term then, Term otherwise) {
    return Likeness.same(then.expression, otherwise.expression)
        ? then
        : new Term(new Conditional(condition, then.expression, otherwise.expression, NOWHERE));
  }

  /** A comparison of two terms, as the condition of {@link #when}. */
  public static Expression compare(Operation comparison, Term left, Term right) {
    return new Apply(comparison, List.of(left.expression, right.expression), Kind.TRUTH, NOWHERE);
  }

  /** Both conditions, the second evaluated only where the first holds. */
  public static Expression both(Expression first, Expression second) {
    return new Apply(AND, List.of(first, second), Kind.TRUTH, NOWHERE);
  }

  /** A product exactly as given: the form {@code adjoint * (derivative of the line)}. */
  public Term timesAsWritten(Term other) {
    return join(MULTIPLY, other);
  }

  Optional<Exact> exact() {
    return Exact.of(expression);
  }

  private interface Fold {
    Optional<Exact> of(Exact a, Exact b);
  }

  private Optional<Term> folded(Term other, Fold fold) {
    var a = exact();
    var b = a.isEmpty() ? a : other.exact();
    return b.isEmpty() ? Optional.empty() : fold.of(a.get(), b.get()).map(Term::written);
  }

  private Term join(Operation operation, Term other) {
    return new Term(apply(operation, expression, other.expression));
  }

  private static Term written(Exact number) {
    return new Term(number.written());
  }

  private static boolean hasNumberBranch(Conditional choice) {
    return choice.then() instanceof Literal || choice.otherwise() instanceof Literal;
  }

  static boolean isNegation(Expression expression) {
    return expression instanceof Apply(var operation, _, _, _) && operation == NEGATE;
  }

  static Expression literal(double value) {
    return new Literal(value, NOWHERE);
  }

  static Expression negation(Expression expression) {
    return expression instanceof Literal(var value, var place)
        ? new Literal(-value, place)
        : apply(NEGATE, expression);
  }

  static Expression apply(Operation operation, Expression... arguments) {
    return new Apply(operation, List.of(arguments), Kind.NUMBER, NOWHERE);
  }
}
