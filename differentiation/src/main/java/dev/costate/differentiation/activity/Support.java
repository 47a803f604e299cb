package dev.costate.differentiation.activity;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.Statement.*;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds everything in a function, and in the functions it calls, that cannot be differentiated,
 * before anything is transformed: a size, an index or a loop bound that varies.
 */
public final class Support {
  private final Program program;
  private final ParameterFlow flow;
  private final Diagnostics diagnostics;
  private final Set<String> checked = new HashSet<>();

  private Support(Program program, ParameterFlow flow, Diagnostics diagnostics) {
    this.program = program;
    this.flow = flow;
    this.diagnostics = diagnostics;
  }

  /**
   * Reports all that stands in the way of differentiating a function with respect to some
   * parameters.
   */
  public static void check(
      Program program,
      Function function,
      List<Variable> wrt,
      ParameterFlow flow,
      Diagnostics diagnostics) {
    new Support(program, flow, diagnostics).function(function, wrt);
  }

  private void function(Function function, List<Variable> wrt) {
    if (!checked.add(function.name())) {
      return;
    }
    new Body(Dependence.of(function, wrt, flow)).block(function.body());
  }

  private void refuse(Place place, String message, String hint) {
    diagnostics.error(place, message, hint);
  }

  private final class Body {
    private final Dependence dependence;

    Body(Dependence dependence) {
      this.dependence = dependence;
    }

    void block(Block block) {
      for (var statement : block.statements()) {
        Walk.expressions(statement).forEach(this::expression);
        if (statement instanceof CallMany(_, var callee, var arguments, _)) {
          call(callee, arguments);
        }
        Walk.blocks(statement).forEach(this::block);
      }
    }

    private void expression(Expression expression) {
      Walk.nodes(
          expression,
          node -> {
            if (node instanceof Call(var callee, var arguments, _, _)) {
              call(callee, arguments);
            }
          });
    }

    private void call(String callee, List<Expression> arguments) {
      var called = program.function(callee);
      boolean varied = false;
      for (int r = 0; r < called.results().size(); r++) {
        varied |= dependence.isVariedCall(callee, arguments, r);
      }
      if (!varied) {
        return;
      }
      for (int i = 0; i < arguments.size(); i++) {
        if (flow.isInteger(called, i) && dependence.isVaried(arguments.get(i))) {
          refuse(
              arguments.get(i).place(),
              "'%s' of '%s' is a loop bound, an index or a size, but here it depends on what is differentiated"
                  .formatted(called.parameters().get(i), callee),
              "a loop's length must not depend on what is differentiated; pass it in as a parameter");
        }
      }
      function(called, flow.differentiated(called));
    }
  }
}
