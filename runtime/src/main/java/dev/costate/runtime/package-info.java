/**
 * What generated code calls: arrays, the numeric built-ins that {@link java.lang.Math} lacks, and
 * the checks that turn a wrong index or size into a message with the value.
 *
 * <p>Nothing here depends on the rest of Costate, so that generated Java source needs this module
 * only. Arrays ({@link dev.costate.runtime.Vector}, {@link dev.costate.runtime.Matrix}) are mutable
 * objects; that they behave as values is the work of the code that uses them, which copies where
 * two variables would otherwise share one. Every check takes a {@code place}: a number chosen by
 * the caller (an entry of a table, a line) that comes back in the {@link
 * dev.costate.runtime.Failure}. Start reading at {@code Vector}.
 */
@NullMarked
package dev.costate.runtime;

import org.jspecify.annotations.NullMarked;
