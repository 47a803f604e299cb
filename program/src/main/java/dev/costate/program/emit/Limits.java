package dev.costate.program.emit;

/**
 * From when on functions are cut, in bytes of code as guessed by {@link Sizes}.
 *
 * @param method the most bytes a method should have
 * @param expression the most bytes an expression should add to a method
 */
record Limits(int method, int expression) {
  /** HotSpot leaves methods of more than 8,000 bytes to its bytecode interpreter. */
  static final Limits USUAL = new Limits(6_000, 2_000);
}
