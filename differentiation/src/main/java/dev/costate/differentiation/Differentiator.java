package dev.costate.differentiation;

import dev.costate.differentiation.activity.Analyses;
import dev.costate.differentiation.activity.ParameterFlow;
import dev.costate.differentiation.activity.Support;
import dev.costate.differentiation.checkpoint.Checkpoints;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.jacobian.Jacobians;
import dev.costate.differentiation.jacobian.Sparsity;
import dev.costate.language.Diagnostics;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * The door: derivatives of the functions of a program, as functions added to it.
 *
 * <p>Every method refuses what it cannot differentiate with {@link NotDifferentiable}, which lists
 * all reasons, and throws {@link IllegalArgumentException} if a named function or parameter does
 * not exist.
 */
public final class Differentiator {
  private Differentiator() {}

  /**
   * The program with a call of a generated function in place of each {@code gradient(f, …)} in its
   * code: only so can it run.
   */
  public static Program runnable(Program program) {
    return NestedGradients.of(program).program();
  }

  /**
   * The gradient of a function with one number as result, with respect to the parameters that
   * {@link Flow} says.
   */
  public static Derivative gradient(Program program, String function) {
    return gradient(program, function, List.of());
  }

  /**
   * The gradient of a function with one number as result: {@code df_dx(parameters)}, or {@code
   * df(parameters)} for several, returning the partial with respect to each of {@code wrt} (empty:
   * those that {@link Flow} says), in the order of the parameters.
   */
  public static Derivative gradient(Program program, String function, List<String> wrt) {
    return gradient(NestedGradients.of(program), function, wrt);
  }

  static Derivative gradient(NestedGradients.Expanded expanded, String function, List<String> wrt) {
    return gradient(expanded, function, wrt, Analyses.ALL);
  }

  /** The gradient as some of the analyses make it. */
  static Derivative gradient(
      NestedGradients.Expanded expanded, String function, List<String> wrt, Analyses analyses) {
    var checkpoints = checkpoints(expanded.program(), function);
    var of = expanded.program().function(function);
    var flow = ParameterFlow.of(checkpoints.program());
    if (!of.results().equals(List.of(Kind.NUMBER))) {
      throw refusal(
          of,
          "'%s' has %s: it has no gradient".formatted(function, results(of)),
          "ask for the tangent, '--mode forward', or for the Jacobian, '--mode jacobian'");
    }
    var chosen = chosen(of, wrt, flow);
    check(expanded.program(), of, chosen, flow);
    return new Generation(expanded, checkpoints, flow, analyses).gradient(of, chosen);
  }

  /**
   * The pullback of a function: {@code f_pullback(parameters, one seed per result)} returns, for
   * each of {@code wrt} in the order of the parameters, the partial of the sum of seed times
   * result.
   */
  public static Derivative pullback(Program program, String function, List<String> wrt) {
    var expanded = NestedGradients.of(program);
    var checkpoints = checkpoints(expanded.program(), function);
    var of = expanded.program().function(function);
    var flow = ParameterFlow.of(checkpoints.program());
    var chosen = chosen(of, wrt, flow);
    check(expanded.program(), of, chosen, flow);
    return new Generation(expanded, checkpoints, flow).pullback(of, chosen);
  }

  /**
   * The tangent of a function: {@code f_tangent(parameters, x_dot for each of wrt)} returns the
   * tangent of each result, that is the Jacobian with respect to {@code wrt} times the given
   * directions.
   */
  public static Derivative tangent(Program program, String function, List<String> wrt) {
    var expanded = NestedGradients.of(program);
    var of = expanded.program().function(function);
    var flow = ParameterFlow.of(expanded.program());
    var chosen = chosen(of, wrt, flow);
    check(expanded.program(), of, chosen, flow);
    return new Generation(expanded, Checkpoints.none(expanded.program()), flow).tangent(of, chosen);
  }

  /**
   * The Jacobian of a function: {@code f_jacobian(parameters)} returns a matrix, results by rows
   * and {@code wrt} by columns, arrays flattened row by row. It takes the cheaper way by itself: as
   * many tangents as there are columns, or as many pullbacks as there are rows; where the code
   * shows that the elements of the result depend on few elements of the parameters each ({@link
   * Sparsity}), one tangent for all columns that share no row.
   */
  public static Derivative jacobian(Program program, String function, List<String> wrt) {
    var tangent = tangent(program, function, wrt);
    var primal = tangent.program().function(function);
    var offsets = Sparsity.of(primal, tangent.wrt());
    if (offsets.isPresent()) {
      var compressed =
          Jacobians.compressed(
              tangent.program(),
              primal,
              tangent.wrt(),
              free(tangent.program(), Naming.jacobian(function)),
              new Jacobians.Part(tangent.function(), List.of()),
              offsets.get());
      return with(tangent.program(), compressed, tangent.wrt(), tangent.generated(), List.of());
    }
    var pullback = pullback(tangent.program(), function, wrt);
    var all = pullback.program();
    var of = all.function(function);
    var made =
        Jacobians.jacobian(
            all,
            of,
            tangent.wrt(),
            free(all, Naming.jacobian(function)),
            new Jacobians.Part(tangent.function(), List.of()),
            new Jacobians.Part(pullback.function(), Generation.accumulated(of, pullback.wrt())));
    return with(all, made, tangent.wrt(), tangent.generated(), pullback.generated());
  }

  /**
   * The Hessian of a function with one number as result: {@code f_hessian(parameters)} returns the
   * symmetric matrix of its second partials, by tangents of the gradient.
   */
  public static Derivative hessian(Program program, String function, List<String> wrt) {
    var gradient = gradient(program, function, wrt);
    var names = gradient.wrt().stream().map(Variable::name).toList();
    var tangent = tangent(gradient.program(), gradient.function(), names);
    var all = tangent.program();
    var made =
        Jacobians.byTangent(
            all,
            all.function(gradient.function()),
            gradient.wrt(),
            free(all, Naming.hessian(function)),
            new Jacobians.Part(tangent.function(), List.of()));
    return with(all, made, gradient.wrt(), gradient.generated(), tangent.generated());
  }

  private static String free(Program program, String wanted) {
    return Naming.avoiding(program.functions().stream().map(Function::name).toList()).fresh(wanted);
  }

  private static Derivative with(
      Program program,
      Function made,
      List<Variable> wrt,
      List<Function> first,
      List<Function> second) {
    var generated = new ArrayList<>(first);
    second.stream().filter(f -> !generated.contains(f)).forEach(generated::add);
    generated.add(made);
    return new Derivative(program.with(List.of(made)), made.name(), wrt, generated);
  }

  private static List<Variable> chosen(Function of, List<String> wrt, ParameterFlow flow) {
    if (wrt.isEmpty()) {
      var all = flow.differentiated(of);
      if (all.isEmpty()) {
        throw refusal(
            of,
            "there is nothing to differentiate in '%s'".formatted(of.name()),
            "none of its parameters reaches its result with a derivative");
      }
      return all;
    }
    var chosen = new ArrayList<Variable>();
    for (int i = 0; i < of.parameters().size(); i++) {
      var parameter = of.parameters().get(i);
      if (!wrt.contains(parameter.name())) {
        continue;
      }
      if (flow.isInteger(of, i)) {
        throw refusal(
            of,
            "'%s' of '%s' is an integer: it reaches a range, an index or a size"
                .formatted(parameter, of.name()),
            "a loop's length must not depend on what is differentiated");
      }
      chosen.add(parameter);
    }
    if (chosen.size() != wrt.size()) {
      var names = of.parameters().stream().map(Variable::name).toList();
      throw new IllegalArgumentException(
          "'%s' has the parameters %s, not all of %s".formatted(of.name(), names, wrt));
    }
    return chosen;
  }

  private static Checkpoints checkpoints(Program program, String function) {
    var diagnostics = new Diagnostics();
    var checkpoints = Checkpoints.of(program, function, diagnostics);
    refuse(diagnostics);
    return checkpoints;
  }

  private static void check(Program program, Function of, List<Variable> wrt, ParameterFlow flow) {
    var diagnostics = new Diagnostics();
    Support.check(program, of, wrt, flow, diagnostics);
    refuse(diagnostics);
  }

  private static void refuse(Diagnostics diagnostics) {
    if (diagnostics.hasErrors()) {
      throw new NotDifferentiable(diagnostics.all());
    }
  }

  private static NotDifferentiable refusal(Function of, String message, String hint) {
    var diagnostics = new Diagnostics();
    diagnostics.error(of.origin().place(), message, hint);
    return new NotDifferentiable(diagnostics.all());
  }

  private static String results(Function of) {
    return of.results().size() == 1
        ? "a " + of.results().getFirst() + " as result"
        : of.results().size() + " results";
  }
}
