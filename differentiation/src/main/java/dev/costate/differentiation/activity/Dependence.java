package dev.costate.differentiation.activity;

import dev.costate.differentiation.rules.Rules;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Operation;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which variables of a function vary smoothly with some of its parameters, flow-insensitively. */
public final class Dependence {
  private final ParameterFlow flow;
  private final Set<Variable> varied;

  /** Parts of lines whose values are worth recording rather than computing again. */
  private final Set<Variable> costly = new HashSet<>();

  private Dependence(ParameterFlow flow, Collection<Variable> from) {
    this.flow = flow;
    this.varied = new HashSet<>(from);
  }

  public static Dependence of(Function function, Collection<Variable> from, ParameterFlow flow) {
    var dependence = new Dependence(flow, from);
    var statements = Walk.statements(function.body());
    int before = -1;
    while (before != dependence.varied.size()) {
      before = dependence.varied.size();
      statements.forEach(dependence::step);
    }
    return dependence;
  }

  public boolean isVaried(Variable variable) {
    return varied.contains(variable);
  }

  /** The variables of a form of the function that carry numbers, varied or not. */
  public Set<Variable> carryingNumbers(Function form) {
    return flow.carryingNumbers(form);
  }

  /** A generated variable that holds part of a varied expression varies too. */
  public void add(Variable variable) {
    varied.add(variable);
  }

  public void addCostly(Variable variable) {
    costly.add(variable);
  }

  public boolean isCostly(Variable variable) {
    return costly.contains(variable);
  }

  public boolean isVaried(Expression expression) {
    return switch (expression) {
      case Read(var variable, _) -> isVaried(variable);
      case Conditional(_, var then, var otherwise, _) -> isVaried(then) || isVaried(otherwise);
      case Call(var callee, var arguments, _, _) -> isVariedCall(callee, arguments, 0);
      case Apply(var operation, var arguments, _, _) -> isVaried(operation, arguments);
      case Expression other -> Walk.any(Walk.children(other), this::isVaried);
    };
  }

  public boolean isVariedCall(String callee, List<Expression> arguments, int result) {
    for (int i = 0; i < arguments.size(); i++) {
      if (flow.isSmooth(callee, i, result) && isVaried(arguments.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isVaried(Operation operation, List<Expression> arguments) {
    return switch (operation) {
      case LENGTH, ROWS, COLUMNS, ZEROS, ZEROS_MATRIX -> false;
      case ELEMENT, ELEMENT_MATRIX -> isVaried(arguments.getFirst());
      default -> !Rules.isFlat(operation) && Walk.any(arguments, this::isVaried);
    };
  }

  private void step(Statement statement) {
    switch (statement) {
      case Assign(var target, var value, _) -> mark(value, target.variable());
      case AssignMany(var targets, var values, _) -> {
        for (int i = 0; i < targets.size(); i++) {
          mark(values.get(i), targets.get(i).variable());
        }
      }
      case CallMany(var targets, var callee, var arguments, _) -> {
        for (int i = 0; i < targets.size(); i++) {
          if (isVariedCall(callee, arguments, i)) {
            varied.add(targets.get(i).variable());
          }
        }
      }
      case GradientMany(var targets, _, var arguments, _) ->
          targets.forEach(t -> arguments.forEach(a -> mark(a, t.variable())));
      case Push(var array, var value, _) -> mark(value, array);
      case Pop(var target, var array, _) -> {
        if (isVaried(array)) {
          varied.add(target.variable());
        }
      }
      case ForEach(var element, var array, _, _) -> mark(array, element);
      case If _, For _, While _, Break _, Continue _, Return _ -> {}
    }
  }

  private void mark(Expression value, Variable target) {
    if (isVaried(value)) {
      varied.add(target);
    }
  }

  /** Whether an expression reads one of some variables other than through flat operations. */
  public static boolean reads(Expression expression, Predicate<Variable> variables) {
    return switch (expression) {
      case Read(var variable, _) -> variables.test(variable);
      case Conditional(_, var then, var otherwise, _) ->
          reads(then, variables) || reads(otherwise, variables);
      case Apply(var operation, var arguments, _, _) ->
          !Rules.isFlat(operation) && Walk.any(arguments, a -> reads(a, variables));
      case Expression other -> Walk.any(Walk.children(other), c -> reads(c, variables));
    };
  }
}
