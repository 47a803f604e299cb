/**
 * The typed intermediate form of functions: what every front end produces, every transform maps,
 * and every printer, interpreter and compiler consumes.
 *
 * <p>A {@link dev.costate.program.Program} is a set of {@link dev.costate.program.Function}s; a
 * function is a block of structured {@link dev.costate.program.Statement}s over {@link
 * dev.costate.program.Expression} trees. Loops stay loops and calls stay calls, so that a
 * transformed program reads like the one it came from. Every {@link dev.costate.program.Variable}
 * has one {@link dev.costate.program.Kind} in its whole function. Arrays are values: no statement
 * aliases one. The vocabulary of operations is one table, {@link dev.costate.program.Operation}.
 * There is no calculus and no economics here. Start reading at {@code Statement}.
 */
@NullMarked
package dev.costate.program;

import org.jspecify.annotations.NullMarked;
