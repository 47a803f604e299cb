/**
 * The derivative of every built-in operation: one table.
 *
 * <p>A rule gives the partial derivatives of an operation with respect to its arguments, as terms
 * in the arguments and the result. An operation that is flat wherever it is differentiable is
 * declared so; one that has neither a rule nor a declaration fails the build. Points without a
 * derivative follow {@code LANGUAGE}: of equal arguments of {@code max} or {@code min} the first
 * counts, {@code abs} has derivative 0 at 0, an infinite derivative is infinite. Start reading at
 * {@link dev.costate.differentiation.rules.Rules}.
 */
@NullMarked
package dev.costate.differentiation.rules;

import org.jspecify.annotations.NullMarked;
