package dev.costate.differentiation;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds everything in a function, and in the functions it calls, that a transform cannot
 * differentiate yet, before anything is transformed.
 */
final class Support {
  /** Which transform is asked for. */
  enum Mode {
    ADJOINT,
    TANGENT
  }

  private final Program program;
  private final Flow flow;
  private final Mode mode;
  private final Diagnostics diagnostics;
  private final Set<String> checked = new HashSet<>();
  private final Deque<String> path = new ArrayDeque<>();

  private Support(Program program, Flow flow, Mode mode, Diagnostics diagnostics) {
    this.program = program;
    this.flow = flow;
    this.mode = mode;
    this.diagnostics = diagnostics;
  }

  /**
   * Reports all that stands in the way of differentiating a function with respect to some
   * parameters.
   */
  static void check(
      Program program,
      Function function,
      List<Variable> wrt,
      Flow flow,
      Mode mode,
      Diagnostics diagnostics) {
    new Support(program, flow, mode, diagnostics).function(function, wrt);
  }

  private void function(Function function, List<Variable> wrt) {
    if (!checked.add(function.name())) {
      return;
    }
    path.push(function.name());
    new Body(function, Dependence.of(function, wrt, flow)).block(function.body());
    path.pop();
  }

  private void refuse(Place place, String message, String hint) {
    diagnostics.error(place, message, hint);
  }

  private final class Body {
    private final Function function;
    private final Dependence dependence;

    Body(Function function, Dependence dependence) {
      this.function = function;
      this.dependence = dependence;
    }

    void block(Block block) {
      for (var statement : block.statements()) {
        var place = statement.origin().place();
        Walk.expressions(statement).forEach(this::expression);
        if (statement instanceof CallMany(_, var callee, var arguments, _)) {
          call(callee, arguments, place);
        }
        Walk.blocks(statement).forEach(this::block);
      }
    }

    private void expression(Expression expression) {
      Walk.nodes(
          expression,
          node -> {
            switch (node) {
              case Expression.Gradient gradient ->
                  notYet(
                      gradient.place(),
                      "'gradient(…)' inside code",
                      "use the function that 'costate diff' prints");
              case Call(var callee, var arguments, _, var place) -> call(callee, arguments, place);
              case Expression _ -> {}
            }
          });
    }

    private void call(String callee, List<Expression> arguments, Place place) {
      var called = program.function(callee);
      boolean varied = false;
      for (int r = 0; r < called.results().size(); r++) {
        varied |= dependence.isVariedCall(callee, arguments, r);
      }
      if (!varied) {
        return;
      }
      if (mode == Mode.ADJOINT && path.contains(callee)) {
        var how = callee.equals(function.name()) ? "calls itself" : "leads back to itself";
        refuse(
            place,
            "'%s' %s: the derivative of a recursion is not in this version yet"
                .formatted(callee, how),
            "write it as a counted loop");
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

    private void notYet(Place place, String what, String hint) {
      refuse(place, "the derivative of " + what + " is not in this version yet", hint);
    }
  }
}
