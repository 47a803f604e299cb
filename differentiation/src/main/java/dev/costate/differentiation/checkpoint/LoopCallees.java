package dev.costate.differentiation.checkpoint;

import dev.costate.differentiation.activity.ParameterFlow;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.line.Callees;
import dev.costate.program.Function;
import dev.costate.program.Variable;
import java.util.List;
import java.util.Set;

/** What the derivative of a checkpointed loop asks for beside the derivatives of its step. */
public interface LoopCallees extends Callees {
  /** What reaches what in the program. */
  ParameterFlow flow();

  /** The parameters whose values are taken to vary. */
  Set<Variable> varied(Function of, List<Variable> wrt);

  /** The names for new locals of a function. */
  Naming locals(Function function);

  /**
   * The function that reverses some steps of a checkpointed loop.
   *
   * @param maker makes it, under the name that it is given
   */
  Function backward(
      Function loop, List<Variable> carried, java.util.function.Function<String, Function> maker);

  /** The name of the function that says where the next checkpoint is set. */
  String checkpointDistance();
}
