package dev.costate.cli.formula;

import dev.costate.cli.report.Figures;
import dev.costate.language.print.Formatter;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Walk;
import dev.costate.program.print.Raising;
import java.util.List;

/** Expressions of the intermediate form as text of the language. */
public final class Formula {
  /** Literals of more characters were computed. */
  private static final int LONG = 11;

  /** Decimals of more characters are subtracted from. */
  private static final int SHORT = 5;

  private Formula() {}

  public static String of(Expression expression) {
    return Formatter.print(Raising.expression(expression));
  }

  /**
   * The same for reading: numbers that were computed, with many digits, have six of them, and
   * differences of numbers are one.
   */
  public static Expression legible(Expression expression) {
    return Walk.rewrite(expression, Formula::shortened);
  }

  private static Expression shortened(Expression node) {
    return switch (node) {
      case Literal(double value, var place) when Double.toString(value).length() > LONG ->
          new Literal(Double.parseDouble(Figures.of(value)), place);
      case Apply(var operation, var parts, _, var place)
          when operation == Operation.SUBTRACT
              && parts.get(0) instanceof Literal(double a, _)
              && parts.get(1) instanceof Literal(double b, _)
              && Double.toString(a).length() > SHORT ->
          new Literal(Double.parseDouble(Figures.of(a - b)), place);
      case Expression _ -> node;
    };
  }

  /** {@code g(a, b)}. */
  public static String call(String function, List<Expression> arguments) {
    if (arguments.isEmpty()) {
      return function + "()";
    }
    return of(new Call(function, arguments, Kind.NUMBER, arguments.getFirst().place()));
  }

  /** As a factor of a product: in brackets if it is a sum, a negation or a choice. */
  public static String factor(Expression expression) {
    boolean loose =
        switch (expression) {
          case Conditional _ -> true;
          case Apply(var operation, _, _, _) ->
              operation == Operation.ADD
                  || operation == Operation.SUBTRACT
                  || operation == Operation.NEGATE;
          case Expression _ -> false;
        };
    return loose ? "(" + of(expression) + ")" : of(expression);
  }
}
