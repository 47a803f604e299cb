package dev.costate.economy;

import dev.costate.language.Diagnostics;
import dev.costate.program.Program;
import dev.costate.program.lower.DifferentiatedParameters;
import java.util.List;

/**
 * What reading a market asks of whoever can differentiate, so that its code may say {@code
 * gradient(f, …)}.
 */
public interface Derivatives extends DifferentiatedParameters {
  /**
   * The program with calls of generated functions in place of each {@code gradient(f, …)}; reports
   * what cannot be differentiated.
   */
  Program runnable(Program program, Diagnostics diagnostics);

  /** For markets whose code takes no gradients. */
  static Derivatives none() {
    return new Derivatives() {
      @Override
      public List<Integer> of(Program program, String function, Diagnostics diagnostics) {
        return DifferentiatedParameters.all().of(program, function, diagnostics);
      }

      @Override
      public Program runnable(Program program, Diagnostics diagnostics) {
        return program;
      }
    };
  }
}
