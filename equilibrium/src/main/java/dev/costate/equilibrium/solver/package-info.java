/**
 * Mixed complementarity problems and what solves them.
 *
 * <p>Find z with l &lt;= z &lt;= u such that each F_i(z) is 0 where z_i is inside its bounds, at
 * least 0 at the lower and at most 0 at the upper one. {@link
 * dev.costate.equilibrium.solver.InteriorPoint} follows the central path (z-l)v = mu, (u-z)w = mu,
 * F - v + w = 0 with mu going to 0 (Wright, <i>Primal-Dual Interior-Point Methods</i>, 1997;
 * Facchinei and Pang, <i>Finite-Dimensional Variational Inequalities and Complementarity
 * Problems</i>, 2003, chapter 11): iterates stay strictly inside their bounds, so that code is only
 * evaluated where it is defined. {@link dev.costate.equilibrium.solver.ActiveSetPolish} then solves
 * the identified equations to machine precision. Nothing here knows what a price is. Start reading
 * at {@link dev.costate.equilibrium.solver.ComplementarityProblem}.
 */
@NullMarked
package dev.costate.equilibrium.solver;

import org.jspecify.annotations.NullMarked;
