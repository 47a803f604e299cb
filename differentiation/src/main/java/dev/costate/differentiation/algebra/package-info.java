/**
 * Building expressions that read well: constructors that fold whole numbers and their quotients
 * exactly, drop zeros and ones, and keep signs in front.
 *
 * <p>Only identities that hold for every value a derivative may take are used; {@code 0*t} is 0 by
 * the contract that a zero adjoint times anything is 0. Start reading at {@link
 * dev.costate.differentiation.algebra.Term}.
 */
@NullMarked
package dev.costate.differentiation.algebra;

import org.jspecify.annotations.NullMarked;
