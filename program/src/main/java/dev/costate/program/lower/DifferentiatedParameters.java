package dev.costate.program.lower;

import dev.costate.language.Diagnostics;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides with respect to which parameters {@code gradient(f, …)} differentiates, since the kinds
 * of its results depend on it.
 */
@FunctionalInterface
public interface DifferentiatedParameters {
  /**
   * The positions, from 0 and ascending, of the differentiated parameters of a function.
   *
   * @param program holds the function and all it calls, except functions that are added later
   * @param diagnostics takes what stands in the way of gradients inside that code
   */
  List<Integer> of(Program program, String function, Diagnostics diagnostics);

  /** All parameters that are numbers or arrays. */
  static DifferentiatedParameters all() {
    return (program, name, _) -> {
      var parameters = program.function(name).parameters();
      var found = new ArrayList<Integer>();
      for (int i = 0; i < parameters.size(); i++) {
        if (parameters.get(i).kind() != Kind.TRUTH) {
          found.add(i);
        }
      }
      return found;
    };
  }
}
