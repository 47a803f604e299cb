package dev.costate.program;

import dev.costate.language.Place;
import java.util.List;

/**
 * A value computed without effects. Evaluation is left to right; only what is needed is evaluated.
 */
public sealed interface Expression {
  Kind kind();

  Place place();

  /**
   * A number; printed as the shortest decimal that reads back as the same binary64. May be
   * negative, infinite or NaN only in generated code.
   */
  record Literal(double value, Place place) implements Expression {
    @Override
    public Kind kind() {
      return Kind.NUMBER;
    }
  }

  record Truth(boolean value, Place place) implements Expression {
    @Override
    public Kind kind() {
      return Kind.TRUTH;
    }
  }

  record Read(Variable variable, Place place) implements Expression {
    @Override
    public Kind kind() {
      return variable.kind();
    }
  }

  /**
   * A parameter of the file (or {@code pi}, {@code e}): a number by name, see {@link
   * Program#constants}.
   */
  record Constant(String name, Place place) implements Expression {
    @Override
    public Kind kind() {
      return Kind.NUMBER;
    }
  }

  /** A built-in operation on arguments whose kinds {@code lower} has checked. */
  record Apply(Operation operation, List<Expression> arguments, Kind kind, Place place)
      implements Expression {
    public Apply {
      arguments = List.copyOf(arguments);
    }

    public Expression argument(int i) {
      return arguments.get(i);
    }
  }

  /** A call of a function of the program that has one result. */
  record Call(String function, List<Expression> arguments, Kind kind, Place place)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code then if condition else otherwise}: only one of the two is evaluated. */
  record Conditional(Expression condition, Expression then, Expression otherwise, Place place)
      implements Expression {
    @Override
    public Kind kind() {
      return then.kind();
    }
  }

  /** A new array: of numbers a vector, of vectors of equal length a matrix (its rows). */
  record Elements(List<Expression> elements, Kind kind, Place place) implements Expression {
    public Elements {
      elements = List.copyOf(elements);
    }
  }

  /**
   * {@code gradient(f, x, …)}: the partials of f at the arguments; the differentiation module
   * replaces it by calls before a program runs. All differentiated arguments numbers: a vector of
   * partials; a single array: its partial. Several results occur only in {@link
   * Statement.GradientMany}.
   */
  record Gradient(String function, List<Expression> arguments, Kind kind, Place place)
      implements Expression {
    public Gradient {
      arguments = List.copyOf(arguments);
    }
  }
}
