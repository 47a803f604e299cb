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
 * <p>What cannot be differentiated is refused with its line before anything is transformed.
 *
 * <p>This package is the door; what happens behind it is in packages that name only those below
 * them:
 *
 * <ul>
 *   <li>{@code adjoint}: a function run backwards;
 *   <li>{@code tangent}, {@code checkpoint}, {@code record}: derivatives carried forward, loops
 *       reversed from checkpoints, what is kept for the reverse;
 *   <li>{@code normal}: the form of a function that is differentiated;
 *   <li>{@code line}: the derivative of one line;
 *   <li>{@code activity}: what depends on what; {@code jacobian}: whole Jacobians, by either way;
 *   <li>{@code code}: what generated code is written with; {@code rules}: one derivative rule per
 *       operation;
 *   <li>{@code algebra}: expressions that read well; {@code sets}: what analyses know at one point.
 * </ul>
 *
 * <p>Start reading at {@link dev.costate.differentiation.Differentiator}, then {@code Generation},
 * {@code normal.NormalForm}, {@code adjoint.Adjoint}.
 */
@NullMarked
package dev.costate.differentiation;

import org.jspecify.annotations.NullMarked;
