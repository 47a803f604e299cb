/**
 * What is kept for the reverse.
 *
 * <p>The reverse of a line reads values that later lines may have overwritten. Only those that are
 * overwritten and still needed are recorded (to-be-recorded analysis: Hascoët, Naumann and Pascual,
 * To be recorded analysis in reverse-mode automatic differentiation, 2005); a local of a block is
 * computed again instead where what it is computed from is still there, a step by a whole number is
 * taken back, and an array that a block fills for itself is filled again. What nobody reads in the
 * end is cleaned away. Start reading at {@link dev.costate.differentiation.record.Recording}, then
 * {@link dev.costate.differentiation.record.Record}, which writes the lines.
 */
@NullMarked
package dev.costate.differentiation.record;

import org.jspecify.annotations.NullMarked;
