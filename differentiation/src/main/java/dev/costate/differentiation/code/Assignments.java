package dev.costate.differentiation.code;

import dev.costate.program.Expression;
import dev.costate.program.Origin;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Target;
import dev.costate.program.Variable;

/** Lines that assign. */
public final class Assignments {
  private Assignments() {}

  /** {@code variable = value}. */
  public static Assign assign(Variable variable, Expression value, Origin origin) {
    return new Assign(new Target.Whole(variable), value, origin);
  }
}
