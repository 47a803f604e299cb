/**
 * Running programs the slow and obvious way, and what every way of running has in common.
 *
 * <p>{@link dev.costate.program.run.Interpreter} walks the intermediate form; the bytecode of
 * {@code emit} is tested against it and must give the same values bit for bit, the same failures at
 * the same places, and the same limit of nested calls ({@link dev.costate.runtime.Depth#LIMIT}).
 * {@link dev.costate.program.run.Value}s go in and come out; a {@link
 * dev.costate.program.run.ProgramFailure} says what went wrong at which place of the user's text.
 * Start reading at {@code Interpreter}.
 */
@NullMarked
package dev.costate.program.run;

import org.jspecify.annotations.NullMarked;
