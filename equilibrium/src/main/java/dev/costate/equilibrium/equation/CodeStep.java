package dev.costate.equilibrium.equation;

import dev.costate.differentiation.Differentiator;
import dev.costate.equilibrium.condition.NumericFunction;
import dev.costate.equilibrium.condition.Slice;
import dev.costate.equilibrium.graph.Step;
import dev.costate.program.Program;
import dev.costate.program.Variable;
import dev.costate.program.emit.Compiler;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Code from numbers to one number, compiled with its gradient. */
public final class CodeStep implements Step {
  private final String function;
  private final int arguments;
  private final NumericFunction value;
  private final NumericFunction gradient;
  private final double[] seeded;
  private final Program program;
  private final List<String> names;

  /** The tangent of the gradient, once it is asked for. */
  private Optional<NumericFunction> second = Optional.empty();

  private CodeStep(Program program, String function) {
    this.function = function;
    names = program.function(function).parameters().stream().map(Variable::name).toList();
    arguments = names.size();
    seeded = new double[arguments + 1];
    var slice = Slice.of(program, function);
    this.program = slice;
    if (names.isEmpty()) {
      value = NumericFunction.of(Compiler.compile(slice).kernel(function));
      gradient = value;
    } else {
      var pullback = Differentiator.pullback(slice, function, names);
      var compiled = Compiler.compile(pullback.program());
      value = NumericFunction.of(compiled.kernel(function));
      gradient = NumericFunction.of(compiled.kernel(pullback.function()));
    }
  }

  /**
   * @throws dev.costate.differentiation.NotDifferentiable if the code has no derivative
   */
  public static CodeStep of(Program program, String function) {
    return new CodeStep(program, function);
  }

  /** The name of its function. */
  public String function() {
    return function;
  }

  @Override
  public int arguments() {
    return arguments;
  }

  @Override
  public int results() {
    return 1;
  }

  @Override
  public boolean evaluate(double[] numbers, double[] into) {
    return value.evaluate(numbers, into);
  }

  @Override
  public boolean partials(double[] numbers, double[] into) {
    System.arraycopy(numbers, 0, seeded, 0, arguments);
    seeded[arguments] = 1;
    return arguments == 0 || gradient.evaluate(seeded, into);
  }

  /**
   * @throws dev.costate.differentiation.NotDifferentiable if the gradient of the code has no
   *     derivative
   */
  @Override
  public boolean curvature(double[] numbers, double[] tangents, double[] adjoints, double[] into) {
    if (arguments == 0) {
      return true;
    }
    if (second.isEmpty()) {
      second = Optional.of(compiledSecond());
    }
    var given = Arrays.copyOf(numbers, 2 * arguments + 1);
    given[arguments] = adjoints[0];
    System.arraycopy(tangents, 0, given, arguments + 1, arguments);
    var own = new double[arguments];
    if (!second.get().evaluate(given, own)) {
      return false;
    }
    for (int a = 0; a < arguments; a++) {
      into[a] += own[a];
    }
    return true;
  }

  private NumericFunction compiledSecond() {
    var pullback = Differentiator.pullback(program, function, names);
    var tangent = Differentiator.tangent(pullback.program(), pullback.function(), names);
    return NumericFunction.of(
        Compiler.compile(Slice.of(tangent.program(), tangent.function()))
            .kernel(tangent.function()));
  }
}
