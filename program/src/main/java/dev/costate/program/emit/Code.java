package dev.costate.program.emit;

import org.jspecify.annotations.Nullable;

/** What the generated class of a program is to the rest of this package. */
interface Code {
  /**
   * Calls a function.
   *
   * @param function its position in the program
   * @param numbers the arguments that are numbers or truths (1 or 0), in the order of the
   *     parameters
   * @param arrays the arguments that are arrays, in the order of the parameters
   * @param outNumbers takes each result that is a number or truth at its position among all results
   * @param outArrays takes each result that is an array at its position among all results
   * @param remaining how many calls may nest inside this one
   */
  void enter(
      int function,
      double[] numbers,
      @Nullable Object[] arrays,
      double[] outNumbers,
      @Nullable Object[] outArrays,
      int remaining);
}
