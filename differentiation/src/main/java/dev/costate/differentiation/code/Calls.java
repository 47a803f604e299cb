package dev.costate.differentiation.code;

import static dev.costate.differentiation.code.Assignments.assign;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Read;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import java.util.Collection;
import java.util.List;

/** Lines that call generated functions. */
public final class Calls {
  private Calls() {}

  /** {@code a, b = f(…)}: an assignment where there is one target. */
  public static Statement assigned(
      List<Variable> targets, String callee, List<Expression> arguments, Origin origin) {
    if (targets.size() == 1) {
      var target = targets.getFirst();
      return assign(target, new Call(callee, arguments, target.kind(), origin.place()), origin);
    }
    return new CallMany(
        targets.stream().<Target>map(Target.Whole::new).toList(), callee, arguments, origin);
  }

  public static List<Expression> reads(Collection<Variable> variables, Origin origin) {
    return variables.stream().<Expression>map(v -> new Read(v, origin.place())).toList();
  }
}
