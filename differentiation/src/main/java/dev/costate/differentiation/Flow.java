package dev.costate.differentiation;

import dev.costate.differentiation.activity.ParameterFlow;
import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.Variable;
import java.util.List;

/**
 * Which parameters of each function of a program are differentiated, and which are integers ({@code
 * LANGUAGE} section 1): a parameter is an integer if it, or a value computed from it, reaches a
 * range, an index or a size; of the others, those are differentiated whose value reaches the result
 * other than through comparisons, {@code floor}, {@code ceil}, {@code sign}.
 */
public final class Flow {
  private final ParameterFlow flow;

  private Flow(ParameterFlow flow) {
    this.flow = flow;
  }

  public static Flow of(Program program) {
    return new Flow(ParameterFlow.of(program));
  }

  /**
   * The parameters with respect to which a function is differentiated when nobody says otherwise,
   * in order.
   */
  public List<Variable> differentiated(Function function) {
    return flow.differentiated(function);
  }

  /** Whether a parameter, counted from 0, reaches a range, an index or a size. */
  public boolean isInteger(Function function, int parameter) {
    return flow.isInteger(function, parameter);
  }
}
