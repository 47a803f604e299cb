package dev.costate.equilibrium.condition;

import dev.costate.language.Diagnostic;
import dev.costate.program.emit.Kernel;
import dev.costate.program.run.ProgramFailure;
import java.util.Optional;

/** A compiled function from numbers to numbers that says where it is defined. */
public final class NumericFunction {
  private final Kernel kernel;

  private NumericFunction(Kernel kernel) {
    this.kernel = kernel;
  }

  public static NumericFunction of(Kernel kernel) {
    return new NumericFunction(kernel);
  }

  public int results() {
    return kernel.outputs();
  }

  /**
   * Computes the results.
   *
   * @return false if one is not finite or the code fails there: the arguments are outside its
   *     domain
   */
  public boolean evaluate(double[] arguments, double[] into) {
    try {
      kernel.evaluate(arguments, into);
    } catch (ProgramFailure _) {
      return false;
    }
    for (int i = 0; i < kernel.outputs(); i++) {
      if (!Double.isFinite(into[i])) {
        return false;
      }
    }
    return true;
  }

  /** What the code fails with at the arguments; empty if it gives numbers there, finite or not. */
  Optional<Diagnostic> failure(double[] arguments) {
    try {
      kernel.evaluate(arguments, new double[kernel.outputs()]);
      return Optional.empty();
    } catch (ProgramFailure failure) {
      return Optional.of(failure.diagnostic());
    }
  }
}
