/**
 * Derivatives of an equilibrium.
 *
 * <p>An equilibrium solves conditions F(z, p) = 0 in prices and quantities z, given the numbers p
 * of the file. By the implicit function theorem an outcome o(z, p) has
 *
 * <pre>do/dp = o_p - l' F_p,   with F_z' l = o_z</pre>
 *
 * one transposed solve, and one sweep back through the graph of the conditions, whatever the number
 * of parameters: the multipliers l are the adjoints of the conditions. Second derivatives times a
 * direction are the tangents of all this: one more solve and one more sweep (Griewank and Walther
 * 2008, chapter 5). Variables at bounds stay there. Where a variable is at its bound and its
 * condition holds with equality as well, the directions decide, and derivatives are one-sided.
 * Start reading at {@link dev.costate.equilibrium.sensitivity.Sensitivities}.
 */
@NullMarked
package dev.costate.equilibrium.sensitivity;

import org.jspecify.annotations.NullMarked;
