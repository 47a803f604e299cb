package dev.costate.language.syntax;

import dev.costate.language.Place;
import java.util.List;

/** An expression as written. */
public sealed interface Expression {
  Place place();

  /**
   * A number literal.
   *
   * @param text the digits without {@code _} and without {@code %}, e.g. {@code 0.5} or {@code
   *     1e-3}
   * @param percent whether {@code %} stood behind it
   */
  record NumberLiteral(String text, boolean percent, Place place) implements Expression {
    /** Its value; with {@code %} divided by 100 (correctly rounded from the decimal text). */
    public double value() {
      var exact = new java.math.BigDecimal(text);
      return (percent ? exact.movePointLeft(2) : exact).doubleValue();
    }
  }

  /** {@code true} or {@code false}. */
  record TruthLiteral(boolean value, Place place) implements Expression {}

  /** A name that is read: a local, a parameter, a constant, a quantity. */
  record Read(Name name) implements Expression {
    @Override
    public Place place() {
      return name.place();
    }
  }

  record Unary(UnaryOperator operator, Expression operand, Place place) implements Expression {}

  record Binary(BinaryOperator operator, Expression left, Expression right, Place place)
      implements Expression {}

  /** {@code then if condition else otherwise}. */
  record Conditional(Expression then, Expression condition, Expression otherwise, Place place)
      implements Expression {}

  /**
   * A call of a function of the file or of a built-in; also {@code price(g)} and {@code gradient(f,
   * x)}.
   */
  record Call(Name function, List<Expression> arguments, Place place) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code v[i]}, {@code m[i, j]}; of what a set indexes also more: {@code flow[i, j, h]}. */
  record Index(Expression array, List<Expression> indices, Place place) implements Expression {
    public Index {
      indices = List.copyOf(indices);
    }
  }

  /** {@code [1, 2, 3]}; a matrix is a list of such lists. */
  record ArrayLiteral(List<Expression> elements, Place place) implements Expression {
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }
  }

  /**
   * {@code 2*x[i] for i in product}: the only item of an array literal or of a call, and there as
   * many items as the generator has members.
   */
  record Each(Expression element, Generator generator, Place place) implements Expression {}

  /** An expression in brackets; kept so that the user's text can be printed back. */
  record Parenthesized(Expression inner, Place place) implements Expression {}
}
