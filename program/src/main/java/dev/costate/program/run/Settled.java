package dev.costate.program.run;

import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Function;
import dev.costate.program.Origin;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Return;
import dev.costate.program.Walk;
import java.util.List;
import java.util.Optional;

/** Expressions whose value is settled before anything is called: they read no variable. */
public final class Settled {
  private static final String NAME = "settled()";

  private Settled() {}

  /**
   * The value of an expression, which may read constants and call functions of the program; empty
   * if it reads a variable.
   *
   * @throws ProgramFailure if its code fails
   */
  public static Optional<Value> value(Program program, Expression expression) {
    if (Walk.contains(expression, Expression.Read.class::isInstance)) {
      return Optional.empty();
    }
    var origin = Origin.of(expression.place());
    var body = new Block(List.<Statement>of(new Return(List.of(expression), origin)));
    var function = new Function(NAME, List.of(), List.of(expression.kind()), body, origin);
    var interpreter = new Interpreter(program.with(List.of(function)));
    return Optional.of(interpreter.call(NAME, List.of()).getFirst());
  }
}
