/**
 * Code in, code of its derivative out: the adjoint and the tangent of programs, as programs.
 *
 * <p>The adjoint steps through a function line by line in reverse; each line multiplies the adjoint
 * of its result by the derivative of the line with respect to each variable it reads, and
 * contributions to one variable add. Branches reverse as branches and counted loops as loops run
 * backwards (Griewank and Walther, Evaluating Derivatives, 2nd ed. 2008, chapters 3 to 6). A value
 * that is overwritten and still needed is recorded (to-be-recorded analysis, Hascoët, Naumann and
 * Pascual 2005); a local of one iteration is computed again instead. The adjoint of an array is an
 * array. A recursion is run forward by one function, which records, and backward by another. The
 * tangent carries a derivative beside each value, forward. Both give ordinary programs, to which
 * both apply again.
 *
 * <p>What cannot be differentiated is refused with its line before anything is transformed. Start
 * reading at {@link dev.costate.differentiation.Differentiator}, then {@code Generation}, {@code
 * NormalForm}, {@code Adjoint}; one derivative rule per operation is in {@code rules}.
 */
@NullMarked
package dev.costate.differentiation;

import org.jspecify.annotations.NullMarked;
