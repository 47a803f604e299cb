package dev.costate.differentiation;

import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.Variable;
import java.util.List;

/**
 * A derivative: the program it was made from with the derivative's functions behind the others.
 *
 * @param program the given program and every generated function
 * @param function the name of the derivative
 * @param wrt the differentiated parameters, in the order of the partials
 * @param generated the generated functions that did not stand in the given program, callees first;
 *     the last is the derivative
 */
public record Derivative(
    Program program, String function, List<Variable> wrt, List<Function> generated) {
  public Derivative {
    wrt = List.copyOf(wrt);
    generated = List.copyOf(generated);
  }
}
