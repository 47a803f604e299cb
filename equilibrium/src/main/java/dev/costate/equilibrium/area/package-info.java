/**
 * Areas under curves: integrals of functions of one number that may have kinks, jumps, ends and
 * long tails, to nearly full precision, or the word that there is none (Piessens and others 1983,
 * QUADPACK). Start reading at {@link dev.costate.equilibrium.area.Quadrature}.
 */
@NullMarked
package dev.costate.equilibrium.area;

import org.jspecify.annotations.NullMarked;
