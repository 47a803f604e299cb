/**
 * Loops that are reversed from checkpoints: states of the loop are stored at few of its steps, and
 * the steps behind each are run again before they are reversed.
 *
 * <p>The checkpoints are set by the binomial schedule, which runs the fewest steps again for a
 * given number of them (Griewank and Walther, Algorithm 799: revolve, 2000). For this the loop
 * becomes a function of its own, and so does its step ({@code Outlining}); the derivative of the
 * loop calls the pullback of the step. Start reading at {@link
 * dev.costate.differentiation.checkpoint.Checkpoints}, then {@code CheckpointedAdjoint}.
 */
@NullMarked
package dev.costate.differentiation.checkpoint;

import org.jspecify.annotations.NullMarked;
