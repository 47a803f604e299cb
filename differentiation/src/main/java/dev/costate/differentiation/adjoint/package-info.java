/**
 * The adjoint of a function: its code run backwards, line by line.
 *
 * <p>Each line multiplies the adjoint of its result by the partials of the line and adds the shares
 * to the adjoints of what it reads; branches reverse as branches, counted loops as loops run
 * backwards (Griewank and Walther, Evaluating Derivatives, 2nd ed. 2008, chapters 3 to 6). In joint
 * mode one function runs forward and then backward; in split mode, for recursions, one records and
 * another reverses. Start reading at {@link dev.costate.differentiation.adjoint.Adjoint}, then
 * {@link dev.costate.differentiation.adjoint.Adjoints}.
 */
@NullMarked
package dev.costate.differentiation.adjoint;

import org.jspecify.annotations.NullMarked;
