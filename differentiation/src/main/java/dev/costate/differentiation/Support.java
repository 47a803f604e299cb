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
    new Body(function, Dependence.of(function, wrt, flow)).block(function.body(), 0);
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

    void block(Block block, int loops) {
      for (var statement : block.statements()) {
        var place = statement.origin().place();
        Walk.expressions(statement).forEach(this::expression);
        if (statement instanceof CallMany(_, var callee, var arguments, _)) {
          call(callee, arguments, place);
        }
        if (mode == Mode.ADJOINT) {
          adjoint(statement, loops, place);
        } else {
          tangent(statement, place);
        }
        int inner = loops + (isLoop(statement) ? 1 : 0);
        Walk.blocks(statement).forEach(b -> block(b, inner));
      }
    }

    private static boolean isLoop(Statement statement) {
      return statement instanceof For || statement instanceof While || statement instanceof ForEach;
    }

    private void adjoint(Statement statement, int loops, Place place) {
      switch (statement) {
        case ForEach _ ->
            notYet(place, "a loop over an array", "use a counted loop over its indices");
        case Push _, Pop _ -> notYet(place, "an array that grows or shrinks", "use numbers");
        case Assign(Target.Element(var array, _), _, _) ->
            notYet(place, "an update of an element of '" + array + "'", "use numbers");
        case Assign(Target.Whole(var variable), _, _)
            when variable.kind().isArray() && (loops > 0 || dependence.isVaried(variable)) ->
            notYet(place, "the array '" + variable + "'", "use numbers");
        case AssignMany(var targets, _, _) ->
            targets.stream()
                .filter(t -> t instanceof Target.Element || t.variable().kind().isArray())
                .forEach(t ->
                    notYet(place, "an update of the array '" + t.variable() + "'", "use numbers"));
        case CallMany(var targets, _, _, _) ->
            targets.stream()
                .filter(t -> t instanceof Target.Element || t.variable().kind().isArray())
                .forEach(t ->
                    notYet(place, "an update of the array '" + t.variable() + "'", "use numbers"));
        case Statement _ -> {}
      }
    }

    private void tangent(Statement statement, Place place) {
      switch (statement) {
        case ForEach(var element, _, _, _) when dependence.isVaried(element) ->
            notYet(place, "a loop over an array", "use a counted loop over its indices");
        case Assign _, AssignMany _, CallMany _ ->
            Walk.writes(statement).stream()
                .filter(
                    v -> v.kind().isArray() && dependence.isVaried(v) && !isEmptyRecord(statement))
                .forEach(v -> notYet(place, "an update of the array '" + v + "'", "use numbers"));
        case Statement _ -> {}
      }
    }

    private static boolean isEmptyRecord(Statement statement) {
      return statement instanceof Assign(Target.Whole _, Expression.Elements(var elements, _, _), _)
          && elements.isEmpty();
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
              case Expression.Apply apply when isArrayOperation(apply) ->
                  notYet(
                      apply.place(),
                      "'" + apply.operation().text() + "' of an array",
                      "use numbers");
              case Expression.Elements elements when dependence.isVaried(elements) ->
                  notYet(elements.place(), "an array of differentiated values", "use numbers");
              case Expression _ -> {}
            }
          });
    }

    private boolean isArrayOperation(Expression.Apply apply) {
      boolean array =
          apply.kind().isArray() || apply.arguments().stream().anyMatch(a -> a.kind().isArray());
      return array && dependence.isVaried(apply);
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
