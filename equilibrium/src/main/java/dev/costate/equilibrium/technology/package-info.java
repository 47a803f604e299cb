/**
 * What a firm's or a consumer's code is, where it is made of ready technologies.
 *
 * <p>Code such as {@code bread = ces(1, 0.5, [0.3, 0.7], [capital, flour])} says more than its
 * values: its unit cost at given prices is known in closed form, whatever the elasticity and
 * however little is made. {@link dev.costate.equilibrium.technology.TechnologyReader} goes through
 * code with quantities standing for themselves and finds the tree of nests behind it; a product of
 * powers is one too. What it does not recognise stays code, and is treated by its derivatives.
 * Nests are internal firms and their results internal goods; the price of each is its unit cost
 * (Shephard 1953).
 */
@NullMarked
package dev.costate.equilibrium.technology;

import org.jspecify.annotations.NullMarked;
