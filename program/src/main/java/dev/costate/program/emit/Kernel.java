package dev.costate.program.emit;

/**
 * A function from numbers to numbers, compiled. Thread-safe.
 *
 * <p>An evaluation allocates nothing, unless the function uses arrays, calls functions with more
 * results than it has itself, or is so long that it is cut into several methods.
 */
public interface Kernel {
  /**
   * Evaluates the function.
   *
   * @param in the arguments, one for each parameter; left as it is
   * @param out takes the results
   * @throws dev.costate.program.run.ProgramFailure if the program fails
   */
  void evaluate(double[] in, double[] out);

  /** How many parameters the function has. */
  int inputs();

  /** How many results the function has. */
  int outputs();
}
