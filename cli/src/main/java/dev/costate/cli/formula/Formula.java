package dev.costate.cli.formula;

import dev.costate.language.print.Formatter;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.print.Raising;
import java.util.List;

/** Expressions of the intermediate form as text of the language. */
public final class Formula {
  private Formula() {}

  public static String of(Expression expression) {
    return Formatter.print(Raising.expression(expression));
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
